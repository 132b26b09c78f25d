using Luoshi.App.Data;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Notices;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Notices;

/// <summary>撤下公告 — and puts it back, where that was a slip.</summary>
public sealed class WithdrawAnnouncement(LuoshiDb db, TimeProvider clock)
{
    /// <returns>Null when nobody but the office sees it; <c>forbidden</c>, <c>announcement-not-found</c>, <c>announcement-withdrawn</c>, <c>changed-meanwhile</c>.</returns>
    public Task<Refusal?> ExecuteAsync(Guid id, CancellationToken ct) =>
        ChangeAsync(id, announcement => announcement.Withdraw(clock.GetUtcNow().UtcDateTime), "announcement-withdrawn", ct);

    /// <returns>Null when it stands again; <c>forbidden</c>, <c>announcement-not-found</c>, <c>announcement-standing</c>, <c>changed-meanwhile</c>.</returns>
    public Task<Refusal?> RestoreAsync(Guid id, CancellationToken ct) => ChangeAsync(id, announcement => announcement.Restore(), "announcement-restored", ct);

    private async Task<Refusal?> ChangeAsync(Guid id, Func<Announcement, Refusal?> change, string action, CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.WriteAnnouncement) is { } forbidden)
        {
            return forbidden;
        }

        var announcement = await db.Announcements.SingleOrDefaultAsync(announcement => announcement.Id == id, ct);
        if (announcement is null)
        {
            return new Refusal("announcement-not-found", "没有找到这条公告。");
        }

        if (change(announcement) is { } refusal)
        {
            return refusal;
        }

        db.Record(action, nameof(Announcement), id);
        return await db.TrySaveAsync(ct);
    }
}

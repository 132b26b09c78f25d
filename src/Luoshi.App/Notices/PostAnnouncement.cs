using Luoshi.App.Data;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Notices;

namespace Luoshi.App.Notices;

/// <summary>发布公告 — from now on it stands on everybody's home page.</summary>
public sealed class PostAnnouncement(LuoshiDb db, TimeProvider clock)
{
    /// <returns>The announcement; <c>forbidden</c>, or what <see cref="Announcement.Post"/> refuses.</returns>
    public async Task<Outcome<Announcement>> ExecuteAsync(string? title, string? body, CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.WriteAnnouncement) is { } forbidden)
        {
            return forbidden;
        }

        var posted = Announcement.Post(db.Access.GovernmentId, title, body, db.Access.AccountId!.Value, clock.GetUtcNow().UtcDateTime);
        if (posted.Refusal is null)
        {
            db.Add(posted.Value);
            db.Record("announcement-posted", nameof(Announcement), posted.Value.Id);
            await db.SaveChangesAsync(ct);
        }

        return posted;
    }
}

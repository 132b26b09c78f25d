using Luoshi.App.Data;
using Luoshi.App.Notices;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Reporting;

/// <summary>免报 — frees a unit from one return, with the reason on record. The unit is told.</summary>
public sealed class ExemptDueItem(LuoshiDb db, TimeProvider clock)
{
    /// <returns>The item; <c>forbidden</c>, <c>due-item-not-found</c>, <c>changed-meanwhile</c>, or what <see cref="DueItem.Exempt"/> refuses.</returns>
    public async Task<Outcome<DueItem>> ExecuteAsync(Guid dueItemId, int version, string reason, CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.ExemptDueItem) is { } refusal)
        {
            return refusal;
        }

        var item = await db.DueItems.SingleOrDefaultAsync(item => item.Id == dueItemId, ct);
        if (item is null)
        {
            return new Refusal("due-item-not-found", "没有找到这一项应报事项，可能已被撤销。");
        }

        if (item.Version != version)
        {
            return Concurrency.Changed;
        }

        if (item.Exempt(reason) is { } unexempted)
        {
            return unexempted;
        }

        await Tell.UnitAsync(db, item.UnitId, $"{item.Month.Month}月有一项免报：{item.ExemptReason}", $"/tasks/{item.TaskId}", clock.GetUtcNow().UtcDateTime, ct);
        db.Record("due-item-exempted", nameof(DueItem), item.Id, reason);
        return await db.TrySaveAsync(ct) is { } changed ? changed : item;
    }
}

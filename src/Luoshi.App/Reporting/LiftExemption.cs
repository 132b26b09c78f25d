using System.Globalization;
using Luoshi.App.Calendars;
using Luoshi.App.Data;
using Luoshi.App.Ledgers;
using Luoshi.App.Notices;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Ledgers;
using Luoshi.Core.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Reporting;

/// <summary>恢复应报 — a return that a unit was freed from is asked again, with the reason on record. The unit is told, with the deadline that counts again.</summary>
public sealed class LiftExemption(LuoshiDb db, TimeProvider clock)
{
    /// <returns>
    /// The item; <c>forbidden</c>, <c>due-item-not-found</c>, <c>changed-meanwhile</c>, <c>ledger-closed</c>, <c>task-closed</c>, or what
    /// <see cref="DueItem.LiftExemption"/> refuses.
    /// </returns>
    public async Task<Outcome<DueItem>> ExecuteAsync(Guid dueItemId, int version, string reason, CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.ExemptDueItem) is { } forbidden)
        {
            return forbidden;
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

        if (await OpenTask.LedgerRefusesAsync(db, item.LedgerId, ct) is { } closed)
        {
            return closed;
        }

        if (await db.KeyTasks.AnyAsync(task => task.Id == item.TaskId && (task.State == KeyTaskState.ClosedOut || task.State == KeyTaskState.Terminated), ct))
        {
            return new Refusal("task-closed", "这项重点工作已经结束，不再报送，不能恢复应报。");
        }

        if (item.LiftExemption(reason) is { } unlifted)
        {
            return unlifted;
        }

        var deadline = OfficeClock.Local(item.Deadline).ToString("M月d日 HH:mm", CultureInfo.InvariantCulture);
        await Tell.UnitAsync(db, item.UnitId, $"{item.Month.Month}月有一项恢复应报，时限{deadline}：{reason.Trim()}", $"/reporting?month={item.Month}", clock.GetUtcNow().UtcDateTime, ct);
        db.Record("exemption-lifted", nameof(DueItem), item.Id, reason);
        return await db.TrySaveAsync(ct) is { } changed ? changed : item;
    }
}

using Luoshi.App.Data;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Ledgers;
using Luoshi.Core.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Ledgers;

/// <summary>编制月度计划 — what a month should show of a task. A unit proposes for what it leads; it holds once the office has approved it.</summary>
public sealed class PlanMonth(LuoshiDb db)
{
    /// <param name="taskId">Which task.</param>
    /// <param name="month">Which month.</param>
    /// <param name="version">The version that the person saw; 0 where nothing was planned.</param>
    /// <param name="text">What the month should show.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The plan, a draft; <c>forbidden</c>, <c>task-not-found</c>, <c>task-closed</c>, <c>ledger-closed</c>, <c>period-outside-ledger</c>, <c>changed-meanwhile</c>, or what <see cref="PlannedMonth.Write"/> refuses.</returns>
    public async Task<Outcome<PlannedMonth>> ExecuteAsync(Guid taskId, ReportingPeriod month, int version, string? text, CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.PlanMonths) is { } refusal)
        {
            return refusal;
        }

        var task = await db.KeyTasks.AsNoTracking().SingleOrDefaultAsync(task => task.Id == taskId, ct);
        if (task is null || (db.Access.Scope == Scope.Unit && task.LeadUnitId != db.Access.UnitId))
        {
            return new Refusal("task-not-found", "没有找到这项重点工作，或者它不由本单位牵头。");
        }

        if (!task.IsOpen)
        {
            return new Refusal("task-closed", $"这项重点工作{task.State.Name()}，不再编计划。");
        }

        var ledger = await db.Ledgers.AsNoTracking().SingleAsync(ledger => ledger.Id == task.LedgerId, ct);
        if (ledger.IsClosed || ledger.Year != month.Year)
        {
            return ledger.IsClosed
                ? new Refusal("ledger-closed", $"{ledger.Title}已经办结，不能再改。")
                : new Refusal("period-outside-ledger", $"{ledger.Title}只编{ledger.Year}年各月的计划。");
        }

        var plan = await db.PlannedMonths.SingleOrDefaultAsync(plan => plan.TaskId == taskId && plan.Month == month, ct);
        if ((plan?.Version ?? 0) != version)
        {
            return Concurrency.Changed;
        }

        if ((plan is null ? PlannedMonth.Writable(text) : plan.Write(text)) is { } unwritten)
        {
            return unwritten;
        }

        if (plan is null)
        {
            plan = new PlannedMonth { GovernmentId = task.GovernmentId, TaskId = taskId, Month = month, Text = text!.Trim() };
            db.Add(plan);
        }

        if (db.ChangeTracker.HasChanges())
        {
            db.Record("plan-written", nameof(PlannedMonth), taskId, month.ToString());
        }

        return await db.TrySaveAsync(ct) is { } changed ? changed : plan;
    }
}

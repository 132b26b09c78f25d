using Luoshi.App.Data;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Ledgers;
using Luoshi.Core.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Ledgers;

/// <summary>A planned month as somebody saw it.</summary>
public sealed record SeenPlan(Guid TaskId, ReportingPeriod Month, int Version);

/// <summary>审定月度计划 — from here on the checks hold what is reported against it.</summary>
public sealed class ApprovePlan(LuoshiDb db)
{
    private const int MostAtOnce = 2_000;

    /// <returns>How many were approved; those that were changed meanwhile stay drafts. <c>forbidden</c>, <c>nothing-picked</c>, <c>too-many</c>, <c>approval-missing</c>, <c>changed-meanwhile</c>.</returns>
    public async Task<Outcome<int>> ExecuteAsync(IReadOnlyList<SeenPlan> seen, string? approvedBy, CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.ApprovePlan) is { } refusal)
        {
            return refusal;
        }

        if (seen.Count is 0 or > MostAtOnce)
        {
            return seen.Count == 0
                ? new Refusal("nothing-picked", "还没有选择计划。请先勾选，再审定。")
                : new Refusal("too-many", $"一次最多审定{MostAtOnce}个月的计划，请分批办理。");
        }

        var wanted = seen.ToDictionary(plan => (plan.TaskId, plan.Month), plan => plan.Version);
        var tasks = seen.Select(plan => plan.TaskId).Distinct().ToList();
        var plans = await db.PlannedMonths.Where(plan => tasks.Contains(plan.TaskId) && plan.ApprovedBy == null).ToListAsync(ct);
        var approved = 0;
        foreach (var plan in plans.Where(plan => wanted.TryGetValue((plan.TaskId, plan.Month), out var version) && version == plan.Version))
        {
            if (plan.Approve(approvedBy) is { } unapproved)
            {
                return unapproved;
            }

            approved++;
        }

        if (approved > 0)
        {
            db.Record("plans-approved", nameof(PlannedMonth), null, approvedBy);
        }

        return await db.TrySaveAsync(ct) is { } changed ? changed : approved;
    }
}

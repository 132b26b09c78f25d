using Luoshi.App.Data;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Checks;
using Luoshi.Core.Ledgers;
using Luoshi.Core.Reading;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Ledgers;

/// <summary>Months of plan that were read and where they went.</summary>
public sealed record PlansImported(int Tasks, int Months, IReadOnlyList<string> Unplaced);

/// <summary>导入月度计划 — a plan document becomes planned months, approved at once where it says who approved it.</summary>
public sealed class ImportPlans(LuoshiDb db)
{
    /// <returns>What was written; <c>forbidden</c>, <c>ledger-not-found</c>, <c>plan-without-months</c>, <c>changed-meanwhile</c>.</returns>
    public async Task<Outcome<PlansImported>> ExecuteAsync(int year, TaskDocument document, string? approvedBy, CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.PlanMonths) is { } refusal)
        {
            return refusal;
        }

        if (approvedBy is not null && db.Access.Refuse(Operation.ApprovePlan) is { } cannotApprove)
        {
            return cannotApprove;
        }

        if (!MonthlyPlans.HasMonths(document))
        {
            return new Refusal("plan-without-months", $"{document.Source}：没有认出分月计划。计划表要有“工作内容”一列，各月各占一列，表头写1月、2月……或4月计划。");
        }

        var ledger = await db.Ledgers.AsNoTracking().SingleOrDefaultAsync(ledger => ledger.Year == year, ct);
        if (ledger is null)
        {
            return new Refusal("ledger-not-found", $"还没有建立{year}年台账，请先建账。");
        }

        var before = new LedgerBefore(
            await db.Units.AsNoTracking().OrderBy(unit => unit.Rank).ToListAsync(ct),
            await db.LeaderPosts.AsNoTracking().OrderBy(post => post.Rank).ToListAsync(ct),
            await db.KeyTasks.AsNoTracking().Where(task => task.LedgerId == ledger.Id).OrderBy(task => task.Id).ToListAsync(ct),
            new DateOnly(year, 12, 31));
        var matched = LedgerImport.Plan(before, [document]).Rows;
        var standing = await db.PlannedMonths.Where(month => db.KeyTasks.Any(task => task.Id == month.TaskId && task.LedgerId == ledger.Id)).ToListAsync(ct);
        var byKey = standing.ToDictionary(month => (month.TaskId, month.Month));
        var months = 0;
        foreach (var row in matched.Where(row => row.Kind is ImportKind.Matched or ImportKind.Changed))
        {
            foreach (var (month, text) in MonthlyPlans.MonthsOf(row.Row, year))
            {
                months++;
                if (byKey.TryGetValue((row.TaskId!.Value, month), out var known))
                {
                    if (known.Text != text || known.ApprovedBy != approvedBy)
                    {
                        (known.Text, known.ApprovedBy) = (text, approvedBy);
                        known.Version++;
                    }
                }
                else
                {
                    db.Add(new PlannedMonth { GovernmentId = ledger.GovernmentId, TaskId = row.TaskId.Value, Month = month, Text = text, ApprovedBy = approvedBy });
                }
            }
        }

        db.Record("plans-imported", nameof(Ledger), ledger.Id, document.Source);
        var imported = new PlansImported(
            matched.Count(row => row.Kind is ImportKind.Matched or ImportKind.Changed),
            months,
            [.. matched.Where(row => row.Kind is ImportKind.New or ImportKind.Conflict).Select(row => row.Row.Content)]);
        return await db.TrySaveAsync(ct) is { } changed ? changed : imported;
    }
}

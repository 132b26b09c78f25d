using Luoshi.App.Data;
using Luoshi.Core.Ledgers;
using Luoshi.Core.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Reporting;

/// <summary>All that a submission rests on. <paramref name="Report"/> is null where none was begun.</summary>
internal sealed record ReturnInHand(DueItem Item, KeyTask Task, ProgressReport? Report, bool SignsOff, ReportExamination Examination)
{
    /// <summary>Two statements, whatever the return: what belongs to the item, and what was said before.</summary>
    /// <returns>Null when there is no such item, or it is not the person's.</returns>
    public static async Task<ReturnInHand?> FindAsync(LuoshiDb db, Guid dueItemId, CancellationToken ct)
    {
        var plans = db.PlansAsked.Where(plan => plan.ApprovedBy != null);
        var ruleSets = RulesInForce.NewestId(db);
        var found = await db.DueItems.Where(item => item.Id == dueItemId)
            .Join(db.TasksAsked, item => item.TaskId, task => task.Id, (item, task) => new { item, task })
            .SelectMany(row => db.ProgressReports.Where(report => report.DueItemId == row.item.Id).DefaultIfEmpty(), (row, report) => new
            {
                row.item,
                row.task,
                report,
                Government = db.Governments.Where(government => government.Id == row.item.GovernmentId).Select(government => government.Name).First(),
                SignsOff = db.Units.Where(unit => unit.Id == row.item.UnitId).Select(unit => unit.SignsOff).First(),
                Plan = plans.Where(plan => plan.TaskId == row.item.TaskId && plan.Month == row.item.Month).Select(plan => plan.Text).FirstOrDefault(),
                RuleSetId = ruleSets.First(),
            })
            .SingleOrDefaultAsync(ct);
        if (found is null)
        {
            return null;
        }

        var (task, month) = (found.task, found.item.Month);
        var earlier = await EarlierReport.Of(db.ReportsOfAnybody.Where(report => report.TaskId == task.Id), month).Take(ReportExamination.EarlierMonths).ToListAsync(ct);
        var rules = await RulesInForce.WithIdAsync(db, found.RuleSetId, ct);
        return new ReturnInHand(found.item, task, found.report, found.SignsOff, new ReportExamination(task, found.Government, month, found.Plan, earlier, rules));
    }
}

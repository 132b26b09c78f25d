using Luoshi.App.Data;
using Luoshi.Core.Ledgers;
using Luoshi.Core.Reporting;

namespace Luoshi.App.Reporting;

/// <summary>All that a submission rests on. <paramref name="Report"/> is null where none was begun.</summary>
internal sealed record ReturnInHand(DueItem Item, KeyTask Task, ProgressReport? Report, bool SignsOff, ReportExamination Examination)
{
    private static readonly KeptQuery<Guid, Found> s_ofItem = new((db, dueItemId) => db.DueItems.Where(item => item.Id == dueItemId)
        .Join(db.TasksAsked, item => item.TaskId, task => task.Id, (item, task) => new { item, task })
        .SelectMany(row => db.ProgressReports.Where(report => report.DueItemId == row.item.Id).DefaultIfEmpty(), (row, report) => new Found(
            row.item,
            row.task,
            report,
            db.Governments.Where(government => government.Id == row.item.GovernmentId).Select(government => government.Name).First(),
            db.Units.Where(unit => unit.Id == row.item.UnitId).Select(unit => unit.SignsOff).First(),
            db.PlansAsked.Where(plan => plan.TaskId == row.item.TaskId && plan.Month == row.item.Month && plan.ApprovedBy != null).Select(plan => plan.Text).FirstOrDefault(),
            RulesInForce.NewestId(db).First())));

    private static readonly KeptQuery<Guid, ReportingPeriod, EarlierReport> s_earlier = new((db, taskId, month) =>
        EarlierReport.Of(db.ReportsOfAnybody.Where(report => report.TaskId == taskId && report.Month < month)).Take(ReportExamination.EarlierMonths));

    /// <summary>Two statements, whatever the return: what belongs to the item, and what was said before.</summary>
    /// <returns>Null when there is no such item, or it is not the person's.</returns>
    public static async Task<ReturnInHand?> FindAsync(LuoshiDb db, Guid dueItemId, CancellationToken ct)
    {
        if (await s_ofItem.Of(db, dueItemId).SingleOrDefaultAsync(ct) is not { } found)
        {
            return null;
        }

        var (task, month) = (found.Task, found.Item.Month);
        var earlier = await s_earlier.Of(db, task.Id, month).ToListAsync(ct);
        var rules = await RulesInForce.WithIdAsync(db, found.RuleSetId, ct);
        return new ReturnInHand(found.Item, task, found.Report, found.SignsOff, new ReportExamination(task, found.Government, month, found.Plan, earlier, rules));
    }

    private sealed record Found(DueItem Item, KeyTask Task, ProgressReport? Report, string Government, bool SignsOff, string? Plan, Guid RuleSetId);
}

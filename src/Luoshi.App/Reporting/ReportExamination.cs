using Luoshi.App.Data;
using Luoshi.Core.Checks;
using Luoshi.Core.Ledgers;
using Luoshi.Core.Reading;
using Luoshi.Core.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Reporting;

/// <summary>What a return is examined with: the task, its approved plan of the month, and what was said in earlier months.</summary>
internal sealed record ReportExamination(KeyTask Task, string Government, ReportingPeriod Month, string? Plan, IReadOnlyList<EarlierReport> Earlier, RulesInForce Rules)
{
    /// <summary>How many earlier returns are looked at. A year's worth: outliers are looked for within the year only.</summary>
    public const int EarlierMonths = 11;

    public static async Task<ReportExamination> LoadAsync(LuoshiDb db, KeyTask task, ReportingPeriod month, CancellationToken ct)
    {
        var government = await db.Governments.Where(government => government.Id == task.GovernmentId).Select(government => government.Name).SingleAsync(ct);
        var plan = await db.PlannedMonths.Where(plan => plan.TaskId == task.Id && plan.Month == month && plan.ApprovedBy != null).Select(plan => plan.Text).SingleOrDefaultAsync(ct);
        var earlier = await EarlierReport.Of(db.ProgressReports.Where(report => report.TaskId == task.Id), month).Take(EarlierMonths).ToListAsync(ct);
        return new ReportExamination(task, government, month, plan, earlier, await RulesInForce.NowAsync(db, ct));
    }

    /// <summary>The same text gives the same answer.</summary>
    public TaskCheck Examine(ReportText text)
    {
        var row = new ReportedTask
        {
            Number = Task.Number,
            Frequency = Task.Frequency,
            Content = Task.Content,
            Target = Task.Target,
            Deadline = Task.Deadline,
            DeadlineDate = Task.DeadlineDate,
            Progress = text.Progress,
            PlanMet = text.PlanMet,
            Shortfall = text.Shortfall,
            OtherColumns = Plan is null ? [] : [new OtherColumn($"{Month.Month}月计划", Plan)],
        };
        var previous = Earlier.Select(report => Document(report.Month, row with { Progress = report.Text, PlanMet = null, Shortfall = null, OtherColumns = [] })).ToList();
        return TaskChecks.Examine([Document(Month, row)], previous, Month, Rules.Checks).Value.Tasks[0];
    }

    private TaskDocument Document(ReportingPeriod month, ReportedTask row) => new() { Source = month.ToString(), Government = Government, Period = month, Tasks = [row] };
}

/// <summary>What was reported on a task in an earlier month.</summary>
internal sealed record EarlierReport(Guid TaskId, ReportingPeriod Month, string Text)
{
    /// <summary>What was submitted before a month, the newest first.</summary>
    public static IQueryable<EarlierReport> Of(IQueryable<ProgressReport> reports, ReportingPeriod month) => reports
        .Where(report => report.Month < month && report.Submissions > 0)
        .OrderByDescending(report => report.Month).ThenByDescending(report => report.Id)
        .Select(report => new EarlierReport(report.TaskId, report.Month, report.Progress!));
}

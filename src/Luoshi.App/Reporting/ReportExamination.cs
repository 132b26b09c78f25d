using Luoshi.App.Data;
using Luoshi.Core.Checks;
using Luoshi.Core.Ledgers;
using Luoshi.Core.Reading;
using Luoshi.Core.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Reporting;

/// <summary>What a return is examined with: the task, its approved plan of the month, and what was said of it in earlier months, whoever had it then.</summary>
internal sealed record ReportExamination(KeyTask Task, string Government, ReportingPeriod Month, string? Plan, IReadOnlyList<EarlierReport> Earlier, RulesInForce Rules)
{
    /// <summary>How many earlier returns are looked at. A year's worth: outliers are looked for within the year only.</summary>
    public const int EarlierMonths = 11;

    private static readonly KeptQuery<int, string> s_government = new((db, governmentId) => db.Governments.Where(government => government.Id == governmentId).Select(government => government.Name));

    private static readonly KeptQuery<List<Guid>, ReportingPeriod, ApprovedPlan> s_plans = new((db, ids, month) => db.PlansAsked
        .Where(plan => ids.Contains(plan.TaskId) && plan.Month == month && plan.ApprovedBy != null).Select(plan => new ApprovedPlan(plan.TaskId, plan.Text)));

    private static readonly KeptQuery<List<Guid>, ReportingPeriod, ReportingPeriod, EarlierReport> s_earlier = new((db, ids, from, month) =>
        EarlierReport.Of(db.ReportsOfAnybody.Where(report => ids.Contains(report.TaskId) && report.Month >= from && report.Month < month)));

    public static async Task<ReportExamination> LoadAsync(LuoshiDb db, KeyTask task, ReportingPeriod month, CancellationToken ct) =>
        (await LoadAsync(db, [task], month, ct))[0];

    /// <summary>Those of several tasks of one government, in the order of the tasks, by a fixed number of statements.</summary>
    public static async Task<IReadOnlyList<ReportExamination>> LoadAsync(LuoshiDb db, IReadOnlyList<KeyTask> tasks, ReportingPeriod month, CancellationToken ct)
    {
        if (tasks.Count == 0)
        {
            return [];
        }

        var ids = tasks.Select(task => task.Id).ToList();
        var (governmentId, from) = (tasks[0].GovernmentId, EarliestOf(month));
        var government = await s_government.Of(db, governmentId).SingleAsync(ct);
        var plans = await s_plans.Of(db, ids, month).ToDictionaryAsync(plan => plan.TaskId, plan => plan.Text, null, ct);
        var earlier = (await s_earlier.Of(db, ids, from, month).ToListAsync(ct)).ToLookup(report => report.TaskId);
        var rules = await RulesInForce.NowAsync(db, ct);
        return [.. tasks.Select(task => new ReportExamination(task, government, month, plans.GetValueOrDefault(task.Id), [.. earlier[task.Id].Take(EarlierMonths)], rules))];
    }

    /// <summary>Everything that is found in the text. The same text gives the same answer.</summary>
    public TaskCheck Examine(ReportText text) => Examine(text, Earlier);

    /// <summary>How the figures of the text stand against the targets, without what earlier months would make doubtful: their texts are not read, which is most of the work.</summary>
    public TaskCheck Compare(ReportText text) => Examine(text, []);

    private static ReportingPeriod EarliestOf(ReportingPeriod month) =>
        Enumerable.Range(0, EarlierMonths).Aggregate(month, (earlier, _) => earlier.Previous());

    private TaskCheck Examine(ReportText text, IReadOnlyList<EarlierReport> earlier)
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
        var previous = earlier.Select(report => Document(report.Month, row with { Progress = report.Text, PlanMet = null, Shortfall = null, OtherColumns = [] })).ToList();
        return TaskChecks.Examine([Document(Month, row)], previous, Month, Rules.Checks).Value.Tasks[0];
    }

    private TaskDocument Document(ReportingPeriod month, ReportedTask row) => new() { Source = month.ToString(), Government = Government, Period = month, Tasks = [row] };

    private sealed record ApprovedPlan(Guid TaskId, string Text);
}

/// <summary>What was reported on a task in an earlier month, by the unit that had it then: another unit compares with it and does not read it.</summary>
public sealed record EarlierReport(Guid TaskId, Guid UnitId, ReportingPeriod Month, string Text)
{
    /// <summary>What was submitted, the newest first.</summary>
    internal static IQueryable<EarlierReport> Of(IQueryable<ProgressReport> reports) => reports
        .Where(report => report.Submissions > 0)
        .OrderByDescending(report => report.Month).ThenByDescending(report => report.Id)
        .Select(report => new EarlierReport(report.TaskId, report.UnitId, report.Month, report.Progress!));
}

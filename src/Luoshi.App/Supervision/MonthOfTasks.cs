using Luoshi.App.Data;
using Luoshi.Core.Checks;
using Luoshi.Core.Ledgers;
using Luoshi.Core.Reporting;
using Luoshi.Core.Supervision;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Supervision;

/// <summary>What an earlier month said of a task. <paramref name="Standings"/> are empty where the tasks of all posts were asked for.</summary>
public sealed record EarlierMonth(ReportingPeriod Month, Verdict? Verdict, IReadOnlyList<TargetStanding> Standings);

/// <summary>One task in a month: what was asked, what came, and how it stands.</summary>
public sealed record TaskInMonth
{
    public required Guid TaskId { get; init; }

    public required int Number { get; init; }

    public required string Content { get; init; }

    public required string Theme { get; init; }

    public required Guid PostId { get; init; }

    public required string Unit { get; init; }

    /// <summary>Where the month's return stands; null where none is asked for.</summary>
    public DueState? Due { get; init; }

    /// <summary>Null where nothing has come to the office.</summary>
    public ReturnStatus? Status { get; init; }

    public bool? PlanMet { get; init; }

    public Verdict? Verdict { get; init; }

    public Judgement? Judgement { get; init; }

    public int StrongDoubts { get; init; }

    /// <summary>How each target stands; where the tasks of all posts were asked for, only those of tasks that are behind.</summary>
    public IReadOnlyList<TargetStanding> Standings { get; init; } = [];

    /// <summary>How it stood when it was last reported on before; null where it was not.</summary>
    public Verdict? Before { get; init; }

    /// <summary>Months before, newest first: of tasks that are behind, and of every task of a post that was asked for.</summary>
    public IReadOnlyList<EarlierMonth> Earlier { get; init; } = [];

    /// <summary>Instructions that are not closed.</summary>
    public int OpenInstructions { get; init; }

    public bool IsReported => Status is not null;

    public bool IsBehind => Verdict == Core.Checks.Verdict.Behind;

    /// <summary>自报“是”，测算落后.</summary>
    public bool IsContradicted => IsBehind && PlanMet == true;

    /// <summary>The target that lacks most; the first of the text where none lacks anything; null where the task names none.</summary>
    public TargetStanding? Worst => Standings.OrderByDescending(standing => standing.Verdict == Core.Checks.Verdict.Behind).ThenByDescending(standing => standing.Gap).FirstOrDefault();

    /// <summary>How many months running it has been behind, this one counted; months without a return neither count nor interrupt.</summary>
    public int MonthsBehind => IsBehind ? 1 + Earlier.TakeWhile(month => month.Verdict == Core.Checks.Verdict.Behind).Count() : 0;
}

/// <summary>一个月的台账 — every task that the person sees, with how it stands in a month. A fixed number of statements, however many tasks there are.</summary>
public sealed record MonthOfTasks(int Year, string Title, ReportingPeriod Month, IReadOnlyList<ReportingPeriod> Opened, IReadOnlyList<TaskInMonth> Tasks)
{
    private const int LongestList = 24;

    // Only what has passed the unit's own desk and waits for nobody there.
    private static readonly ReturnStatus[] s_atOffice = [ReturnStatus.InReview, ReturnStatus.Approved, ReturnStatus.Frozen];

    // The newest month that was reported on is found from its end of the index: asked month by month, PostgreSQL would read every return that there is.
    private static readonly KeptQuery<OpenedMonth> s_opened = new(db => db.OpenedPeriods.OrderByDescending(period => period.Month).Take(LongestList)
        .Select(period => new OpenedMonth(
            period.LedgerId,
            period.Month,
            db.ProgressReports.Where(report => s_atOffice.Contains(report.Status) && report.Month >= db.OpenedPeriods.OrderByDescending(other => other.Month).Take(LongestList).Min(other => other.Month))
                .OrderByDescending(report => report.Month).Select(report => (ReportingPeriod?)report.Month).FirstOrDefault())));

    private static readonly KeptQuery<Guid, Ledger> s_ledger = new((db, ledgerId) => db.Ledgers.AsNoTracking().Where(ledger => ledger.Id == ledgerId));

    private static readonly KeptQuery<Guid, Guid?, ReportingPeriod, ReportingPeriod, AssignedTask> s_tasks = new((db, ledgerId, postId, january, month) => db.KeyTasks
        .Where(task => task.LedgerId == ledgerId && (postId == null || task.PostId == postId))
        .OrderBy(task => task.PostId).ThenBy(task => task.Number).ThenBy(task => task.Id)
        .Select(task => new AssignedTask(
            task.Id,
            task.Number,
            task.Content,
            task.Theme,
            task.PostId,
            db.Units.Where(unit => unit.Id == task.LeadUnitId).Select(unit => unit.Qualifier == "" ? unit.Name : unit.Name + "（" + unit.Qualifier + "）").First(),
            NewestAtOffice(db.ProgressReports.Where(report => report.TaskId == task.Id && report.Month >= january && report.Month < month)).Select(report => report.Verdict).FirstOrDefault(),
            db.Instructions.Count(instruction => instruction.TaskId == task.Id && instruction.State != InstructionState.Closed))));

    private static readonly KeptQuery<Guid, ReportingPeriod, Asked> s_items = new((db, ledgerId, month) => db.DueItems
        .Where(item => item.LedgerId == ledgerId && item.Month == month).OrderBy(item => item.DueAt).ThenBy(item => item.Id)
        .Select(item => new Asked(item.TaskId, item.DueAt, item.ExtendedTo, item.SubmittedAt, item.ExemptReason != null, item.IsVoluntary)));

    private static readonly KeptQuery<Guid, ReportingPeriod, Said> s_current = new((db, postId, month) =>
        NewestAtOffice(db.ProgressReports.Where(report => report.Month == month && db.KeyTasks.Any(task => task.Id == report.TaskId && task.PostId == postId)))
            .Select(report => new Said(report.TaskId, report.Status, report.PlanMet, report.Verdict, report.Judgement, report.StrongDoubts, report.Standings)));

    private static readonly KeptQuery<ReportingPeriod, Said> s_currentOfAll = new((db, month) =>
        NewestAtOffice(db.ProgressReports.Where(report => report.Month == month))
            .Select(report => new Said(report.TaskId, report.Status, report.PlanMet, report.Verdict, report.Judgement, report.StrongDoubts, report.Verdict == Core.Checks.Verdict.Behind ? report.Standings : null)));

    private static readonly KeptQuery<List<Guid>, ReportingPeriod, ReportingPeriod, SaidBefore> s_earlier = new((db, tasks, january, month) =>
        NewestAtOffice(db.ReportsByTask.Where(report => tasks.Contains(report.TaskId) && report.Month >= january && report.Month < month))
            .Select(report => new SaidBefore(report.TaskId, report.Month, report.Verdict, report.Standings)));

    private static readonly KeptQuery<List<Guid>, ReportingPeriod, ReportingPeriod, SaidBefore> s_verdictsBefore = new((db, tasks, january, month) =>
        NewestAtOffice(db.ReportsByTask.Where(report => tasks.Contains(report.TaskId) && report.Month >= january && report.Month < month))
            .Select(report => new SaidBefore(report.TaskId, report.Month, report.Verdict, null)));

    /// <param name="db">Acting as the person.</param>
    /// <param name="wanted">The month; null for the newest that has been reported on, or the newest that was opened.</param>
    /// <param name="postId">Only the tasks of a post, with what their targets stood at in earlier months; null for all, without it.</param>
    /// <param name="now">To tell what is late.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>Null where no month has been opened, or <paramref name="wanted"/> has not.</returns>
    public static async Task<MonthOfTasks?> LoadAsync(LuoshiDb db, ReportingPeriod? wanted, Guid? postId, DateTime now, CancellationToken ct)
    {
        var opened = await s_opened.Of(db).ToListAsync(ct);
        if ((wanted is { } asked ? opened.Find(period => period.Month == asked) : opened.Find(period => period.Month == period.NewestReported) ?? opened.FirstOrDefault()) is not { } chosen)
        {
            return null;
        }

        var ledger = await s_ledger.Of(db, chosen.LedgerId).SingleAsync(ct);
        var january = new ReportingPeriod(ledger.Year, 1);
        var tasks = await s_tasks.Of(db, ledger.Id, postId, january, chosen.Month).ToListAsync(ct);
        var items = (await s_items.Of(db, ledger.Id, chosen.Month).ToListAsync(ct)).ToLookup(item => item.TaskId);
        var current = (await (postId is { } one ? s_current.Of(db, one, chosen.Month) : s_currentOfAll.Of(db, chosen.Month)).ToListAsync(ct)).ToLookup(said => said.TaskId);

        // Without a post, of the tasks that are behind: a year of a whole ledger is what the store would otherwise send, and a page shows a tenth of it.
        var before = postId is not null
            ? s_earlier.Of(db, [.. tasks.Select(task => task.Id)], january, chosen.Month)
            : s_verdictsBefore.Of(db, [.. current.Where(said => said.First().Verdict == Core.Checks.Verdict.Behind).Select(said => said.Key)], january, chosen.Month);
        var earlier = (await before.ToListAsync(ct)).ToLookup(said => said.TaskId, said => new EarlierMonth(said.Month, said.Verdict, said.Standings ?? []));
        return new MonthOfTasks(ledger.Year, ledger.Title, chosen.Month, [.. opened.Where(period => period.LedgerId == ledger.Id).Select(period => period.Month)], [.. tasks.Select(task =>
        {
            var due = items[task.Id].Select(item => item.StateAt(now)).ToList();
            var said = current[task.Id].FirstOrDefault();
            return new TaskInMonth
            {
                TaskId = task.Id,
                Number = task.Number,
                Content = task.Content,
                Theme = task.Theme,
                PostId = task.PostId,
                Unit = task.Unit,
                Due = due.Count == 0 ? null : due.Contains(DueState.Missing) ? DueState.Missing : due[^1],
                Status = said?.Status,
                PlanMet = said?.PlanMet,
                Verdict = said?.Verdict,
                Judgement = said?.Judgement,
                StrongDoubts = said?.StrongDoubts ?? 0,
                Standings = said?.Standings ?? [],
                Before = task.Before,
                Earlier = [.. earlier[task.Id].DistinctBy(month => month.Month)],
                OpenInstructions = task.OpenInstructions,
            };
        })]);
    }

    private static IQueryable<ProgressReport> NewestAtOffice(IQueryable<ProgressReport> reports) => reports
        .Where(report => s_atOffice.Contains(report.Status))
        .OrderByDescending(report => report.Month).ThenByDescending(report => report.Span).ThenByDescending(report => report.Id);

    private sealed record OpenedMonth(Guid LedgerId, ReportingPeriod Month, ReportingPeriod? NewestReported);

    private sealed record AssignedTask(Guid Id, int Number, string Content, string Theme, Guid PostId, string Unit, Verdict? Before, int OpenInstructions);

    private sealed record Asked(Guid TaskId, DateTime DueAt, DateTime? ExtendedTo, DateTime? SubmittedAt, bool IsExempt, bool IsVoluntary)
    {
        public DueState StateAt(DateTime now) => DueStates.Of(DueAt, ExtendedTo, SubmittedAt, IsExempt, IsVoluntary, opened: true, now);
    }

    private sealed record Said(Guid TaskId, ReturnStatus Status, bool? PlanMet, Verdict? Verdict, Judgement? Judgement, int StrongDoubts, List<TargetStanding>? Standings);

    private sealed record SaidBefore(Guid TaskId, ReportingPeriod Month, Verdict? Verdict, List<TargetStanding>? Standings);
}

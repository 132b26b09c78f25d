using Luoshi.App.Data;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Checks;
using Luoshi.Core.Ledgers;
using Luoshi.Core.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Supervision;

/// <summary>Which returns somebody wants to see.</summary>
public sealed record ReviewFilter
{
    public ReportingPeriod? Month { get; init; }

    public Guid? UnitId { get; init; }

    public Guid? PostId { get; init; }

    public ReturnStatus? Status { get; init; } = ReturnStatus.InReview;

    /// <summary><c>strong</c>, <c>any</c>, <c>none</c>, <c>quiet</c>; null for all.</summary>
    public string? Doubts { get; init; }

    /// <summary>Only what came after its due time.</summary>
    public bool Late { get; init; }
}

/// <summary>A return in the queue.</summary>
public sealed record ReviewLine
{
    public required Guid Id { get; init; }

    public required int Version { get; init; }

    public required Guid TaskId { get; init; }

    public required int Number { get; init; }

    public required string Content { get; init; }

    public required Guid UnitId { get; init; }

    public required Guid PostId { get; init; }

    public required ReportingPeriod Month { get; init; }

    public required ReturnStatus Status { get; init; }

    public required bool? PlanMet { get; init; }

    public required Verdict? Verdict { get; init; }

    public required Judgement? Judgement { get; init; }

    public required int StrongDoubts { get; init; }

    public required int WeakDoubts { get; init; }

    public required DateTime? SubmittedAt { get; init; }

    public required bool IsLate { get; init; }

    public required bool IsVoluntary { get; init; }

    public bool IsQuiet => ReturnRules.IsQuiet(Status, StrongDoubts + WeakDoubts, Verdict, PlanMet);
}

/// <summary>A page of the queue: how many there are, and how many of all are quiet.</summary>
public sealed record ReviewPage(IReadOnlyList<ReviewLine> Lines, int Count, IReadOnlyDictionary<Guid, string> Units, IReadOnlyDictionary<Guid, string> Posts);

/// <summary>审核队列 — by leader and number, as the material prints them. The same order leads from one review to the next.</summary>
public sealed class ListReviews(LuoshiDb db, TimeProvider clock)
{
    public const int PageSize = 50;

    private const int MostIds = 5_000;

    /// <returns>A page, from 1; <c>forbidden</c>.</returns>
    public async Task<Outcome<ReviewPage>> ExecuteAsync(ReviewFilter filter, int page, CancellationToken ct)
    {
        if (db.Access.RefuseReading(Operation.ReviewReport) is { } refusal)
        {
            return refusal;
        }

        var query = Query(filter);
        var count = await query.CountAsync(ct);
        var lines = await Ordered(query).Skip((Math.Max(page, 1) - 1) * PageSize).Take(PageSize).Select(row => new ReviewLine
        {
            Id = row.Report.Id,
            Version = row.Report.Version,
            TaskId = row.Report.TaskId,
            Number = row.Task.Number,
            Content = row.Task.Content,
            UnitId = row.Report.UnitId,
            PostId = row.Report.PostId,
            Month = row.Report.Month,
            Status = row.Report.Status,
            PlanMet = row.Report.PlanMet,
            Verdict = row.Report.Verdict,
            Judgement = row.Report.Judgement,
            StrongDoubts = row.Report.StrongDoubts,
            WeakDoubts = row.Report.WeakDoubts,
            SubmittedAt = row.Report.SubmittedAt,
            IsLate = row.Item.SubmittedAt > row.Item.Deadline,
            IsVoluntary = row.Item.IsVoluntary,
        }).ToListAsync(ct);
        var today = Calendars.OfficeClock.Today(clock);
        return new ReviewPage(
            lines,
            count,
            (await db.Units.AsNoTracking().OrderBy(unit => unit.Rank).ThenBy(unit => unit.Id).ToListAsync(ct)).ToDictionary(unit => unit.Id, unit => unit.DisplayName),
            (await db.LeaderPosts.AsNoTracking().OrderBy(post => post.Rank).ThenBy(post => post.Id).ToListAsync(ct)).ToDictionary(post => post.Id, post => post.NameOn(today)));
    }

    /// <summary>The whole queue in its order, by id: where a return stands in it, and what comes before and after.</summary>
    public Task<List<Guid>> IdsAsync(ReviewFilter filter, CancellationToken ct) =>
        Ordered(Query(filter)).Select(row => row.Report.Id).Take(MostIds).ToListAsync(ct);

    private static IOrderedQueryable<Row> Ordered(IQueryable<Row> rows) =>
        rows.OrderBy(row => row.Report.Month).ThenBy(row => row.Post.Rank).ThenBy(row => row.Task.Number).ThenBy(row => row.Report.Id);

    private IQueryable<Row> Query(ReviewFilter filter)
    {
        var reports = db.ProgressReports.AsNoTracking().Where(report => report.Submissions > 0);
        if (filter.Month is { } month)
        {
            reports = reports.Where(report => report.Month == month);
        }

        if (filter.Status is { } status)
        {
            reports = reports.Where(report => report.Status == status);
        }

        if (filter.UnitId is { } unit)
        {
            reports = reports.Where(report => report.UnitId == unit);
        }

        if (filter.PostId is { } post)
        {
            reports = reports.Where(report => report.PostId == post);
        }

        reports = filter.Doubts switch
        {
            "strong" => reports.Where(report => report.StrongDoubts > 0),
            "any" => reports.Where(report => report.StrongDoubts > 0 || report.WeakDoubts > 0),
            "none" => reports.Where(report => report.StrongDoubts == 0 && report.WeakDoubts == 0),
            "quiet" => reports.Where(report => report.Status == ReturnStatus.InReview && report.StrongDoubts == 0 && report.WeakDoubts == 0 && report.Verdict != Verdict.Behind && report.PlanMet != false),
            _ => reports,
        };
        var rows = from report in reports
                   join item in db.DueItems on report.DueItemId equals item.Id
                   join task in db.KeyTasks on report.TaskId equals task.Id
                   join leader in db.LeaderPosts on report.PostId equals leader.Id
                   select new Row { Report = report, Item = item, Task = task, Post = leader };
        return filter.Late ? rows.Where(row => row.Item.SubmittedAt > row.Item.Deadline) : rows;
    }

    private sealed class Row
    {
        public required ProgressReport Report { get; init; }

        public required DueItem Item { get; init; }

        public required KeyTask Task { get; init; }

        public required LeaderPost Post { get; init; }
    }
}

using System.ComponentModel.DataAnnotations;
using Luoshi.App.Data;
using Luoshi.App.Ledgers;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Calendars;
using Luoshi.Core.Checks;
using Luoshi.Core.Ledgers;
using Luoshi.Core.Reporting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Api;

/// <summary>A unit as other things name it.</summary>
public sealed record UnitView(Guid Id, string Name);

/// <summary>A leader's post with whoever holds it today.</summary>
public sealed record PostView(Guid Id, string Title, string? Holder);

/// <summary>What was reported on a key task last.</summary>
public sealed record LatestReportView(
    Guid Id, ReportingPeriod Month, ReturnStatus Status, string? Progress, bool? PlanMet, string? Shortfall, Verdict? Verdict, Judgement? Judgement, DateTime? SubmittedAt);

/// <summary>重点工作.</summary>
public sealed record KeyTaskView(
    Guid Id,
    Guid LedgerId,
    int Number,
    ReportingFrequency Frequency,
    string Content,
    string? Target,
    string? Deadline,
    DateOnly? DeadlineDate,
    string Theme,
    KeyTaskState State,
    int Version,
    PostView Post,
    UnitView LeadUnit,
    LatestReportView? Latest);

/// <summary>The terms that a key task is to have, all of them, with why and who approved.</summary>
public sealed record Adjustment(
    [property: MaxLength(AddKeyTask.LongestField)] string Content,
    ReportingFrequency Frequency,
    Guid PostId,
    Guid LeadUnitId,
    [property: MaxLength(ReportStepEndpoints.LongestReason)] string Reason,
    [property: MaxLength(200)] string ApprovedBy,
    [property: MaxLength(AddKeyTask.LongestField)] string? Target = null,
    [property: MaxLength(200)] string? Deadline = null,
    DateOnly? DeadlineDate = null);

/// <summary>Where a key task stands after it was changed.</summary>
public sealed record KeyTaskStand(Guid Id, int Version, KeyTaskState State);

/// <summary>Which key tasks are asked for.</summary>
public sealed record KeyTaskFilter
{
    /// <summary>The year of the ledger.</summary>
    [FromQuery(Name = "year"), Range(2000, 2099)]
    public int? Year { get; init; }

    /// <summary>The leader's post.</summary>
    [FromQuery(Name = "post")]
    public Guid? PostId { get; init; }

    /// <summary>The lead unit.</summary>
    [FromQuery(Name = "unit")]
    public Guid? UnitId { get; init; }

    [FromQuery(Name = "state")]
    public Word<KeyTaskState>? State { get; init; }

    /// <summary>What the checks said of the newest return.</summary>
    [FromQuery(Name = "verdict")]
    public Word<Verdict>? Verdict { get; init; }
}

/// <summary>Key tasks, read and adjusted.</summary>
internal static class KeyTaskEndpoints
{
    public static void MapKeyTasks(this IEndpointRouteBuilder api)
    {
        var tasks = api.MapGroup("/key-tasks").WithTags("Key tasks");
        tasks.MapGet("/", ListAsync).Needs(Operation.ViewTasks).WithSummary("Key tasks with their newest return");
        tasks.MapPost("/{id:guid}/adjustments", AdjustAsync)
            .Refuses("forbidden", "task-not-found", "changed-meanwhile", "ledger-closed", "task-closed", "reason-missing", "approval-missing", "nothing-changed", "content-missing", "content-too-long", "post-unknown", "unit-unknown")
            .WithSummary("Adjust a key task: the terms whole, with the reason and who approved");
        tasks.MapGet("/{id:guid}", GetAsync).Needs(Operation.ViewTasks).Refuses("task-not-found").WithSummary("One key task");
    }

    /// <summary>The tasks that the store shows, with names and the newest return, in the order of their ids.</summary>
    public static IQueryable<KeyTaskRow> Rows(LuoshiDb db, KeyTaskFilter filter)
    {
        var tasks = db.KeyTasks.AsNoTracking();
        tasks = filter.Year is { } year ? tasks.Where(task => db.Ledgers.Any(ledger => ledger.Id == task.LedgerId && ledger.Year == year)) : tasks;
        tasks = filter.PostId is { } post ? tasks.Where(task => task.PostId == post) : tasks;
        tasks = filter.UnitId is { } unit ? tasks.Where(task => task.LeadUnitId == unit) : tasks;
        tasks = filter.State?.Value is { } state ? tasks.Where(task => task.State == state) : tasks;
        var rows = from task in tasks
                   join unitOf in db.Units on task.LeadUnitId equals unitOf.Id
                   join postOf in db.LeaderPosts on task.PostId equals postOf.Id
                   from report in db.ProgressReports.Where(report => report.Id == task.LatestReportId).DefaultIfEmpty()
                   select new KeyTaskRow { Task = task, Unit = unitOf, Post = postOf, Report = report };
        return filter.Verdict?.Value is { } verdict ? rows.Where(row => row.Report != null && row.Report.Verdict == verdict) : rows;
    }

    private static async Task<Ok<Listing<KeyTaskView>>> ListAsync([AsParameters] KeyTaskFilter filter, [AsParameters] Part part, LuoshiDb db, TimeProvider clock, CancellationToken ct)
    {
        var rows = await Rows(db, filter).Where(row => row.Task.Id > part.After).OrderBy(row => row.Task.Id).Take(part.Size + 1).ToListAsync(ct);
        var today = Today(clock);
        return TypedResults.Ok(Listings.Of([.. rows.Select(row => row.ToView(today))], part.Size, task => task.Id));
    }

    private static async Task<Results<Ok<KeyTaskView>, ProblemHttpResult>> GetAsync(Guid id, LuoshiDb db, TimeProvider clock, HttpResponse response, CancellationToken ct)
    {
        if (await Rows(db, new KeyTaskFilter()).Where(row => row.Task.Id == id).SingleOrDefaultAsync(ct) is not { } row)
        {
            return new Refusal("task-not-found", "没有找到这项重点工作，可能不在您的范围内。").ToProblem();
        }

        response.Headers.ETag = SeenVersion.Tag(row.Task.Version);
        return TypedResults.Ok(row.ToView(Today(clock)));
    }

    private static async Task<Results<Ok<KeyTaskStand>, ProblemHttpResult>> AdjustAsync(
        Guid id, SeenVersion seen, Adjustment body, AdjustKeyTask adjust, HttpResponse response, CancellationToken ct)
    {
        var terms = new KeyTaskTerms
        {
            Content = body.Content,
            Target = body.Target,
            Deadline = body.Deadline,
            DeadlineDate = body.DeadlineDate,
            Frequency = body.Frequency,
            PostId = body.PostId,
            LeadUnitId = body.LeadUnitId,
        };
        return (await adjust.ExecuteAsync(id, seen.Version, terms, body.Reason, body.ApprovedBy, ct))
            .Answer(seen, response, task => task.Version, task => new KeyTaskStand(task.Id, task.Version, task.State));
    }

    /// <summary>The day in Beijing.</summary>
    public static DateOnly Today(TimeProvider clock) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(clock.GetUtcNow().UtcDateTime, BeijingTime.Zone));
}

/// <summary>A key task as the store has it, with what it names.</summary>
internal sealed record KeyTaskRow
{
    public required KeyTask Task { get; init; }

    public required Unit Unit { get; init; }

    public required LeaderPost Post { get; init; }

    public required ProgressReport? Report { get; init; }

    public KeyTaskView ToView(DateOnly today) => new(
        Task.Id,
        Task.LedgerId,
        Task.Number,
        Task.Frequency,
        Task.Content,
        Task.Target,
        Task.Deadline,
        Task.DeadlineDate,
        Task.Theme,
        Task.State,
        Task.Version,
        new PostView(Post.Id, Post.Title, Post.HolderOn(today)),
        new UnitView(Unit.Id, Unit.DisplayName),
        Report is null ? null : new LatestReportView(
            Report.Id, Report.Month, Report.Status, Report.Progress, Report.PlanMet, Report.Shortfall, Report.Verdict, Report.Judgement, Report.SubmittedAt));
}

using System.ComponentModel.DataAnnotations;
using Luoshi.App.Data;
using Luoshi.App.Reporting;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Checks;
using Luoshi.Core.Reporting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Api;

/// <summary>报送, whole. Its version is the ETag.</summary>
public sealed record ReportView(
    Guid Id,
    Guid DueItemId,
    Guid TaskId,
    Guid UnitId,
    ReportingPeriod Month,
    string Span,
    ReturnStatus Status,
    int Version,
    string? Progress,
    bool? PlanMet,
    string? Shortfall,
    int Submissions,
    DateTime? SubmittedAt,
    DateTime? ReviewedAt,
    string? ReturnReason,
    DateTime? ReturnDueAt,
    Judgement? Judgement,
    Verdict? Verdict,
    int StrongDoubts,
    int WeakDoubts);

/// <summary>What a unit writes: the whole text, never a part of it.</summary>
public sealed record ReportBody(
    [property: MaxLength(ReportText.LongestField)] string? Progress, bool? PlanMet = null, [property: MaxLength(ReportText.LongestField)] string? Shortfall = null)
{
    internal ReportText ToText() => ReportText.Of(Progress, PlanMet, Shortfall);
}

/// <summary>A question that the checks ask, with the words it rests on.</summary>
public sealed record FoundDoubt(DoubtCode Code, DoubtStrength Strength, string Message, IReadOnlyList<EvidenceView> Evidence);

/// <summary>Words of a field of the return or the task.</summary>
public sealed record EvidenceView(string Field, int Start, int Length, string Text);

/// <summary>A return that was submitted, with what the checks found in it.</summary>
public sealed record SubmittedView(Guid ReportId, int Version, ReturnStatus Status, Verdict Verdict, IReadOnlyList<FoundDoubt> Doubts);

/// <summary>Which returns are asked for.</summary>
public sealed record ReportFilter
{
    [FromQuery(Name = "month")]
    public ReportingPeriod? Month { get; init; }

    [FromQuery(Name = "status")]
    public Word<ReturnStatus>? Status { get; init; }

    [FromQuery(Name = "task")]
    public Guid? TaskId { get; init; }

    [FromQuery(Name = "unit")]
    public Guid? UnitId { get; init; }
}

/// <summary>Reports: read, written, submitted by the units.</summary>
internal static class ReportEndpoints
{
    private static readonly Refusal s_notFound = new("report-not-found", "没有找到这条报送，可能已被撤回。");

    public static void MapReports(this IEndpointRouteBuilder api)
    {
        var ofItem = api.MapGroup("/due-items/{dueItemId:guid}/progress-report").WithTags("Progress reports");
        ofItem.MapGet("/", GetOfItemAsync).Needs(Operation.ViewTasks).Refuses("report-not-found").WithSummary("The return on a due item");
        ofItem.MapPut("/", SaveAsync)
            .Refuses("forbidden", "due-item-not-found", "changed-meanwhile", "report-not-editable", "text-too-long")
            .WithSummary("Save the draft of a return");
        ofItem.MapPost("/submission", SubmitAsync)
            .Refuses("forbidden", "due-item-not-found", "changed-meanwhile", "report-not-editable", "text-too-long", "progress-missing", "shortfall-unexplained")
            .WithSummary("Submit a return: checked, kept as a version, put before whoever is next");

        var reports = api.MapGroup("/progress-reports").WithTags("Progress reports");
        reports.MapGet("/", ListAsync).Needs(Operation.ViewTasks).WithSummary("Returns by month, status, task and unit: those in review with status=inReview");
        reports.MapGet("/{id:guid}", GetAsync).Needs(Operation.ViewTasks).Refuses("report-not-found").WithSummary("One return");
    }

    private static Task<Results<Ok<ReportView>, ProblemHttpResult>> GetOfItemAsync(Guid dueItemId, LuoshiDb db, HttpResponse response, CancellationToken ct) =>
        OneAsync(db.ProgressReports.Where(report => report.DueItemId == dueItemId), response, ct);

    private static Task<Results<Ok<ReportView>, ProblemHttpResult>> GetAsync(Guid id, LuoshiDb db, HttpResponse response, CancellationToken ct) =>
        OneAsync(db.ProgressReports.Where(report => report.Id == id), response, ct);

    private static async Task<Ok<Listing<ReportView>>> ListAsync([AsParameters] ReportFilter filter, [AsParameters] Part part, LuoshiDb db, CancellationToken ct)
    {
        var reports = db.ProgressReports.Where(report => report.Id > part.After);
        reports = filter.Month is { } month ? reports.Where(report => report.Month == month) : reports;
        reports = filter.Status?.Value is { } status ? reports.Where(report => report.Status == status) : reports;
        reports = filter.TaskId is { } task ? reports.Where(report => report.TaskId == task) : reports;
        reports = filter.UnitId is { } unit ? reports.Where(report => report.UnitId == unit) : reports;
        return TypedResults.Ok(Listings.Of(await Views(reports.OrderBy(report => report.Id).Take(part.Size + 1)).ToListAsync(ct), part.Size, report => report.Id));
    }

    private static IQueryable<ReportView> Views(IQueryable<ProgressReport> reports) => reports.Select(report => new ReportView(
        report.Id, report.DueItemId, report.TaskId, report.UnitId, report.Month, report.Span, report.Status, report.Version, report.Progress, report.PlanMet, report.Shortfall,
        report.Submissions, report.SubmittedAt, report.ReviewedAt, report.ReturnReason, report.ReturnDueAt, report.Judgement, report.Verdict, report.StrongDoubts, report.WeakDoubts));

    private static async Task<Results<Ok<ReportView>, ProblemHttpResult>> OneAsync(IQueryable<ProgressReport> reports, HttpResponse response, CancellationToken ct)
    {
        var view = await Views(reports).SingleOrDefaultAsync(ct);
        if (view is null)
        {
            return s_notFound.ToProblem();
        }

        response.Headers.ETag = SeenVersion.Tag(view.Version);
        return TypedResults.Ok(view);
    }

    private static async Task<Results<Ok<ReportStand>, ProblemHttpResult>> SaveAsync(Guid dueItemId, SeenVersion seen, ReportBody body, SaveDraft save, HttpResponse response, CancellationToken ct) =>
        ReportStepEndpoints.Answer(await save.ExecuteAsync(dueItemId, seen.Version, body.ToText(), ct), seen, response);

    private static async Task<Results<Ok<SubmittedView>, ProblemHttpResult>> SubmitAsync(
        Guid dueItemId, SeenVersion seen, ReportBody body, SubmitReport submit, HttpResponse response, CancellationToken ct)
    {
        var outcome = await submit.ExecuteAsync(dueItemId, seen.Version, body.ToText(), ct);
        if (outcome.Refusal is { } refusal)
        {
            return refusal.ToProblem(seen);
        }

        var (stand, check) = outcome.Value;
        response.Headers.ETag = SeenVersion.Tag(stand.Version);
        var doubts = check.Doubts.Select(doubt => new FoundDoubt(doubt.Code, doubt.Strength, doubt.Message, [.. doubt.Evidence.Select(View)]));
        return TypedResults.Ok(new SubmittedView(stand.ReportId, stand.Version, stand.Status, check.Verdict, [.. doubts]));
    }

    /// <summary>The words that a doubt rests on.</summary>
    public static EvidenceView View(Evidence evidence) => new(evidence.Field, evidence.Span.Start, evidence.Span.Length, evidence.Text);
}

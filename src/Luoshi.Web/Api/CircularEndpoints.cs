using System.ComponentModel.DataAnnotations;
using Luoshi.App.Data;
using Luoshi.App.Supervision;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Reporting;
using Luoshi.Core.Supervision;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Api;

/// <summary>通报, as lists tell it.</summary>
public sealed record CircularLineView(Guid Id, ReportingPeriod Month, Guid MaterialId, string Title, CircularState State, int Version, DateTime DraftedAt, DateTime? IssuedAt);

/// <summary>通报, one paragraph of the body a line. Its version is the ETag. <c>Suggestions</c> are never printed, and null for whoever does not write circulars.</summary>
public sealed record CircularView(
    Guid Id, ReportingPeriod Month, Guid MaterialId, string Title, string Body, string? Suggestions, CircularState State, int Version, string? ApprovedBy, DateTime DraftedAt, DateTime? IssuedAt);

/// <summary>The text of a circular, finished by hand.</summary>
public sealed record CircularText([property: MaxLength(400)] string Title, [property: MaxLength(Circular.LongestBody * 2)] string Body);

/// <summary>Who approved that a circular is issued.</summary>
public sealed record CircularIssue([property: MaxLength(100)] string ApprovedBy);

/// <summary>Which circulars are asked for.</summary>
public sealed record CircularFilter
{
    [FromQuery(Name = "month")]
    public ReportingPeriod? Month { get; init; }

    [FromQuery(Name = "state")]
    public Word<CircularState>? State { get; init; }
}

/// <summary>Circulars: drafted from a material, finished by hand, issued.</summary>
internal static class CircularEndpoints
{
    public static void MapCirculars(this IEndpointRouteBuilder api)
    {
        api.MapPost("/materials/{id:guid}/circulars", DraftAsync).WithTags("Circulars").Refuses("forbidden", "material-not-found", "changed-meanwhile").WithSummary("Draft a circular from a material");

        var circulars = api.MapGroup("/circulars").WithTags("Circulars");
        circulars.MapGet("/", ListAsync).Needs(Operation.ViewTasks).WithSummary("Circulars by month and state, without their text");

        var one = circulars.MapGroup("/{id:guid}").Refuses("circular-not-found");
        one.MapGet("/", GetAsync).Needs(Operation.ViewTasks).WithSummary("One circular");
        one.MapPut("/", EditAsync).Refuses("forbidden", "changed-meanwhile", "circular-issued", "circular-empty", "text-too-long").WithSummary("Change the text of a draft");
        one.MapPost("/issue", IssueAsync).Refuses("forbidden", "changed-meanwhile", "circular-issued", "approval-missing", "approver-too-long").WithSummary("Issue a circular: from then on it changes no more");
    }

    private static async Task<Ok<Listing<CircularLineView>>> ListAsync([AsParameters] CircularFilter filter, [AsParameters] Part part, LuoshiDb db, CancellationToken ct)
    {
        var circulars = db.Circulars.Where(circular => circular.Id > part.After);
        circulars = filter.Month is { } month ? circulars.Where(circular => circular.Month == month) : circulars;
        circulars = filter.State?.Value is { } state ? circulars.Where(circular => circular.State == state) : circulars;
        var rows = await circulars.OrderBy(circular => circular.Id).Take(part.Size + 1)
            .Select(circular => new CircularLineView(circular.Id, circular.Month, circular.MaterialId, circular.Title, circular.State, circular.Version, circular.DraftedAt, circular.IssuedAt))
            .ToListAsync(ct);
        return TypedResults.Ok(Listings.Of(rows, part.Size, circular => circular.Id));
    }

    private static async Task<Results<Ok<CircularView>, ProblemHttpResult>> GetAsync(Guid id, LuoshiDb db, HttpResponse response, CancellationToken ct) =>
        await db.Circulars.AsNoTracking().SingleOrDefaultAsync(circular => circular.Id == id, ct) is { } found
            ? Answer(found, null, db, response)
            : new Refusal("circular-not-found", "没有找到这份通报。").ToProblem();

    private static async Task<Results<Created<CircularView>, ProblemHttpResult>> DraftAsync(Guid id, DraftCircular draft, LuoshiDb db, HttpResponse response, CancellationToken ct) =>
        (await draft.ExecuteAsync(id, ct)).AnswerCreated(response, circular => $"circulars/{circular.Id}", circular => circular.Version, circular => View(circular, db));

    private static async Task<Results<Ok<CircularView>, ProblemHttpResult>> EditAsync(
        Guid id, SeenVersion seen, CircularText body, EditCircular edit, LuoshiDb db, HttpResponse response, CancellationToken ct) =>
        Answer(await edit.ExecuteAsync(id, seen.Version, body.Title, body.Body, ct), seen, db, response);

    private static async Task<Results<Ok<CircularView>, ProblemHttpResult>> IssueAsync(
        Guid id, SeenVersion seen, CircularIssue body, IssueCircular issue, LuoshiDb db, HttpResponse response, CancellationToken ct) =>
        Answer(await issue.ExecuteAsync(id, seen.Version, body.ApprovedBy, ct), seen, db, response);

    private static Results<Ok<CircularView>, ProblemHttpResult> Answer(Outcome<Circular> outcome, SeenVersion? seen, LuoshiDb db, HttpResponse response) =>
        outcome.Answer(seen, response, circular => circular.Version, circular => View(circular, db));

    private static CircularView View(Circular row, LuoshiDb db) => new(
        row.Id, row.Month, row.MaterialId, row.Title, row.Body, db.Access.Role is { } role && Grants.Allows(role, Operation.WriteCircular) ? row.Suggestions : null,
        row.State, row.Version, row.ApprovedBy, row.DraftedAt, row.IssuedAt);
}

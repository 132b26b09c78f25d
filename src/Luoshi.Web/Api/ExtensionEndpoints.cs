using System.ComponentModel.DataAnnotations;
using Luoshi.App.Data;
using Luoshi.App.Reporting;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Reporting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Api;

/// <summary>延期申请, and what became of it. Its version is the ETag.</summary>
public sealed record ExtensionView(
    Guid Id, Guid DueItemId, Guid TaskId, Guid UnitId, ReportingPeriod Month, DateTime Until, string Reason, DateTime AskedAt, ExtensionState State, int Version, string? Note, DateTime? DecidedAt);

/// <summary>Until when a unit asks for more time, and why.</summary>
public sealed record NewExtension(DateTime Until, [property: MaxLength(ExtensionRequest.LongestReason * 2)] string Reason);

/// <summary>Whether more time is granted. <c>Note</c> says why where it is not.</summary>
public sealed record ExtensionDecision(bool Granted, [property: MaxLength(ExtensionRequest.LongestReason)] string? Note = null);

/// <summary>Which extensions are asked for.</summary>
public sealed record ExtensionFilter
{
    [FromQuery(Name = "month")]
    public ReportingPeriod? Month { get; init; }

    [FromQuery(Name = "unit")]
    public Guid? UnitId { get; init; }

    [FromQuery(Name = "state")]
    public Word<ExtensionState>? State { get; init; }
}

/// <summary>More time for due items: asked for by units, decided by the office.</summary>
internal static class ExtensionEndpoints
{
    public static void MapExtensions(this IEndpointRouteBuilder api)
    {
        api.MapPost("/due-items/{id:guid}/extensions", AskAsync).WithTags("Extensions")
            .Refuses("forbidden", "due-item-not-found", "extension-asked", "already-submitted", "extension-too-late", "extension-not-later", "extension-too-far", "reason-missing", "reason-too-long", "changed-meanwhile")
            .WithSummary("Ask for more time, before the time is up, by the unit");

        var extensions = api.MapGroup("/extensions").WithTags("Extensions");
        extensions.MapGet("/", ListAsync).Needs(Operation.ViewTasks).WithSummary("Requests for more time by month, unit and state");

        var one = extensions.MapGroup("/{id:guid}").Refuses("extension-not-found");
        one.MapGet("/", GetAsync).Needs(Operation.ViewTasks).WithSummary("One request for more time");
        one.MapPost("/decision", DecideAsync)
            .Refuses("forbidden", "changed-meanwhile", "extension-decided", "reason-missing", "reason-too-long", "already-submitted", "extension-too-late", "extension-not-later")
            .WithSummary("Grant more time, or say why not");
    }

    private static async Task<Ok<Listing<ExtensionView>>> ListAsync([AsParameters] ExtensionFilter filter, [AsParameters] Part part, LuoshiDb db, CancellationToken ct)
    {
        var rows = db.ExtensionRequests.AsNoTracking().Where(request => request.Id > part.After);
        rows = filter.Month is { } month ? rows.Where(request => request.Month == month) : rows;
        rows = filter.UnitId is { } unit ? rows.Where(request => request.UnitId == unit) : rows;
        rows = filter.State?.Value is { } state ? rows.Where(request => request.State == state) : rows;
        return TypedResults.Ok(Listings.Of([.. (await rows.OrderBy(request => request.Id).Take(part.Size + 1).ToListAsync(ct)).Select(View)], part.Size, request => request.Id));
    }

    private static async Task<Results<Ok<ExtensionView>, ProblemHttpResult>> GetAsync(Guid id, LuoshiDb db, HttpResponse response, CancellationToken ct) =>
        await db.ExtensionRequests.AsNoTracking().SingleOrDefaultAsync(request => request.Id == id, ct) is { } found
            ? Answer(found, null, response)
            : new Refusal("extension-not-found", "没有找到这个延期申请。").ToProblem();

    private static async Task<Results<Created<ExtensionView>, ProblemHttpResult>> AskAsync(Guid id, NewExtension body, AskExtension ask, HttpResponse response, CancellationToken ct) =>
        (await ask.ExecuteAsync(id, body.Until, body.Reason, ct)).AnswerCreated(response, asked => $"extensions/{asked.Id}", asked => asked.Version, View);

    private static async Task<Results<Ok<ExtensionView>, ProblemHttpResult>> DecideAsync(
        Guid id, SeenVersion seen, ExtensionDecision body, DecideExtension decide, HttpResponse response, CancellationToken ct) =>
        Answer(await decide.ExecuteAsync(id, seen.Version, body.Granted, body.Note, ct), seen, response);

    private static Results<Ok<ExtensionView>, ProblemHttpResult> Answer(Outcome<ExtensionRequest> outcome, SeenVersion? seen, HttpResponse response) =>
        outcome.Answer(seen, response, request => request.Version, View);

    private static ExtensionView View(ExtensionRequest row) => new(
        row.Id, row.DueItemId, row.TaskId, row.UnitId, row.Month, row.Until, row.Reason, row.AskedAt, row.State, row.Version, row.Note, row.DecidedAt);
}

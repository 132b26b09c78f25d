using System.ComponentModel.DataAnnotations;
using Luoshi.App.Data;
using Luoshi.App.Supervision;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Supervision;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Api;

/// <summary>整改, with everything that was said on it. Its version is the ETag.</summary>
public sealed record RectificationView(
    Guid Id, Guid TaskId, Guid UnitId, RectificationOrigin Origin, string Requirement, DateTime DueAt, RectificationState State, int Version, DateTime OpenedAt, DateTime? ClosedAt, IReadOnlyList<RectificationStepView> Steps);

/// <summary>What was said, and the state it led to. <c>Files</c> names the proofs of an answer.</summary>
public sealed record RectificationStepView(RectificationState State, string Text, string? Files, DateTime At);

/// <summary>What the accountable unit of a key task must put right, what that comes from, and by when.</summary>
public sealed record NewRectification(RectificationOrigin Origin, [property: MaxLength(Rectification.LongestText * 2)] string Requirement, DateTime DueAt);

/// <summary>What the unit did, and the files that prove it by name or number.</summary>
public sealed record RectificationReply([property: MaxLength(Rectification.LongestText * 2)] string Text, [property: MaxLength(Rectification.LongestText * 2)] string? Files = null);

/// <summary>What is not yet put right, and until when it must be.</summary>
public sealed record RectificationReturn([property: MaxLength(Rectification.LongestText * 2)] string Reason, DateTime DueAt);

/// <summary>What a rectification was verified by.</summary>
public sealed record RectificationClosure([property: MaxLength(Rectification.LongestText * 2)] string Reason);

/// <summary>Which rectifications are asked for.</summary>
public sealed record RectificationFilter
{
    [FromQuery(Name = "task")]
    public Guid? TaskId { get; init; }

    [FromQuery(Name = "unit")]
    public Guid? UnitId { get; init; }

    [FromQuery(Name = "state")]
    public Word<RectificationState>? State { get; init; }
}

/// <summary>Rectifications: opened and verified by the office, answered by the unit.</summary>
internal static class RectificationEndpoints
{
    public static void MapRectifications(this IEndpointRouteBuilder api)
    {
        api.MapPost("/key-tasks/{id:guid}/rectifications", OpenAsync).WithTags("Rectifications")
            .Refuses("forbidden", "task-not-found", "task-closed", "requirement-missing", "text-too-long", "due-past", "changed-meanwhile")
            .WithSummary("Ask the accountable unit of a key task to put something right");

        var rectifications = api.MapGroup("/rectifications").WithTags("Rectifications");
        rectifications.MapGet("/", ListAsync).Needs(Operation.ViewTasks).WithSummary("Rectifications by task, unit and state");

        var one = rectifications.MapGroup("/{id:guid}").Refuses("rectification-not-found");
        one.MapGet("/", GetAsync).Needs(Operation.ViewTasks).WithSummary("One rectification");
        one.MapPost("/replies", ReplyAsync).Refuses("forbidden", "changed-meanwhile", "rectification-not-open", "reply-missing", "text-too-long").WithSummary("Answer a rectification, by the unit");
        one.MapPost("/return", ReturnAsync)
            .Refuses("forbidden", "changed-meanwhile", "rectification-not-replied", "reason-missing", "text-too-long", "due-past")
            .WithSummary("Send a rectification back: it is not yet put right");
        one.MapPost("/closure", CloseAsync)
            .Refuses("forbidden", "changed-meanwhile", "rectification-not-replied", "reason-missing", "text-too-long")
            .WithSummary("Close a rectification: it was verified");
    }

    private static async Task<Ok<Listing<RectificationView>>> ListAsync([AsParameters] RectificationFilter filter, [AsParameters] Part part, LuoshiDb db, CancellationToken ct)
    {
        var rows = db.Rectifications.AsNoTracking().Where(rectification => rectification.Id > part.After);
        rows = filter.TaskId is { } task ? rows.Where(rectification => rectification.TaskId == task) : rows;
        rows = filter.UnitId is { } unit ? rows.Where(rectification => rectification.UnitId == unit) : rows;
        rows = filter.State?.Value is { } state ? rows.Where(rectification => rectification.State == state) : rows;
        return TypedResults.Ok(Listings.Of([.. (await rows.OrderBy(rectification => rectification.Id).Take(part.Size + 1).ToListAsync(ct)).Select(View)], part.Size, rectification => rectification.Id));
    }

    private static async Task<Results<Ok<RectificationView>, ProblemHttpResult>> GetAsync(Guid id, LuoshiDb db, HttpResponse response, CancellationToken ct) =>
        await db.Rectifications.AsNoTracking().SingleOrDefaultAsync(rectification => rectification.Id == id, ct) is { } found
            ? Answer(found, null, response)
            : new Refusal("rectification-not-found", "没有找到这项整改。").ToProblem();

    private static async Task<Results<Created<RectificationView>, ProblemHttpResult>> OpenAsync(Guid id, NewRectification body, OpenRectification open, HttpResponse response, CancellationToken ct) =>
        (await open.ExecuteAsync(id, body.Origin, body.Requirement, body.DueAt, ct)).AnswerCreated(response, opened => $"rectifications/{opened.Id}", opened => opened.Version, View);

    private static async Task<Results<Ok<RectificationView>, ProblemHttpResult>> ReplyAsync(
        Guid id, SeenVersion seen, RectificationReply body, ReplyToRectification reply, HttpResponse response, CancellationToken ct) =>
        Answer(await reply.ExecuteAsync(id, seen.Version, body.Text, body.Files, ct), seen, response);

    private static async Task<Results<Ok<RectificationView>, ProblemHttpResult>> ReturnAsync(
        Guid id, SeenVersion seen, RectificationReturn body, ReturnRectification sendBack, HttpResponse response, CancellationToken ct) =>
        Answer(await sendBack.ExecuteAsync(id, seen.Version, body.Reason, body.DueAt, ct), seen, response);

    private static async Task<Results<Ok<RectificationView>, ProblemHttpResult>> CloseAsync(
        Guid id, SeenVersion seen, RectificationClosure body, CloseRectification close, HttpResponse response, CancellationToken ct) =>
        Answer(await close.ExecuteAsync(id, seen.Version, body.Reason, ct), seen, response);

    private static Results<Ok<RectificationView>, ProblemHttpResult> Answer(Outcome<Rectification> outcome, SeenVersion? seen, HttpResponse response) =>
        outcome.Answer(seen, response, rectification => rectification.Version, View);

    private static RectificationView View(Rectification row) => new(
        row.Id, row.TaskId, row.UnitId, row.Origin, row.Requirement, row.DueAt, row.State, row.Version, row.OpenedAt, row.ClosedAt,
        [.. row.Steps.Select(step => new RectificationStepView(step.State, step.Text, step.Files, step.At))]);
}

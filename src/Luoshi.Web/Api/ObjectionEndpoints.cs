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

/// <summary>异议. Its version is the ETag. <c>DoubtId</c> is null where it is to the office's decision.</summary>
public sealed record ObjectionView(
    Guid Id,
    Guid ReportId,
    Guid? DoubtId,
    Guid TaskId,
    Guid UnitId,
    string Decision,
    DateTime DecidedAt,
    string Grounds,
    DateTime RaisedAt,
    DateOnly AnswerDue,
    ObjectionState State,
    int Version,
    string? Answer,
    DateTime? AnsweredAt);

/// <summary>Why the unit thinks otherwise: of the newest decision on its return, or of a doubt on it.</summary>
public sealed record NewObjection([property: MaxLength(Objection.LongestText * 2)] string Grounds, Guid? DoubtId = null);

/// <summary>The decision with its reasons. <c>Judgement</c> is the one instead of the old, of a doubt any; null dismisses the objection.</summary>
public sealed record ObjectionDecision([property: MaxLength(Objection.LongestText * 2)] string Answer, Judgement? Judgement = null);

/// <summary>Which objections are asked for.</summary>
public sealed record ObjectionFilter
{
    [FromQuery(Name = "report")]
    public Guid? ReportId { get; init; }

    [FromQuery(Name = "unit")]
    public Guid? UnitId { get; init; }

    [FromQuery(Name = "state")]
    public Word<ObjectionState>? State { get; init; }
}

/// <summary>Objections of units, decided by somebody who had no part in what is objected to.</summary>
internal static class ObjectionEndpoints
{
    public static void MapObjections(this IEndpointRouteBuilder api)
    {
        api.MapPost("/progress-reports/{id:guid}/objections", RaiseAsync).WithTags("Objections")
            .Refuses("forbidden", "report-not-found", "doubt-not-found", "nothing-to-object", "text-too-long", "objection-already-raised", "objection-too-early", "objection-too-late", "objection-grounds-missing", "changed-meanwhile")
            .WithSummary("Object to the newest decision on a return or to a doubt on it, by the unit");

        var objections = api.MapGroup("/objections").WithTags("Objections");
        objections.MapGet("/", ListAsync).Needs(Operation.ViewTasks).WithSummary("Objections by return, unit and state");

        var one = objections.MapGroup("/{id:guid}").Refuses("objection-not-found");
        one.MapGet("/", GetAsync).Needs(Operation.ViewTasks).WithSummary("One objection");
        one.MapPost("/decision", DecideAsync)
            .Refuses("forbidden", "changed-meanwhile", "text-too-long", "objection-already-answered", "objection-own-decision", "objection-answer-missing")
            .WithSummary("Decide on an objection, by somebody who had no part in what is objected to");
    }

    private static async Task<Ok<Listing<ObjectionView>>> ListAsync([AsParameters] ObjectionFilter filter, [AsParameters] Part part, LuoshiDb db, CancellationToken ct)
    {
        var rows = db.Objections.AsNoTracking().Where(objection => objection.Id > part.After);
        rows = filter.ReportId is { } report ? rows.Where(objection => objection.ReportId == report) : rows;
        rows = filter.UnitId is { } unit ? rows.Where(objection => objection.UnitId == unit) : rows;
        rows = filter.State?.Value is { } state ? rows.Where(objection => objection.State == state) : rows;
        return TypedResults.Ok(Listings.Of([.. (await rows.OrderBy(objection => objection.Id).Take(part.Size + 1).ToListAsync(ct)).Select(View)], part.Size, objection => objection.Id));
    }

    private static async Task<Results<Ok<ObjectionView>, ProblemHttpResult>> GetAsync(Guid id, LuoshiDb db, HttpResponse response, CancellationToken ct) =>
        await db.Objections.AsNoTracking().SingleOrDefaultAsync(objection => objection.Id == id, ct) is { } found
            ? Answer(found, null, response)
            : new Refusal("objection-not-found", "没有找到这条异议。").ToProblem();

    private static async Task<Results<Created<ObjectionView>, ProblemHttpResult>> RaiseAsync(Guid id, NewObjection body, RaiseObjection raise, HttpResponse response, CancellationToken ct) =>
        (await raise.ExecuteAsync(id, body.DoubtId, body.Grounds, ct)).AnswerCreated(response, raised => $"objections/{raised.Id}", raised => raised.Version, View);

    private static async Task<Results<Ok<ObjectionView>, ProblemHttpResult>> DecideAsync(
        Guid id, SeenVersion seen, ObjectionDecision body, DecideObjection decide, HttpResponse response, CancellationToken ct) =>
        Answer(await decide.ExecuteAsync(id, seen.Version, body.Judgement, body.Answer, ct), seen, response);

    private static Results<Ok<ObjectionView>, ProblemHttpResult> Answer(Outcome<Objection> outcome, SeenVersion? seen, HttpResponse response) =>
        outcome.Answer(seen, response, objection => objection.Version, View);

    private static ObjectionView View(Objection row) => new(
        row.Id, row.ReportId, row.IsToDoubt ? row.SubjectId : null, row.TaskId, row.UnitId, row.Decision, row.DecidedAt, row.Grounds, row.RaisedAt, row.AnswerDue,
        row.State, row.Version, row.Answer, row.AnsweredAt);
}

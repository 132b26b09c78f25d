using System.ComponentModel.DataAnnotations;
using Luoshi.App.Data;
using Luoshi.App.Reporting;
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

/// <summary>疑点, with what was answered.</summary>
public sealed record DoubtView(
    Guid Id, Guid ReportId, Guid TaskId, Guid UnitId, ReportingPeriod Month, DoubtCode Code, DoubtStrength Strength, string Message, IReadOnlyList<EvidenceView> Evidence,
    DoubtState State, string? Answer, DateTime? AnsweredAt, string? EarlierAnswer, int Version);

/// <summary>What is answered to a doubt.</summary>
public sealed record Settlement(DoubtState State, [property: MaxLength(ReportStepEndpoints.LongestReason)] string? Answer = null);

/// <summary>Which doubts are asked for.</summary>
public sealed record DoubtFilter
{
    [FromQuery(Name = "month")]
    public ReportingPeriod? Month { get; init; }

    [FromQuery(Name = "report")]
    public Guid? ReportId { get; init; }

    [FromQuery(Name = "state")]
    public Word<DoubtState>? State { get; init; }

    [FromQuery(Name = "strength")]
    public Word<DoubtStrength>? Strength { get; init; }
}

/// <summary>The doubts that the checks raised.</summary>
internal static class DoubtEndpoints
{
    public static void MapDoubts(this IEndpointRouteBuilder api)
    {
        var doubts = api.MapGroup("/doubts").WithTags("Doubts");
        doubts.MapGet("/", ListAsync).Needs(Operation.ViewTasks).WithSummary("Doubts by month, return, state and strength");
        doubts.MapPost("/{id:guid}/settlement", SettleAsync)
            .Refuses("forbidden", "doubt-not-found", "changed-meanwhile", "doubt-settled", "answer-missing", "answer-unknown")
            .WithSummary("Explain a doubt, by the unit, or accept it, by the office");
    }

    private static async Task<Ok<Listing<DoubtView>>> ListAsync([AsParameters] DoubtFilter filter, [AsParameters] Part part, LuoshiDb db, CancellationToken ct)
    {
        var doubts = db.RaisedDoubts.AsNoTracking().Where(doubt => doubt.Id > part.After);
        doubts = filter.Month is { } month ? doubts.Where(doubt => doubt.Month == month) : doubts;
        doubts = filter.ReportId is { } report ? doubts.Where(doubt => doubt.ReportId == report) : doubts;
        doubts = filter.State?.Value is { } state ? doubts.Where(doubt => doubt.State == state) : doubts;
        doubts = filter.Strength?.Value is { } strength ? doubts.Where(doubt => doubt.Strength == strength) : doubts;
        var rows = await doubts.OrderBy(doubt => doubt.Id).Take(part.Size + 1).ToListAsync(ct);
        return TypedResults.Ok(Listings.Of([.. rows.Select(View)], part.Size, doubt => doubt.Id));
    }

    private static async Task<Results<Ok<DoubtView>, ProblemHttpResult>> SettleAsync(
        Guid id, SeenVersion seen, Settlement body, SettleDoubt settle, HttpResponse response, CancellationToken ct) =>
        (await settle.ExecuteAsync(id, seen.Version, body.State, body.Answer, ct)).Answer(seen, response, doubt => doubt.Version, View);

    private static DoubtView View(RaisedDoubt doubt) => new(
        doubt.Id, doubt.ReportId, doubt.TaskId, doubt.UnitId, doubt.Month, doubt.Code, doubt.Strength, doubt.Message, [.. doubt.Evidence.Select(ReportEndpoints.View)],
        doubt.State, doubt.Answer, doubt.AnsweredAt, doubt.EarlierAnswer, doubt.Version);
}

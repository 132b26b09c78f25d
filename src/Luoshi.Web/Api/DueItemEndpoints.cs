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

/// <summary>应报事项, as it stands now. Its version is the ETag. <c>Report</c> is null where nothing has been written yet.</summary>
public sealed record DueItemView(
    Guid Id,
    Guid TaskId,
    Guid UnitId,
    ReportingPeriod Month,
    string Span,
    DateTime DueAt,
    DateTime? ExtendedTo,
    bool Voluntary,
    string? ExemptReason,
    DateTime? SubmittedAt,
    DueState State,
    int Version,
    DueReportView? Report);

/// <summary>The return on a due item, as lists tell it.</summary>
public sealed record DueReportView(Guid Id, int Version, ReturnStatus Status, int Submissions);

/// <summary>Why nothing need be reported.</summary>
public sealed record Exemption([property: MaxLength(ReportStepEndpoints.LongestReason)] string Reason);

/// <summary>Why the return is asked for after all. The unit reads it.</summary>
public sealed record ExemptionLifting([property: MaxLength(ReportStepEndpoints.LongestReason)] string Reason);

/// <summary>Which due items are asked for.</summary>
public sealed record DueItemFilter
{
    [FromQuery(Name = "month")]
    public ReportingPeriod? Month { get; init; }

    [FromQuery(Name = "task")]
    public Guid? TaskId { get; init; }

    [FromQuery(Name = "unit")]
    public Guid? UnitId { get; init; }

    /// <summary>Where they stand now.</summary>
    [FromQuery(Name = "state")]
    public Word<DueState>? State { get; init; }
}

/// <summary>What is asked of the units.</summary>
internal static class DueItemEndpoints
{
    public static void MapDueItems(this IEndpointRouteBuilder api)
    {
        var items = api.MapGroup("/due-items").WithTags("Due items");
        items.MapGet("/", ListAsync).Needs(Operation.ViewTasks).WithSummary("Due items by month, task, unit and state");
        items.MapGet("/{id:guid}", GetAsync).Needs(Operation.ViewTasks).Refuses("due-item-not-found").WithSummary("One due item");
        items.MapPost("/{id:guid}/exemption", ExemptAsync)
            .Refuses("forbidden", "due-item-not-found", "changed-meanwhile", "already-submitted", "reason-missing")
            .WithSummary("Free a unit from one return, with the reason");
        items.MapPost("/{id:guid}/exemption/lifting", LiftAsync)
            .Refuses("forbidden", "due-item-not-found", "changed-meanwhile", "not-exempt", "reason-missing", "ledger-closed", "task-closed")
            .WithSummary("Ask for a return again that a unit was freed from, with the reason");
    }

    private static async Task<Ok<Listing<DueItemView>>> ListAsync([AsParameters] DueItemFilter filter, [AsParameters] Part part, LuoshiDb db, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var items = db.DueItems.AsNoTracking().Where(item => item.Id > part.After);
        items = filter.Month is { } month ? items.Where(item => item.Month == month) : items;
        items = filter.TaskId is { } task ? items.Where(item => item.TaskId == task) : items;
        items = filter.UnitId is { } unit ? items.Where(item => item.UnitId == unit) : items;
        items = filter.State?.Value is { } state ? InState(items, state, now) : items;
        var rows = await WithReports(db, items).OrderBy(row => row.Item.Id).Take(part.Size + 1).ToListAsync(ct);
        return TypedResults.Ok(Listings.Of([.. rows.Select(row => row.ToView(now))], part.Size, item => item.Id));
    }

    private static async Task<Results<Ok<DueItemView>, ProblemHttpResult>> GetAsync(Guid id, LuoshiDb db, TimeProvider clock, HttpResponse response, CancellationToken ct)
    {
        if (await WithReports(db, db.DueItems.AsNoTracking().Where(item => item.Id == id)).SingleOrDefaultAsync(ct) is not { } row)
        {
            return new Refusal("due-item-not-found", "没有找到这一项应报事项，可能已被撤销，或不是本单位的。").ToProblem();
        }

        response.Headers.ETag = SeenVersion.Tag(row.Item.Version);
        return TypedResults.Ok(row.ToView(clock.GetUtcNow().UtcDateTime));
    }

    private static async Task<Results<Ok<DueItemView>, ProblemHttpResult>> ExemptAsync(
        Guid id, SeenVersion seen, Exemption body, ExemptDueItem exempt, LuoshiDb db, TimeProvider clock, HttpResponse response, CancellationToken ct)
    {
        var outcome = await exempt.ExecuteAsync(id, seen.Version, body.Reason, ct);
        return outcome.Refusal is { } refusal ? refusal.ToProblem(seen) : await GetAsync(id, db, clock, response, ct);
    }

    private static async Task<Results<Ok<DueItemView>, ProblemHttpResult>> LiftAsync(
        Guid id, SeenVersion seen, ExemptionLifting body, LiftExemption lift, LuoshiDb db, TimeProvider clock, HttpResponse response, CancellationToken ct)
    {
        var outcome = await lift.ExecuteAsync(id, seen.Version, body.Reason, ct);
        return outcome.Refusal is { } refusal ? refusal.ToProblem(seen) : await GetAsync(id, db, clock, response, ct);
    }

    private static IQueryable<DueItemRow> WithReports(LuoshiDb db, IQueryable<DueItem> items) =>
        from item in items
        from report in db.ProgressReports.Where(report => report.DueItemId == item.Id).DefaultIfEmpty()
        select new DueItemRow { Item = item, Report = report };

    // As DueStates.Of says, in terms that the database knows; a test holds them together.
    private static IQueryable<DueItem> InState(IQueryable<DueItem> items, DueState state, DateTime now)
    {
        var asked = items.Where(item => item.ExemptReason == null && !item.IsVoluntary);
        return state switch
        {
            DueState.Exempt => items.Where(item => item.ExemptReason != null),
            DueState.Voluntary => items.Where(item => item.ExemptReason == null && item.IsVoluntary),
            DueState.OnTime => asked.Where(item => item.SubmittedAt != null && item.SubmittedAt <= now && item.SubmittedAt <= item.Deadline),
            DueState.Late => asked.Where(item => item.SubmittedAt != null && item.SubmittedAt <= now && item.SubmittedAt > item.Deadline),
            DueState.Due => asked.Where(item => (item.SubmittedAt == null || item.SubmittedAt > now) && item.Deadline >= now),
            DueState.Missing => asked.Where(item => (item.SubmittedAt == null || item.SubmittedAt > now) && item.Deadline < now),

            // What has not been opened has no row.
            DueState.NotDue => items.Where(_ => false),
        };
    }

    private sealed record DueItemRow
    {
        public required DueItem Item { get; init; }

        public required ProgressReport? Report { get; init; }

        public DueItemView ToView(DateTime now) => new(
            Item.Id, Item.TaskId, Item.UnitId, Item.Month, Item.Span, Item.DueAt, Item.ExtendedTo, Item.IsVoluntary, Item.ExemptReason, Item.SubmittedAt, Item.StateAt(now), Item.Version,
            Report is null ? null : new DueReportView(Report.Id, Report.Version, Report.Status, Report.Submissions));
    }
}

using System.ComponentModel.DataAnnotations;
using Luoshi.App.Data;
using Luoshi.App.Ledgers;
using Luoshi.App.Reporting;
using Luoshi.Core.Accounts;
using Luoshi.Core.Ledgers;
using Luoshi.Core.Reporting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Api;

/// <summary>台账.</summary>
public sealed record LedgerView(Guid Id, int Year, string Title, DateTime? ClosedAt);

/// <summary>A ledger to be opened.</summary>
public sealed record NewLedger([property: Range(2000, 2099)] int Year, [property: MaxLength(200)] string? Title = null);

/// <summary>Which open tasks go on in the next year; null for all.</summary>
public sealed record CarryingOver([property: MaxLength(2_000)] IReadOnlyList<Guid>? Tasks = null);

/// <summary>The next year's ledger, how many tasks went on into it, and how many were there already.</summary>
public sealed record CarriedOver(LedgerView Next, int Carried, int AlreadyThere);

/// <summary>报送期 to be opened: a month.</summary>
public sealed record NewPeriod(ReportingPeriod Month);

/// <summary>A month that was opened.</summary>
public sealed record PeriodView(Guid LedgerId, ReportingPeriod Month, DateTime OpenedAt);

/// <summary>Ledgers and the months opened in them.</summary>
internal static class LedgerEndpoints
{
    public static void MapLedgers(this IEndpointRouteBuilder api)
    {
        var ledgers = api.MapGroup("/ledgers").WithTags("Ledgers");
        ledgers.MapGet("/", ListAsync).Needs(Operation.ViewTasks).WithSummary("The ledgers, newest year first");
        ledgers.MapPost("/", OpenAsync).Refuses("forbidden", "ledger-exists", "changed-meanwhile").WithSummary("Open a year's ledger");
        ledgers.MapPost("/{year:int}/carrying-over", CarryOverAsync).Refuses("forbidden", "ledger-not-found", "ledger-closed", "nothing-to-carry", "changed-meanwhile").WithSummary("Let what is under way go on in the next year");
        ledgers.MapPost("/{year:int}/closure", CloseAsync).Refuses("forbidden", "ledger-not-found", "ledger-closed", "returns-unsettled", "changed-meanwhile").WithSummary("Close a year's ledger: from then on it changes no more");

        var periods = api.MapGroup("/periods").WithTags("Periods");
        periods.MapGet("/", ListPeriodsAsync).Needs(Operation.ViewTasks).WithSummary("The months that were opened, newest first");
        periods.MapPost("/", OpenPeriodAsync).Refuses("forbidden", "ledger-not-found", "ledger-closed", "changed-meanwhile").WithSummary("Open a month: make its due items");
    }

    private static async Task<Ok<Listing<LedgerView>>> ListAsync(LuoshiDb db, CancellationToken ct) =>
        TypedResults.Ok(new Listing<LedgerView>(
            await db.Ledgers.OrderByDescending(ledger => ledger.Year).Take(Part.Most).Select(ledger => new LedgerView(ledger.Id, ledger.Year, ledger.Title, ledger.ClosedAt)).ToListAsync(ct), null));

    private static async Task<Results<Created<LedgerView>, ProblemHttpResult>> OpenAsync(NewLedger body, OpenLedger open, CancellationToken ct)
    {
        var outcome = await open.ExecuteAsync(body.Year, body.Title, ct);
        return outcome.Refusal is { } refusal
            ? refusal.ToProblem()
            : TypedResults.Created($"{LuoshiApi.Root}/ledgers", View(outcome.Value));
    }

    private static async Task<Results<Ok<CarriedOver>, ProblemHttpResult>> CarryOverAsync([Range(2000, 2098)] int year, CarryingOver body, CarryOverLedger carryOver, CancellationToken ct)
    {
        var outcome = await carryOver.ExecuteAsync(year, body.Tasks, ct);
        return outcome.Refusal is { } refusal
            ? refusal.ToProblem()
            : TypedResults.Ok(new CarriedOver(View(outcome.Value.Next), outcome.Value.Carried, outcome.Value.AlreadyThere));
    }

    private static async Task<Results<Ok<LedgerView>, ProblemHttpResult>> CloseAsync([Range(2000, 2099)] int year, CloseLedger close, CancellationToken ct)
    {
        var outcome = await close.ExecuteAsync(year, ct);
        return outcome.Refusal is { } refusal ? refusal.ToProblem() : TypedResults.Ok(View(outcome.Value));
    }

    private static LedgerView View(Ledger ledger) => new(ledger.Id, ledger.Year, ledger.Title, ledger.ClosedAt);

    private static async Task<Ok<Listing<PeriodView>>> ListPeriodsAsync(LuoshiDb db, CancellationToken ct) =>
        TypedResults.Ok(new Listing<PeriodView>(
            await db.OpenedPeriods.OrderByDescending(period => period.Month).Take(Part.Most).Select(period => new PeriodView(period.LedgerId, period.Month, period.OpenedAt)).ToListAsync(ct), null));

    private static async Task<Results<Ok<PeriodOpened>, ProblemHttpResult>> OpenPeriodAsync(NewPeriod body, OpenPeriod open, CancellationToken ct)
    {
        var outcome = await open.ExecuteAsync(body.Month, ct);
        return outcome.Refusal is { } refusal ? refusal.ToProblem() : TypedResults.Ok(outcome.Value);
    }
}

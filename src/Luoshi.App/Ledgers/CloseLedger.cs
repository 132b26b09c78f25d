using Luoshi.App.Data;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Ledgers;
using Luoshi.Core.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Ledgers;

/// <summary>年底交账 — from here on the year's ledger changes no more.</summary>
public sealed class CloseLedger(LuoshiDb db, TimeProvider clock)
{
    /// <returns>The ledger; <c>forbidden</c>, <c>ledger-not-found</c>, <c>ledger-closed</c>, <c>returns-unsettled</c>, <c>changed-meanwhile</c>.</returns>
    public async Task<Outcome<Ledger>> ExecuteAsync(int year, CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.CloseLedger) is { } refusal)
        {
            return refusal;
        }

        var ledger = await db.Ledgers.SingleOrDefaultAsync(ledger => ledger.Year == year, ct);
        if (ledger is null)
        {
            return new Refusal("ledger-not-found", $"还没有建立{year}年台账。");
        }

        if (await UnsettledAsync(db, ledger.Id, ct) is > 0 and var count)
        {
            return new Refusal("returns-unsettled", $"{ledger.Title}还有{count}条报送待签发、待审或已退回，请办完再交账。");
        }

        if (ledger.Close(clock.GetUtcNow().UtcDateTime) is { } unclosed)
        {
            return unclosed;
        }

        db.Record("ledger-closed", nameof(Ledger), ledger.Id);
        return await db.TrySaveAsync(ct) is { } changed ? changed : ledger;
    }

    /// <summary>How many returns of the year wait for somebody.</summary>
    public static Task<int> UnsettledAsync(LuoshiDb db, Guid ledgerId, CancellationToken ct) => db.ProgressReports
        .Where(report => report.Status == ReturnStatus.AwaitingSignOff || report.Status == ReturnStatus.InReview || report.Status == ReturnStatus.Returned)
        .Join(db.DueItems.Where(item => item.LedgerId == ledgerId), report => report.DueItemId, item => item.Id, (report, _) => report.Id)
        .CountAsync(ct);
}

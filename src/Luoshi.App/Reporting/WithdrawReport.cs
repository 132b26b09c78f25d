using Luoshi.App.Data;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Reporting;

/// <summary>撤回 — until the office has looked at it, a unit may take its return back. It then counts as not yet reported.</summary>
public sealed class WithdrawReport(LuoshiDb db)
{
    /// <returns>What <see cref="HandleReport.ExecuteAsync"/> gives.</returns>
    public Task<Outcome<ReportStand>> ExecuteAsync(Guid reportId, int version, CancellationToken ct) =>
        HandleReport.ExecuteAsync(db, Operation.WithdrawReport, reportId, version, "report-withdrawn", null, async report =>
        {
            var submittedAt = report.SubmittedAt;
            if (report.Withdraw() is { } refusal)
            {
                return refusal;
            }

            // What came in before and was returned had come in, also where that return was recalled.
            var item = await db.DueItems.SingleAsync(item => item.Id == report.DueItemId, ct);
            item.SubmittedAt = report.ReturnReason is null && item.SubmittedAt >= submittedAt ? null : item.SubmittedAt;
            return null;
        }, ct);
}

using Luoshi.App.Data;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Reporting;

namespace Luoshi.App.Reporting;

/// <summary>通过 — the office takes the return as it is, with its own judgement beside the unit's claim.</summary>
public sealed class ApproveReport(LuoshiDb db, TimeProvider clock)
{
    /// <returns>What <see cref="HandleReport.ExecuteAsync"/> gives.</returns>
    public Task<Outcome<ReportStand>> ExecuteAsync(Guid reportId, int version, Judgement judgement, string? reason, CancellationToken ct) =>
        HandleReport.ExecuteAsync(db, Operation.ReviewReport, reportId, version, "report-approved", reason,
            report => Task.FromResult(report.Approve(judgement, reason, db.Access.AccountId!.Value, clock.GetUtcNow().UtcDateTime)), ct);
}

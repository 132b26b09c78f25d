using Luoshi.App.Data;
using Luoshi.Core;
using Luoshi.Core.Accounts;

namespace Luoshi.App.Reporting;

/// <summary>签发退回 — the unit head gives the return back to whoever filled it in.</summary>
public sealed class RejectSignOff(LuoshiDb db)
{
    /// <returns>What <see cref="HandleReport.ExecuteAsync"/> gives.</returns>
    public Task<Outcome<ReportStand>> ExecuteAsync(Guid reportId, int version, string reason, CancellationToken ct) =>
        HandleReport.ExecuteAsync(db, Operation.SignOffReport, reportId, version, "sign-off-rejected", reason, report => Task.FromResult(report.RejectSignOff(reason)), ct);
}

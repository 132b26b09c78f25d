using Luoshi.App.Data;
using Luoshi.Core;
using Luoshi.Core.Accounts;

namespace Luoshi.App.Reporting;

/// <summary>重新开放 — an approved return goes back to the unit; a material that was issued keeps what it had.</summary>
public sealed class ReopenReport(LuoshiDb db)
{
    /// <returns>What <see cref="HandleReport.ExecuteAsync"/> gives.</returns>
    public Task<Outcome<ReportStand>> ExecuteAsync(Guid reportId, int version, string reason, DateTime dueAt, CancellationToken ct) =>
        HandleReport.ExecuteAsync(db, Operation.ReopenReport, reportId, version, "report-reopened", reason, report => Task.FromResult(report.Reopen(reason, dueAt)), ct);
}

using Luoshi.App.Data;
using Luoshi.Core;
using Luoshi.Core.Accounts;

namespace Luoshi.App.Reporting;

/// <summary>签发 — the unit head puts the return before the office.</summary>
public sealed class SignOffReport(LuoshiDb db)
{
    /// <returns>What <see cref="HandleReport.ExecuteAsync"/> gives.</returns>
    public Task<Outcome<ReportStand>> ExecuteAsync(Guid reportId, int version, CancellationToken ct) =>
        HandleReport.ExecuteAsync(db, Operation.SignOffReport, reportId, version, "report-signed-off", null, report => Task.FromResult(report.SignOff(db.Access.AccountId!.Value)), ct);
}

using Luoshi.App.Data;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Reporting;

namespace Luoshi.App.Reporting;

/// <summary>退回 — the office gives a return back to the unit, with a reason and a deadline of its own.</summary>
public sealed class ReturnReport(LuoshiDb db, TimeProvider clock)
{
    /// <returns>What <see cref="HandleReport.ExecuteAsync"/> gives.</returns>
    public Task<Outcome<ReportStand>> ExecuteAsync(Guid reportId, int version, string reason, DateTime dueAt, Judgement? judgement, CancellationToken ct) =>
        HandleReport.ExecuteAsync(db, Operation.ReviewReport, reportId, version, "report-returned", reason,
            report => Task.FromResult(report.Return(reason, dueAt, judgement, db.Access.AccountId!.Value, clock.GetUtcNow().UtcDateTime)), ct);
}

using Luoshi.App.Data;
using Luoshi.App.Notices;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Reporting;

namespace Luoshi.App.Reporting;

/// <summary>退回 — the office gives a return back to the unit, with a reason and a deadline of its own. The unit is told.</summary>
public sealed class ReturnReport(LuoshiDb db, TimeProvider clock)
{
    /// <returns>What <see cref="HandleReport.ExecuteAsync"/> gives.</returns>
    public Task<Outcome<ReportStand>> ExecuteAsync(Guid reportId, int version, string reason, DateTime dueAt, Judgement? judgement, CancellationToken ct) =>
        HandleReport.ExecuteAsync(db, Operation.ReviewReport, reportId, version, "report-returned", reason, async report =>
        {
            var now = clock.GetUtcNow().UtcDateTime;
            if (report.Return(reason, dueAt, judgement, db.Access.AccountId!.Value, now) is { } refusal)
            {
                return refusal;
            }

            await Tell.UnitAsync(db, report.UnitId, $"{report.Month.Month}月报送被退回：{report.ReturnReason}", $"/tasks/{report.TaskId}", now, ct);
            return null;
        }, ct);
}

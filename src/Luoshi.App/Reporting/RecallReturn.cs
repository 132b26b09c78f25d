using Luoshi.App.Data;
using Luoshi.App.Notices;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Reporting;

/// <summary>撤销退回 — the office takes back a return that it gave, until the unit begins to mend it. The unit is told.</summary>
public sealed class RecallReturn(LuoshiDb db, TimeProvider clock)
{
    /// <returns>What <see cref="HandleReport.ExecuteAsync"/> gives.</returns>
    public Task<Outcome<ReportStand>> ExecuteAsync(Guid reportId, int version, CancellationToken ct) =>
        HandleReport.ExecuteAsync(db, Operation.ReviewReport, reportId, version, "return-recalled", null, async report =>
        {
            var submitted = await db.ReportVersions.AsNoTracking().Where(version => version.ReportId == reportId).OrderByDescending(version => version.Submission).FirstOrDefaultAsync(ct);
            if (report.RecallReturn(submitted) is { } refusal)
            {
                return refusal;
            }

            await Tell.UnitAsync(db, report.UnitId, $"{report.Month.Month}月报送的退回已撤销，不用重报", $"/tasks/{report.TaskId}", clock.GetUtcNow().UtcDateTime, ct);
            return null;
        }, ct);
}

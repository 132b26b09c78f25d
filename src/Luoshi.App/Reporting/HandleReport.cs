using Luoshi.App.Data;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Reporting;

/// <summary>What the steps of a return have in common: find it as it was seen, decide, save.</summary>
internal static class HandleReport
{
    /// <param name="db">The store.</param>
    /// <param name="operation">What must be allowed.</param>
    /// <param name="reportId">Which return.</param>
    /// <param name="version">The version that the person saw.</param>
    /// <param name="action">What the audit calls it.</param>
    /// <param name="reason">What the person gave as the reason.</param>
    /// <param name="decide">The rule: null when it holds.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The new stand; <c>forbidden</c>, <c>report-not-found</c>, <c>changed-meanwhile</c>, or what the rule refuses.</returns>
    public static async Task<Outcome<ReportStand>> ExecuteAsync(
        LuoshiDb db, Operation operation, Guid reportId, int version, string action, string? reason, Func<ProgressReport, Task<Refusal?>> decide, CancellationToken ct)
    {
        if (db.Access.Refuse(operation) is { } forbidden)
        {
            return forbidden;
        }

        var report = await db.ProgressReports.SingleOrDefaultAsync(report => report.Id == reportId, ct);
        if (report is null)
        {
            return new Refusal("report-not-found", "没有找到这条报送，可能已被撤回。");
        }

        if (report.Version != version)
        {
            return Concurrency.Changed;
        }

        if (await decide(report) is { } refusal)
        {
            return refusal;
        }

        db.Record(action, nameof(ProgressReport), report.Id, reason);
        return await db.TrySaveAsync(ct) is { } changed ? changed : new ReportStand(report.Id, report.Version, report.Status);
    }
}

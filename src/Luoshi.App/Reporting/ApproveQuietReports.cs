using Luoshi.App.Data;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Reporting;

/// <summary>How many returns were approved, and how many were left: no longer quiet, no longer there, or the person's own.</summary>
public sealed record QuietApproved(int Approved, int Left);

/// <summary>批量通过 — takes the returns in which there is nothing to look into. Whatever has a doubt, is behind or says “否” is read one by one.</summary>
public sealed class ApproveQuietReports(LuoshiDb db, TimeProvider clock)
{
    private const int MostAtOnce = 500;

    /// <param name="seen">The returns with the versions that the person saw.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>How many; all of them in one transaction. <c>forbidden</c>, <c>nothing-picked</c>, <c>too-many</c>, <c>changed-meanwhile</c>.</returns>
    public async Task<Outcome<QuietApproved>> ExecuteAsync(IReadOnlyDictionary<Guid, int> seen, CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.ReviewReport) is { } refusal)
        {
            return refusal;
        }

        if (seen.Count == 0)
        {
            return new Refusal("nothing-picked", "还没有选择报送。请先勾选，再批量通过。");
        }

        if (seen.Count > MostAtOnce)
        {
            return new Refusal("too-many", $"一次最多批量通过{MostAtOnce}项，请分批办理。");
        }

        var ids = seen.Keys.ToList();
        var reports = await db.ProgressReports.Where(report => ids.Contains(report.Id)).ToListAsync(ct);
        var now = clock.GetUtcNow().UtcDateTime;
        var approved = reports.Count(report =>
            report.IsQuiet && report.Version == seen[report.Id] && report.Approve(Judgement.Accepted, null, db.Access.AccountId!.Value, now) is null);
        if (approved > 0)
        {
            db.Record("quiet-reports-approved", nameof(ProgressReport), null);
        }

        return await db.TrySaveAsync(ct) is { } changed ? changed : new QuietApproved(approved, seen.Count - approved);
    }
}

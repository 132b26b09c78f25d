using Luoshi.App.Data;
using Luoshi.App.Notices;
using Luoshi.App.Reporting;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Supervision;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Supervision;

/// <summary>提出异议 — a unit against the newest decision on its own return; those who may answer are told.</summary>
public sealed class RaiseObjection(LuoshiDb db, TimeProvider clock)
{
    /// <returns>It; <c>forbidden</c>, <c>report-not-found</c>, or what <see cref="Objection.Raise"/> refuses.</returns>
    public async Task<Outcome<Objection>> ExecuteAsync(Guid reportId, string? grounds, CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.RaiseObjection) is { } forbidden)
        {
            return forbidden;
        }

        if (await db.ProgressReports.AsNoTracking().SingleOrDefaultAsync(report => report.Id == reportId, ct) is not { } report)
        {
            return new Refusal("report-not-found", "没有找到这条报送，可能已被撤回。");
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var already = await db.Objections.AnyAsync(objection => objection.ReportId == reportId && objection.DecidedAt == report.ReviewedAt, ct);
        var raised = Objection.Raise(report, grounds, already, await RulesInForce.CalendarAsync(db, ct), db.Access.AccountId!.Value, now);
        if (raised.Refusal is not null)
        {
            return raised;
        }

        db.Add(raised.Value);
        await Tell.RolesAsync(db, [Role.Clerk, Role.Reviewer], $"收到异议：{raised.Value.Grounds}", $"/objections/{raised.Value.Id}", now, ct);
        db.Record("objection-raised", nameof(Objection), raised.Value.Id);
        return await db.TrySaveAsync(ct) is { } changed ? changed : raised;
    }
}

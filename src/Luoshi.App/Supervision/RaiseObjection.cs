using Luoshi.App.Data;
using Luoshi.App.Notices;
using Luoshi.App.Reporting;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Supervision;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Supervision;

/// <summary>提出异议 — a unit against the newest decision on its own return, or against a doubt on it; those who may answer are told.</summary>
public sealed class RaiseObjection(LuoshiDb db, TimeProvider clock)
{
    /// <param name="reportId">Which return.</param>
    /// <param name="doubtId">Which doubt on it; null for the office's decision.</param>
    /// <param name="grounds">Why the unit thinks otherwise.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>It; <c>forbidden</c>, <c>report-not-found</c>, <c>doubt-not-found</c>, or what raising an <see cref="Objection"/> refuses.</returns>
    public async Task<Outcome<Objection>> ExecuteAsync(Guid reportId, Guid? doubtId, string? grounds, CancellationToken ct)
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
        var doubt = doubtId is null ? null : await db.RaisedDoubts.AsNoTracking().SingleOrDefaultAsync(doubt => doubt.Id == doubtId && doubt.ReportId == reportId, ct);
        if (doubtId is not null && doubt is null)
        {
            return new Refusal("doubt-not-found", "没有找到这个疑点，可能随报送一起撤回了。");
        }

        var (subject, decidedAt) = doubt is null ? (reportId, report.ReviewedAt) : (doubt.Id, report.SubmittedAt);
        var already = await db.Objections.AnyAsync(objection => objection.SubjectId == subject && objection.DecidedAt == decidedAt, ct);
        var (calendar, by) = (await RulesInForce.CalendarAsync(db, ct), db.Access.AccountId!.Value);
        var raised = doubt is null
            ? Objection.Raise(report, grounds, already, calendar, by, now)
            : Objection.Raise(report, doubt, grounds, already, calendar, by, now);
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

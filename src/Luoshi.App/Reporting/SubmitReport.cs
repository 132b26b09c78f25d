using Luoshi.App.Data;
using Luoshi.App.Searching;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Checks;
using Luoshi.Core.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Reporting;

/// <summary>A return that was submitted, with what the checks found: asked in the same answer, never in the way.</summary>
public sealed record ReportSubmitted(ReportStand Stand, TaskCheck Check);

/// <summary>报送 — the text is examined, kept as a version and put before whoever is next, in one transaction.</summary>
public sealed class SubmitReport(LuoshiDb db, TimeProvider clock)
{
    /// <param name="dueItemId">What is reported on.</param>
    /// <param name="version">The version that the writer saw; 0 where there was none yet.</param>
    /// <param name="text">The whole text.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>What was found; <c>forbidden</c>, <c>due-item-not-found</c>, <c>changed-meanwhile</c>, or what <see cref="ProgressReport.Submit"/> refuses.</returns>
    public async Task<Outcome<ReportSubmitted>> ExecuteAsync(Guid dueItemId, int version, ReportText text, CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.SubmitReport) is { } refusal)
        {
            return refusal;
        }

        var found = await ReportOf.LoadAsync(db, dueItemId, version, ct);
        if (found.Refusal is { } missing)
        {
            return missing;
        }

        var report = found.Value;
        var item = await db.DueItems.SingleAsync(item => item.Id == dueItemId, ct);
        var task = await db.KeyTasks.SingleAsync(task => task.Id == report.TaskId, ct);
        var signsOff = await db.Units.Where(unit => unit.Id == report.UnitId).Select(unit => unit.SignsOff).SingleAsync(ct);
        var examination = await ReportExamination.LoadAsync(db, task, report.Month, ct);
        var check = examination.Examine(text);
        var now = clock.GetUtcNow().UtcDateTime;
        var findings = CheckedReport.Of(check, examination.Rules.Id);
        var submitted = report.Submit(text, signsOff && db.Access.Role != Role.UnitHead, findings, db.Access.AccountId!.Value, now);
        if (submitted.Refusal is { } unsubmitted)
        {
            return unsubmitted;
        }

        db.Add(submitted.Value);
        item.SubmittedAt ??= now;
        task.LatestReportId = report.Id;
        await StandingDoubts.RenewAsync(db, report, check.Doubts, now, ct);
        await SearchIndex.RenewAsync(db, report, now, ct);
        db.Record("report-submitted", nameof(ProgressReport), report.Id);
        return await db.TrySaveAsync(ct) is { } changed ? changed : new ReportSubmitted(new ReportStand(report.Id, report.Version, report.Status), check);
    }
}

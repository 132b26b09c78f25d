using Luoshi.App.Data;
using Luoshi.App.Searching;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Checks;
using Luoshi.Core.Reporting;

namespace Luoshi.App.Reporting;

/// <summary>A return that was submitted, with what the checks found: asked in the same answer, never in the way.</summary>
public sealed record ReportSubmitted(ReportStand Stand, TaskCheck Check);

/// <summary>报送 — the text is examined, kept as a version and put before whoever is next, in one transaction.</summary>
public sealed class SubmitReport(LuoshiDb db, TimeProvider clock)
{
    // Returns of one task come at once when a unit makes up for several months.
    private const int MostTries = 10;

    /// <param name="dueItemId">What is reported on.</param>
    /// <param name="version">The version that the writer saw; 0 where there was none yet.</param>
    /// <param name="text">The whole text.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>What was found; <c>forbidden</c>, <c>due-item-not-found</c>, <c>changed-meanwhile</c>, or what <see cref="ProgressReport.Submit"/> refuses.</returns>
    public async Task<Outcome<ReportSubmitted>> ExecuteAsync(Guid dueItemId, int version, ReportText text, CancellationToken ct)
    {
        // Another month's return on the task that came in meanwhile is no reason to refuse this one, which is examined anew beside it. Was it
        // this return that somebody changed, its version says so at the next try.
        for (var tries = 1; tries < MostTries; tries++)
        {
            if (await TryAsync(dueItemId, version, text, ct) is { } outcome)
            {
                return outcome;
            }

            await db.StartOverAsync();
        }

        return await TryAsync(dueItemId, version, text, ct) ?? Concurrency.Changed;
    }

    /// <returns>Null where something was saved between the reading and the saving.</returns>
    private async Task<Outcome<ReportSubmitted>?> TryAsync(Guid dueItemId, int version, ReportText text, CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.SubmitReport) is { } refusal)
        {
            return refusal;
        }

        var found = await ReturnInHand.FindAsync(db, dueItemId, ct);
        if (found is null)
        {
            return ReportOf.NotFound;
        }

        var (item, task, signsOff, examination) = (found.Item, found.Task, found.SignsOff, found.Examination);
        var begun = ReportOf.Of(db, item, found.Report, version);
        if (begun.Refusal is { } changedBefore)
        {
            return changedBefore;
        }

        var report = begun.Value;
        var began = clock.GetTimestamp();
        var check = examination.Examine(text);
        Measures.CheckSeconds.Record(clock.GetElapsedTime(began).TotalSeconds);
        var now = task.NotBeforeLatest(clock.GetUtcNow().UtcDateTime);
        var findings = CheckedReport.Of(check, examination.Rules.Id);
        var submitted = report.Submit(text, signsOff && db.Access.Role != Role.UnitHead, findings, db.Access.AccountId!.Value, now);
        if (submitted.Refusal is { } unsubmitted)
        {
            return unsubmitted;
        }

        db.Add(submitted.Value);
        item.SubmittedAt ??= now;
        task.KeepLatest(report.Id, now);

        // Also where the time is the same: another return on the task that came in meanwhile must be seen.
        db.Entry(task).Property(known => known.LatestReportAt).IsModified = true;
        await StandingDoubts.RenewAsync(db, report, check.Doubts, now, ct);
        await SearchIndex.RenewAsync(db, report, now, ct);
        db.Record("report-submitted", nameof(ProgressReport), report.Id);
        if (await db.TrySaveAsync(ct) is not null)
        {
            return null;
        }

        Measures.Submissions.Add(1);
        return new ReportSubmitted(new ReportStand(report.Id, report.Version, report.Status), check);
    }
}

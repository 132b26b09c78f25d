using Luoshi.App.Data;
using Luoshi.App.Reporting;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Checks;
using Luoshi.Core.Ledgers;
using Luoshi.Core.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Supervision;

/// <summary>Everything that somebody needs who has to decide on a return.</summary>
public sealed record ReportReview
{
    public required ProgressReport Report { get; init; }

    public required KeyTask Task { get; init; }

    public required string Unit { get; init; }

    public required string Leader { get; init; }

    public required DueItem Item { get; init; }

    public required DueState State { get; init; }

    /// <summary>As it was submitted, newest first.</summary>
    public required IReadOnlyList<ReportVersion> Versions { get; init; }

    /// <summary>What the checks say of the newest submission, by the rules in force now.</summary>
    public required TaskCheck Check { get; init; }

    /// <summary>Strong ones first, settled ones last.</summary>
    public required IReadOnlyList<RaisedDoubt> Doubts { get; init; }

    /// <summary>The return before this one on the same task; null for the first.</summary>
    public required ProgressReport? Before { get; init; }

    /// <summary>The approved plan of the month.</summary>
    public required string? Plan { get; init; }

    /// <summary>Whether the person wrote it or signed it off.</summary>
    public required bool IsOwn { get; init; }

    /// <summary>Noon of the next workday, by the office's clock: what is offered to whoever returns it.</summary>
    public required DateTime OfferedDeadline { get; init; }

    public ReportVersion Submitted => Versions[0];
}

/// <summary>审核一条报送 — as it was submitted, never the draft that the unit is at.</summary>
public sealed class ReadReview(LuoshiDb db, TimeProvider clock)
{
    private const int LongestHistory = 20;

    /// <returns>The review; <c>forbidden</c>, <c>report-not-found</c>.</returns>
    public async Task<Outcome<ReportReview>> ExecuteAsync(Guid reportId, CancellationToken ct)
    {
        if (db.Access.RefuseReading(Operation.ReviewReport) is { } refusal)
        {
            return refusal;
        }

        var report = await db.ProgressReports.AsNoTracking().SingleOrDefaultAsync(report => report.Id == reportId && report.Submissions > 0, ct);
        if (report is null)
        {
            return new Refusal("report-not-found", "没有找到这条报送，可能已被撤回。");
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var task = await db.KeyTasks.AsNoTracking().SingleAsync(task => task.Id == report.TaskId, ct);
        var item = await db.DueItems.AsNoTracking().SingleAsync(item => item.Id == report.DueItemId, ct);
        var versions = await db.ReportVersions.AsNoTracking().Where(version => version.ReportId == reportId).OrderByDescending(version => version.Submission).Take(LongestHistory).ToListAsync(ct);
        var examination = await ReportExamination.LoadAsync(db, task, report.Month, ct);
        var unit = await db.Units.AsNoTracking().SingleAsync(unit => unit.Id == report.UnitId, ct);
        var post = await db.LeaderPosts.AsNoTracking().SingleAsync(post => post.Id == report.PostId, ct);
        var doubts = await db.RaisedDoubts.AsNoTracking().Where(doubt => doubt.ReportId == reportId).ToListAsync(ct);
        var before = await db.ProgressReports.AsNoTracking()
            .Where(other => other.TaskId == report.TaskId && other.Month < report.Month && other.Submissions > 0)
            .OrderByDescending(other => other.Month).ThenByDescending(other => other.Id)
            .FirstOrDefaultAsync(ct);
        var calendar = await RulesInForce.CalendarAsync(db, ct);
        var newest = versions[0];
        return new ReportReview
        {
            Report = report,
            Task = task,
            Unit = unit.DisplayName,
            Leader = post.NameOn(DateText.LastDayOf(report.Month)),
            Item = item,
            State = item.StateAt(now),
            Versions = versions,
            Check = examination.Examine(new ReportText(newest.Progress, newest.PlanMet, newest.Shortfall)),
            Doubts = [.. doubts.OrderBy(doubt => doubt.State is DoubtState.Corrected or DoubtState.Accepted).ThenBy(doubt => doubt.Strength).ThenBy(doubt => doubt.Id)],
            Before = before,
            Plan = examination.Plan,
            IsOwn = db.Access.AccountId is { } me && (report.WrittenBy == me || report.SubmittedBy == me || report.SignedOffBy == me),
            OfferedDeadline = calendar.AddWorkdays(Calendars.OfficeClock.Today(clock), 1).ToDateTime(new TimeOnly(12, 0)),
        };
    }
}

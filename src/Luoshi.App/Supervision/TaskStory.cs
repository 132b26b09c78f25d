using Luoshi.App.Data;
using Luoshi.Core.Checks;
using Luoshi.Core.Ledgers;
using Luoshi.Core.Reading;
using Luoshi.Core.Reporting;
using Luoshi.Core.Supervision;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Supervision;

/// <summary>A return in a task's story, with every version that was submitted, oldest first.</summary>
public sealed record ReportInStory(ProgressReport Report, IReadOnlyList<ReportVersion> Versions, IReadOnlyList<RaisedDoubt> Doubts, IReadOnlyList<Attachment> Files)
{
    /// <summary>As it was submitted last: what is being written again is not shown.</summary>
    public ReportVersion Latest => Versions[^1];
}

/// <summary>An instruction with what was answered, oldest first.</summary>
public sealed record InstructionInStory(Instruction Instruction, IReadOnlyList<InstructionReply> Replies);

/// <summary>An adjustment or the end of a task: what it was, and what it became.</summary>
public sealed record AdjustmentInStory(KeyTaskVersion Before, KeyTaskTerms After);

/// <summary>A target through the year: what was due and what was reached by each month, as shares of it.</summary>
public sealed record TargetThroughYear(TargetCourse Course, IReadOnlyDictionary<int, TargetStanding> ByMonth)
{
    /// <summary>What was due by a month: what the month's return was held against, else the course.</summary>
    public decimal ExpectedBy(int month) => ByMonth.TryGetValue(month, out var standing) && standing.Expected is { } asked ? asked : Course.Expected[month - 1];
}

/// <summary>来龙去脉 — everything about one task that the person may see, in a fixed number of statements.</summary>
public sealed record TaskStory
{
    // A weekly task has fifty-two returns a year.
    private const int MostReports = 60;
    private const int MostInstructions = 50;

    public required KeyTask Task { get; init; }

    public required int Year { get; init; }

    public required LeaderPost Leader { get; init; }

    public required SourceSentence? Source { get; init; }

    /// <summary>Who has which part now, the accountable unit first.</summary>
    public required IReadOnlyList<(UnitPart Part, string Unit)> Units { get; init; }

    public required IReadOnlyDictionary<Guid, string> UnitNames { get; init; }

    public required IReadOnlyDictionary<Guid, string> PostTitles { get; init; }

    /// <summary>Newest first.</summary>
    public required IReadOnlyList<ReportInStory> Reports { get; init; }

    /// <summary>Newest first.</summary>
    public required IReadOnlyList<InstructionInStory> Instructions { get; init; }

    /// <summary>Newest first.</summary>
    public required IReadOnlyList<AdjustmentInStory> Adjustments { get; init; }

    public required IReadOnlyList<PlannedMonth> Plan { get; init; }

    public required IReadOnlyList<TargetThroughYear> Targets { get; init; }

    /// <summary>The task that goes on with it, where it was merged into one that the person may see.</summary>
    public required KeyTask? MergedInto { get; init; }

    /// <summary>The newest month with an open due item and no return at the office; null where nothing is waited for.</summary>
    public required DueItem? Awaited { get; init; }

    /// <returns>Null where there is no such task, or none that the person may see.</returns>
    public static async Task<TaskStory?> LoadAsync(LuoshiDb db, Guid taskId, CancellationToken ct)
    {
        if (await db.KeyTasks.AsNoTracking().SingleOrDefaultAsync(task => task.Id == taskId, ct) is not { } task)
        {
            return null;
        }

        var year = await db.Ledgers.Where(ledger => ledger.Id == task.LedgerId).Select(ledger => ledger.Year).SingleAsync(ct);
        var units = (await db.Units.AsNoTracking().OrderBy(unit => unit.Rank).ToListAsync(ct)).ToDictionary(unit => unit.Id, unit => unit.DisplayName);
        var posts = await db.LeaderPosts.AsNoTracking().OrderBy(post => post.Rank).ToListAsync(ct);
        var parts = await db.Responsibilities.AsNoTracking().Where(part => part.TaskId == taskId && part.Until == null).OrderBy(part => part.Position).Select(part => new { part.Part, part.UnitId }).ToListAsync(ct);
        var plan = await db.PlannedMonths.AsNoTracking().Where(month => month.TaskId == taskId && month.ApprovedBy != null).OrderBy(month => month.Month).ToListAsync(ct);
        var items = await db.DueItems.AsNoTracking().Where(item => item.TaskId == taskId).OrderByDescending(item => item.Month).ThenByDescending(item => item.DueAt).ThenByDescending(item => item.Id).Take(MostReports).ToListAsync(ct);
        var reports = await db.ProgressReports.AsNoTracking().Where(report => report.TaskId == taskId && report.Submissions > 0).OrderByDescending(report => report.Month).ThenByDescending(report => report.Span).ThenByDescending(report => report.Id).Take(MostReports).ToListAsync(ct);
        var reportIds = reports.ConvertAll(report => report.Id);
        var versions = (await db.ReportVersions.AsNoTracking().Where(version => reportIds.Contains(version.ReportId)).OrderBy(version => version.Submission).ToListAsync(ct)).ToLookup(version => version.ReportId);
        var doubts = (await db.RaisedDoubts.AsNoTracking().Where(doubt => reportIds.Contains(doubt.ReportId)).OrderBy(doubt => doubt.Strength).ThenBy(doubt => doubt.Id).ToListAsync(ct)).ToLookup(doubt => doubt.ReportId);
        var files = (await db.Attachments.AsNoTracking().Where(file => reportIds.Contains(file.ReportId)).OrderBy(file => file.AddedAt).ThenBy(file => file.Id).ToListAsync(ct)).ToLookup(file => file.ReportId);
        var instructions = await db.Instructions.AsNoTracking().Where(row => row.TaskId == taskId).OrderByDescending(row => row.WrittenAt).ThenByDescending(row => row.Id).Take(MostInstructions).ToListAsync(ct);
        var replies = (await db.InstructionReplies.AsNoTracking().Where(row => row.TaskId == taskId).OrderBy(row => row.RepliedAt).ThenBy(row => row.Id).ToListAsync(ct)).ToLookup(row => row.InstructionId);
        var changes = await db.KeyTaskVersions.AsNoTracking().Where(version => version.TaskId == taskId).OrderByDescending(version => version.Version).ToListAsync(ct);
        var source = task.SourceSentenceId is { } sentence ? await db.SourceSentences.AsNoTracking().SingleOrDefaultAsync(row => row.Id == sentence, ct) : null;
        var mergedInto = task.MergedIntoId is { } other ? await db.KeyTasks.AsNoTracking().SingleOrDefaultAsync(row => row.Id == other, ct) : null;
        var government = await db.Governments.Select(row => row.Name).SingleAsync(ct);
        var reported = reports.Where(report => report.IsSubmitted).Select(report => report.DueItemId).ToHashSet();
        return new TaskStory
        {
            Task = task,
            Year = year,
            Leader = posts.First(post => post.Id == task.PostId),
            Source = source,
            Units = [.. parts.Select(part => (part.Part, units[part.UnitId]))],
            UnitNames = units,
            PostTitles = posts.ToDictionary(post => post.Id, post => post.Title),
            Reports = [.. reports.Where(report => versions[report.Id].Any()).Select(report => new ReportInStory(report, [.. versions[report.Id]], [.. doubts[report.Id]], [.. files[report.Id]]))],
            Instructions = [.. instructions.Select(row => new InstructionInStory(row, [.. replies[row.Id]]))],
            Adjustments = [.. changes.Select((change, index) => new AdjustmentInStory(change, index == 0 ? task.Terms() : changes[index - 1].Terms))],
            Plan = plan,
            Targets = ThroughYear(task, year, government, plan, reports),
            MergedInto = mergedInto,
            Awaited = items.Find(item => !item.IsVoluntary && item.ExemptReason is null && !reported.Contains(item.Id)),
        };
    }

    private static List<TargetThroughYear> ThroughYear(KeyTask task, int year, string government, List<PlannedMonth> plan, List<ProgressReport> reports)
    {
        var row = new ReportedTask
        {
            Number = task.Number,
            Frequency = task.Frequency,
            Content = task.Content,
            Target = task.Target,
            Deadline = task.Deadline,
            DeadlineDate = task.DeadlineDate,
            OtherColumns = [.. plan.Where(month => month.Month.Year == year).Select(month => new OtherColumn($"{month.Month.Month}月计划", month.Text))],
        };
        var standing = reports.Where(report => report.Month.Year == year).DistinctBy(report => report.Month).SelectMany(report => report.Standings.Select(target => (report.Month.Month, Target: target))).ToLookup(month => month.Target.Promise);
        return [.. TargetCourse.Of(row, year, government).Select(course => new TargetThroughYear(course, standing[course.Promise].DistinctBy(month => month.Month).ToDictionary(month => month.Month, month => month.Target)))];
    }
}

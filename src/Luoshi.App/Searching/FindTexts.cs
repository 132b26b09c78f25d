using System.Globalization;
using Luoshi.App.Data;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Reporting;
using Luoshi.Core.Searching;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Searching;

/// <summary>A text in which the word stands. <paramref name="By"/> is who wrote it, in the office's words.</summary>
public sealed record FoundText(SearchKind Kind, Guid SubjectId, ReportingPeriod? Month, string Text, string By);

/// <summary>A task with its newest texts in which the word stands; <paramref name="Texts"/> is how many there are of them.</summary>
public sealed record FoundTask(Guid TaskId, int Number, string Leader, string Content, string Unit, int Texts, IReadOnlyList<FoundText> Newest);

/// <summary>A page of what was found, the task that was written about last first. <paramref name="Next"/> names the page that follows; null at the end.</summary>
public sealed record FoundPage(string FoldedWord, int Tasks, int Texts, IReadOnlyList<FoundTask> Found, long? Next);

/// <summary>检索 — finds a word in tasks, returns, doubts and instructions, wherever the person may look.</summary>
public sealed class FindTexts(LuoshiDb db)
{
    private const int TasksOnPage = 10;
    private const int TextsOfTask = 4;

    private static readonly KeptQuery<List<Guid>, FoundTask> s_tasks = new((db, ids) => db.KeyTasks.Where(task => ids.Contains(task.Id)).OrderBy(task => task.Id)
        .Select(task => new FoundTask(
            task.Id,
            task.Number,
            db.LeaderPosts.Where(post => post.Id == task.PostId).Select(post => post.Title).First(),
            task.Content,
            db.Units.Where(unit => unit.Id == task.LeadUnitId).Select(unit => unit.Qualifier == "" ? unit.Name : unit.Name + "（" + unit.Qualifier + "）").First(),
            0,
            Array.Empty<FoundText>())));

    private static readonly KeptQuery<List<long>, Hit> s_hits = new((db, ids) => db.EntriesById.Where(entry => ids.Contains(entry.Id)).OrderByDescending(entry => entry.Id)
        .Select(entry => new Hit(entry.TaskId, entry.Kind, entry.SubjectId, entry.Month)));

    // What was submitted, not what is being written again.
    private static readonly KeptQuery<List<Guid>, Submitted> s_submitted = new((db, ids) => db.ProgressReports.AsNoTracking().Where(report => ids.Contains(report.Id))
        .Join(db.ReportVersions, report => new { report.Id, report.Submissions }, version => new { Id = version.ReportId, Submissions = version.Submission }, (report, version) => new { report, version })
        .Select(row => new Submitted(row.report.Id, row.report.Month, row.version.Progress, row.version.Shortfall, db.Units.Where(unit => unit.Id == row.report.UnitId).Select(unit => unit.Name).First())));

    private static readonly KeptQuery<List<Guid>, Doubted> s_doubts = new((db, ids) => db.RaisedDoubts.AsNoTracking()
        .Where(doubt => ids.Contains(doubt.Id)).Select(doubt => new Doubted(doubt.Id, doubt.Month, doubt.Message)));

    /// <param name="word">As it was typed; white space, capitals, full-width letters and commas in figures do not matter.</param>
    /// <param name="after">What <see cref="FoundPage.Next"/> of the page before said; null for the first.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>What was found; <c>forbidden</c>, <c>word-missing</c>, <c>word-too-long</c>.</returns>
    public async Task<Outcome<FoundPage>> ExecuteAsync(string? word, long? after, CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.Search) is { } forbidden)
        {
            return forbidden;
        }

        var folded = FoldedText.Of(word ?? "").Folded;
        if (folded.Length == 0)
        {
            return new Refusal("word-missing", "请输入要找的词，例如“保障性租赁住房”或“2400套”。");
        }

        if (folded.Length > SearchGrams.LongestWord)
        {
            return new Refusal("word-too-long", $"要找的词有{folded.Length}字，最多{SearchGrams.LongestWord}字，请缩短。");
        }

        // The word is looked for once: the entries that it stands in are kept with their task, and those of the page are read by themselves.
        var groups = await db.EntriesWith(folded).GroupBy(entry => entry.TaskId)
            .Select(group => new { TaskId = group.Key, Newest = group.Max(entry => entry.Id), Texts = group.Select(entry => entry.SubjectId).Distinct().Count(), Entries = string.Join(",", group.Select(entry => entry.Id.ToString())) })
            .OrderByDescending(group => group.Newest)
            .ToListAsync(ct);
        if (groups.Count == 0)
        {
            return new FoundPage(folded, 0, 0, [], null);
        }

        var rest = groups.Where(group => after is null || group.Newest < after).Take(TasksOnPage + 1).ToList();
        var page = rest[..Math.Min(rest.Count, TasksOnPage)];
        var entries = page.SelectMany(group => group.Entries.Split(',')).Select(id => long.Parse(id, CultureInfo.InvariantCulture)).ToList();
        var byTask = (await s_hits.Of(db, entries).ToListAsync(ct)).Distinct().ToLookup(hit => hit.TaskId);
        var texts = await TextsAsync([.. page.SelectMany(group => byTask[group.TaskId].Take(TextsOfTask))], ct);
        var tasks = await TasksAsync([.. page.Select(group => group.TaskId)], ct);
        return new FoundPage(
            folded,
            groups.Count,
            groups.Sum(group => group.Texts),
            [.. page.Where(group => tasks.ContainsKey(group.TaskId)).Select(group => tasks[group.TaskId] with
            {
                Texts = group.Texts,
                Newest = [.. byTask[group.TaskId].Take(TextsOfTask).Select(hit => texts.GetValueOrDefault(hit.SubjectId)).OfType<FoundText>()],
            })],
            rest.Count > TasksOnPage ? page[^1].Newest : null);
    }

    private async Task<Dictionary<Guid, FoundTask>> TasksAsync(List<Guid> ids, CancellationToken ct) => await s_tasks.Of(db, ids).ToDictionaryAsync(task => task.TaskId, null, ct);

    /// <summary>The texts of the hits, each from its own table as the person sees it.</summary>
    private async Task<Dictionary<Guid, FoundText>> TextsAsync(List<Hit> hits, CancellationToken ct)
    {
        var ids = hits.ToLookup(hit => hit.Kind, hit => hit.SubjectId);
        var found = new Dictionary<Guid, FoundText>();
        if (ids[SearchKind.Task].ToList() is { Count: > 0 } tasks)
        {
            foreach (var task in await db.KeyTasks.AsNoTracking().Where(task => tasks.Contains(task.Id)).OrderBy(task => task.Id).Select(task => new { task.Id, task.Content, task.Target, task.Deadline }).ToListAsync(ct))
            {
                found.Add(task.Id, new FoundText(SearchKind.Task, task.Id, null, Joined(task.Content, task.Target, task.Deadline), ""));
            }
        }

        if (ids[SearchKind.Report].ToList() is { Count: > 0 } reports)
        {
            await foreach (var version in s_submitted.Of(db, reports).WithCancellation(ct))
            {
                found.Add(version.Id, new FoundText(SearchKind.Report, version.Id, version.Month, Joined(version.Progress, version.Shortfall), version.Unit));
            }
        }

        if (ids[SearchKind.Doubt].ToList() is { Count: > 0 } doubts)
        {
            await foreach (var doubt in s_doubts.Of(db, doubts).WithCancellation(ct))
            {
                found.Add(doubt.Id, new FoundText(SearchKind.Doubt, doubt.Id, doubt.Month, doubt.Message, "系统核对"));
            }
        }

        if (ids[SearchKind.Instruction].ToList() is { Count: > 0 } instructions)
        {
            foreach (var row in await db.Instructions.AsNoTracking().Where(row => instructions.Contains(row.Id)).Select(row => new { row.Id, row.Text, row.Author }).ToListAsync(ct))
            {
                found.Add(row.Id, new FoundText(SearchKind.Instruction, row.Id, null, row.Text, row.Author));
            }
        }

        if (ids[SearchKind.Reply].ToList() is { Count: > 0 } replies)
        {
            foreach (var row in await db.InstructionReplies.AsNoTracking().Where(row => replies.Contains(row.Id))
                .Select(row => new { row.Id, row.Text, Unit = db.Units.Where(unit => unit.Id == row.UnitId).Select(unit => unit.Name).First() }).ToListAsync(ct))
            {
                found.Add(row.Id, new FoundText(SearchKind.Reply, row.Id, null, row.Text, row.Unit));
            }
        }

        return found;
    }

    private static string Joined(params string?[] parts) => string.Join('\n', parts.Where(part => !string.IsNullOrEmpty(part)));

    private sealed record Submitted(Guid Id, ReportingPeriod Month, string Progress, string? Shortfall, string Unit);

    private sealed record Doubted(Guid Id, ReportingPeriod Month, string Message);

    private sealed record Hit(Guid TaskId, SearchKind Kind, Guid SubjectId, ReportingPeriod? Month);
}

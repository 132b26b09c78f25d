using Luoshi.App.Data;
using Luoshi.App.Ledgers;
using Luoshi.Core.Checks;
using Luoshi.Core.Ledgers;
using Luoshi.Core.Reporting;
using Luoshi.Core.Supervision;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Supervision;

/// <summary>A row of the overview, counted from its tasks. Due = Good + OnTrack + Behind + Silent + Unreported.</summary>
public sealed record OverviewRow(string Name, Guid? PostId, int Due, int ClaimedYes, int ClaimedNo, int Good, int OnTrack, int Behind, int Silent, int Unreported, int Contradicted)
{
    public static OverviewRow Of(string name, Guid? postId, IReadOnlyCollection<TaskInMonth> tasks) => new(
        name,
        postId,
        tasks.Count,
        tasks.Count(task => task.PlanMet == true),
        tasks.Count(task => task.PlanMet == false),
        tasks.Count(task => task.Verdict is Verdict.Met or Verdict.Ahead),
        tasks.Count(task => task.Verdict == Verdict.OnTrack),
        tasks.Count(task => task.IsBehind),
        tasks.Count(task => task.IsReported && task.Verdict is null or Verdict.NotComparable or Verdict.NoNumber),
        tasks.Count(task => !task.IsReported),
        tasks.Count(task => task.IsContradicted));
}

/// <summary>Something that waits for the leader. <paramref name="What"/> says it in one line.</summary>
public sealed record Decision(TaskInMonth Task, string What);

/// <summary>一页纸 — the whole ledger in a month, by leader and by theme: what was asked and came, what it says, what moved, what contradicts itself, what waits for a word.</summary>
public sealed record Overview
{
    private const int MostDecisions = 5;

    public required MonthOfTasks Ledger { get; init; }

    /// <summary>The tasks that the month asks for; what need not be reported does not count.</summary>
    public required IReadOnlyList<TaskInMonth> Due { get; init; }

    public required IReadOnlyList<OverviewRow> ByLeader { get; init; }

    /// <summary>Empty where the ledger names no themes.</summary>
    public required IReadOnlyList<OverviewRow> ByTheme { get; init; }

    public required OverviewRow Total { get; init; }

    /// <summary>Behind now and not when last reported on.</summary>
    public required IReadOnlyList<TaskInMonth> Worse { get; init; }

    /// <summary>Behind when last reported on and no more.</summary>
    public required IReadOnlyList<TaskInMonth> Better { get; init; }

    /// <summary>Behind for two months or longer, the longest first.</summary>
    public required IReadOnlyList<TaskInMonth> StillBehind { get; init; }

    /// <summary>Claimed as done and behind, the largest gap first.</summary>
    public required IReadOnlyList<TaskInMonth> Contradicted { get; init; }

    public required IReadOnlyList<Decision> Decisions { get; init; }

    /// <summary>Of what was reported this month: how much was behind when last reported on.</summary>
    public int BehindBefore => Due.Count(task => task is { IsReported: true, Before: Verdict.Behind });

    private static readonly KeptQuery<Answered> s_answered = new(db => db.Instructions
        .Where(row => row.State == InstructionState.Replied).OrderByDescending(row => row.WrittenAt).ThenByDescending(row => row.Id)
        .Select(row => new Answered(row.TaskId, row.Author)).Take(MostDecisions));

    /// <returns>Null where no month has been opened, or <paramref name="wanted"/> has not.</returns>
    public static async Task<Overview?> LoadAsync(LuoshiDb db, ReportingPeriod? wanted, DateTime now, CancellationToken ct)
    {
        if (await MonthOfTasks.LoadAsync(db, wanted, null, now, ct) is not { } ledger)
        {
            return null;
        }

        var posts = await InOrder.Posts.Of(db).ToListAsync(ct);
        var answered = await s_answered.Of(db).ToListAsync(ct);
        var tasks = ledger.Tasks.ToDictionary(task => task.TaskId);
        var due = ledger.Tasks.Where(task => task.Due is not (null or DueState.Voluntary or DueState.Exempt)).ToList();
        var names = Named(posts);
        var behind = due.Where(task => task.IsBehind).OrderByDescending(task => task.Worst?.Gap).ThenBy(task => task.TaskId).ToList();
        return new Overview
        {
            Ledger = ledger,
            Due = due,
            ByLeader = [.. posts.Select(post => OverviewRow.Of(names[post.Id], post.Id, [.. due.Where(task => task.PostId == post.Id)])).Where(row => row.Due > 0)],
            ByTheme = due.Exists(task => task.Theme.Length > 0) ? [.. due.GroupBy(task => task.Theme).OrderBy(group => group.Min(task => task.TaskId)).Select(group => OverviewRow.Of(group.Key.Length > 0 ? group.Key : "其他", null, [.. group]))] : [],
            Total = OverviewRow.Of("合计", null, due),
            Worse = [.. behind.Where(task => task.Before is not (null or Verdict.Behind))],
            Better = [.. due.Where(task => task is { IsReported: true, IsBehind: false, Before: Verdict.Behind })],
            StillBehind = [.. behind.Where(task => task.MonthsBehind > 1).OrderByDescending(task => task.MonthsBehind).ThenBy(task => task.TaskId)],
            Contradicted = [.. behind.Where(task => task.IsContradicted)],
            Decisions = [.. answered.Where(row => tasks.ContainsKey(row.TaskId)).Select(row => new Decision(tasks[row.TaskId], $"已反馈{row.Author}的批示，请阅后办结"))
                .Concat(due.Where(task => task is { Judgement: Judgement.Rejected, OpenInstructions: 0 }).Select(task => new Decision(task, "督查科不认可单位自报")))
                .Concat(behind.Where(task => task is { MonthsBehind: > 2, OpenInstructions: 0 }).OrderByDescending(task => task.MonthsBehind).Select(task => new Decision(task, $"连续{task.MonthsBehind}个月落后，还没有批示")))
                .DistinctBy(decision => decision.Task.TaskId)
                .Take(MostDecisions)],
        };
    }

    // Several deputies have one title: the name tells them apart.
    private static Dictionary<Guid, string> Named(IReadOnlyList<LeaderPost> posts) =>
        posts.ToDictionary(post => post.Id, post => posts.Count(other => other.Title == post.Title) > 1 && post.Holders.Count > 0 ? $"{post.Title}　{post.Holders[^1].Name}" : post.Title);

    private sealed record Answered(Guid TaskId, string Author);
}

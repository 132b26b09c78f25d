using System.Runtime.InteropServices;
using Luoshi.Core.Ledgers;
using Luoshi.Core.Meetings;
using Luoshi.Core.Reading;
using Luoshi.Core.Reporting;

namespace Luoshi.Core.Checks;

/// <summary>What was said of a task in an earlier month.</summary>
internal sealed record EarlierReport(ReportingPeriod Period, string Text, string Source);

/// <summary>
/// Finds the same task in earlier documents: the same leader, number and words, else by the matching that materials are put together with.
/// One month's index is built at a time and let go, so that many months need no more memory than one.
/// </summary>
internal static class EarlierMonths
{
    /// <summary>Earlier reports on each row's task, oldest first; null for none. A document without a period cannot be placed and is passed over.</summary>
    public static List<EarlierReport>?[] Of(IReadOnlyList<CheckedRow> rows, IReadOnlyList<TaskDocument> previous, ReportingPeriod asOf)
    {
        var found = new List<EarlierReport>?[rows.Count];
        foreach (var row in rows)
        {
            foreach (var column in row.Task.EarlierProgress.Where(column => column.Period is { } period && period < asOf))
            {
                (found[row.Index] ??= []).Add(new EarlierReport(column.Period!.Value, column.Text, row.Source));
            }
        }

        var leaders = new LeaderRoll(rows.Select(row => row.Task).Concat(previous.SelectMany(document => document.Tasks)).Select(task => task.Leader).OfType<LeaderMention>());
        foreach (var document in previous.Where(document => document.Period is { } period && period < asOf))
        {
            Match(rows, document, leaders, found);
        }

        foreach (var reports in found)
        {
            reports?.Sort((left, right) => left.Period.CompareTo(right.Period));
        }

        return found;
    }

    private static void Match(IReadOnlyList<CheckedRow> rows, TaskDocument document, LeaderRoll leaders, List<EarlierReport>?[] found)
    {
        // Null where two tasks are alike to the letter: neither is then surely the one.
        var same = new Dictionary<(string?, int?, string), ReportedTask?>();
        foreach (var task in document.Tasks)
        {
            ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(same, (leaders.Key(task.Leader), task.Number, task.Content), out var twice);
            known = twice ? null : task;
        }

        TaskIndex? similar = null;
        foreach (var row in rows)
        {
            var leader = leaders.Key(row.Task.Leader);
            if (!same.TryGetValue((leader, row.Task.Number, row.Content), out var task))
            {
                similar ??= Index(document, leaders);
                task = similar.Find(row.Task, leader, new ContentKey(row.Content), out _)?.Task;
            }

            if (task?.Progress is { } text)
            {
                (found[row.Index] ??= []).Add(new EarlierReport(document.Period!.Value, text, document.Source));
            }
        }
    }

    private static TaskIndex Index(TaskDocument document, LeaderRoll leaders)
    {
        var index = new TaskIndex();
        foreach (var task in document.Tasks)
        {
            index.Add(new AssembledTask(task, leaders.Key(task.Leader), new ContentKey(task.Content), expected: true));
        }

        return index;
    }
}

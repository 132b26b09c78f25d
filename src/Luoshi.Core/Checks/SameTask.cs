using System.Runtime.InteropServices;
using Luoshi.Core.Meetings;
using Luoshi.Core.Reading;

namespace Luoshi.Core.Checks;

/// <summary>Finds tasks in another document: the same leader, number and words, else by the matching that materials are put together with.</summary>
internal sealed class SameTask
{
    private readonly TaskDocument _document;
    private readonly LeaderRoll _leaders;

    // Null where two tasks are alike to the letter: neither is then surely the one.
    private readonly Dictionary<(string?, int?, string), ReportedTask?> _same = [];

    private TaskIndex? _similar;

    public SameTask(TaskDocument document, LeaderRoll leaders)
    {
        _document = document;
        _leaders = leaders;
        foreach (var task in document.Tasks)
        {
            ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(_same, (leaders.Key(task.Leader), task.Number, task.Content), out var twice);
            known = twice ? null : task;
        }
    }

    /// <summary>The document's task that is this one; null for none or several.</summary>
    public ReportedTask? As(ReportedTask task)
    {
        var leader = _leaders.Key(task.Leader);
        if (_same.TryGetValue((leader, task.Number, task.Content), out var same))
        {
            return same;
        }

        _similar ??= Index(_document.Tasks);
        return _similar.Find(task, leader, new ContentKey(task.Content), out _)?.Task;
    }

    /// <summary>
    /// The document's task for each of these rows, by the row's index. A task that is one of them to the letter is no other one's, so that only the
    /// rest is indexed by its words.
    /// </summary>
    public IEnumerable<(int Row, ReportedTask Task)> OfAll(IReadOnlyList<ReportedRow> rows)
    {
        var taken = new HashSet<ReportedTask>(ReferenceEqualityComparer.Instance);
        var others = new List<int>();
        for (var at = 0; at < rows.Count; at++)
        {
            var task = rows[at].Task;
            if (!_same.TryGetValue((_leaders.Key(task.Leader), task.Number, task.Content), out var same))
            {
                others.Add(at);
            }
            else if (same is not null)
            {
                taken.Add(same);
                yield return (at, same);
            }
        }

        var index = others.Count == 0 ? null : Index(_document.Tasks.Where(task => !taken.Contains(task)));
        foreach (var at in others)
        {
            var task = rows[at].Task;
            if (index!.Find(task, _leaders.Key(task.Leader), new ContentKey(task.Content), out _)?.Task is { } similar)
            {
                yield return (at, similar);
            }
        }
    }

    private TaskIndex Index(IEnumerable<ReportedTask> tasks)
    {
        var index = new TaskIndex();
        foreach (var task in tasks)
        {
            index.Add(new AssembledTask(task, _leaders.Key(task.Leader), new ContentKey(task.Content), expected: true));
        }

        return index;
    }
}

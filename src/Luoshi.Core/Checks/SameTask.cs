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

        _similar ??= Index();
        return _similar.Find(task, leader, new ContentKey(task.Content), out _)?.Task;
    }

    private TaskIndex Index()
    {
        var index = new TaskIndex();
        foreach (var task in _document.Tasks)
        {
            index.Add(new AssembledTask(task, _leaders.Key(task.Leader), new ContentKey(task.Content), expected: true));
        }

        return index;
    }
}

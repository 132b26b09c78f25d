using Luoshi.App.Calendars;
using Luoshi.App.Data;
using Luoshi.App.Searching;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Ledgers;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Ledgers;

/// <summary>分解下达 — a task of its own for each town or unit, under the task it comes from.</summary>
public sealed class HandDownKeyTask(LuoshiDb db, TimeProvider clock)
{
    /// <param name="taskId">The task that is handed down.</param>
    /// <param name="version">The version that the person saw.</param>
    /// <param name="units">Who gets a task.</param>
    /// <param name="content">What each has to do; empty for the words of the task itself.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The tasks that are new: who has one already keeps it. <c>unit-missing</c>, <c>task-closed</c>, <c>unit-unknown</c>, what <see cref="OpenTask.LoadAsync"/> refuses.</returns>
    public async Task<Outcome<IReadOnlyList<KeyTask>>> ExecuteAsync(Guid taskId, int version, IReadOnlyList<Guid> units, string? content, CancellationToken ct)
    {
        var found = await OpenTask.LoadAsync(db, Operation.EditKeyTask, taskId, version, ct);
        if (found.Refusal is { } refusal)
        {
            return refusal;
        }

        var task = found.Value;
        if (!task.IsOpen)
        {
            return new Refusal("task-closed", $"这项重点工作{task.State.Name()}，不能再分解下达。");
        }

        if (units.Count == 0)
        {
            return new Refusal("unit-missing", "请选择承接任务的单位。");
        }

        if (await OpenTask.UnknownAsync(db, task.PostId, units, ct) is { } unknown)
        {
            return unknown;
        }

        var terms = task.Terms() with { Content = string.IsNullOrWhiteSpace(content) ? task.Content : content.Trim() };
        if (AddKeyTask.Unclear(terms) is { } unclear)
        {
            return unclear;
        }

        var there = await db.KeyTasks.Where(child => child.ParentId == task.Id).Select(child => child.LeadUnitId).ToListAsync(ct);
        var next = await OpenTask.NextNumberAsync(db, task.LedgerId, task.PostId, ct);
        var children = new List<KeyTask>();
        foreach (var unit in units.Distinct().Where(unit => !there.Contains(unit)))
        {
            var child = AddKeyTask.New(task.GovernmentId, task.LedgerId, terms with { LeadUnitId = unit }, next++);
            (child.Theme, child.SourceSentenceId, child.ParentId) = (task.Theme, task.SourceSentenceId, task.Id);
            db.Add(child);
            SearchIndex.Add(db, SearchedText.Of(child), clock.GetUtcNow().UtcDateTime);
            ResponsibleUnits.Add(db, child, UnitPart.Lead, [unit], 0, clock.Today());
            children.Add(child);
        }

        if (children.Count > 0)
        {
            db.Record("task-handed-down", nameof(KeyTask), task.Id);
        }

        return await db.TrySaveAsync(ct) is { } changed ? changed : children;
    }
}

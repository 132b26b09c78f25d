using Luoshi.App.Calendars;
using Luoshi.App.Data;
using Luoshi.App.Searching;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Ledgers;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Ledgers;

/// <summary>合并 — several tasks go on as one. The others end with the reason and a pointer; their lead units become co-leads.</summary>
public sealed class MergeKeyTasks(LuoshiDb db, TimeProvider clock)
{
    /// <param name="taskId">The task that goes on.</param>
    /// <param name="version">The version that the person saw.</param>
    /// <param name="others">The tasks that end, with the versions that the person saw.</param>
    /// <param name="content">What the one is called from now on.</param>
    /// <param name="reason">Why.</param>
    /// <param name="approvedBy">Who approved it.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The task that goes on; <c>merge-too-few</c>, <c>merge-across-ledgers</c>, what <see cref="OpenTask.LoadAsync"/>, <see cref="KeyTask.Adjust"/> and <see cref="KeyTask.End"/> refuse.</returns>
    public async Task<Outcome<KeyTask>> ExecuteAsync(
        Guid taskId, int version, IReadOnlyDictionary<Guid, int> others, string content, string reason, string approvedBy, CancellationToken ct)
    {
        var found = await OpenTask.LoadAsync(db, Operation.AdjustKeyTask, taskId, version, ct);
        if (found.Refusal is { } refusal)
        {
            return refusal;
        }

        var task = found.Value;
        var ids = others.Keys.Where(id => id != taskId).ToList();
        var merged = await db.KeyTasks.Where(other => ids.Contains(other.Id)).OrderBy(other => other.Number).ThenBy(other => other.Id).ToListAsync(ct);
        if (merged.Count == 0 || merged.Count != ids.Count)
        {
            return new Refusal("merge-too-few", "请至少选择两项重点工作再合并。");
        }

        if (merged.Exists(other => other.LedgerId != task.LedgerId))
        {
            return new Refusal("merge-across-ledgers", "只能合并同一年台账里的重点工作。");
        }

        if (merged.Exists(other => other.Version != others[other.Id]))
        {
            return Concurrency.Changed;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var terms = task.Terms() with { Content = content.Trim() };
        if (AddKeyTask.Unclear(terms) is { } unclear)
        {
            return unclear;
        }

        var adjusted = task.Adjust(terms, reason, approvedBy, now);
        if (adjusted.Refusal is { } unadjusted)
        {
            return unadjusted;
        }

        db.Add(adjusted.Value);
        foreach (var other in merged)
        {
            var ended = other.MergeInto(task, $"并入“{task.Content}”：{reason.Trim()}", approvedBy, now);
            if (ended.Refusal is { } unended)
            {
                return unended;
            }

            db.Add(ended.Value);
            await EndKeyTask.AskNoLongerAsync(db, other, ct);
        }

        await SearchIndex.RenewAsync(db, task, now, ct);
        await AddCoLeadsAsync(task, merged, ct);
        db.Record("tasks-merged", nameof(KeyTask), task.Id, reason);
        return await db.TrySaveAsync(ct) is { } changed ? changed : task;
    }

    private async Task AddCoLeadsAsync(KeyTask task, List<KeyTask> merged, CancellationToken ct)
    {
        var standing = await db.Responsibilities.AsNoTracking().Where(row => row.TaskId == task.Id && row.Until == null).ToListAsync(ct);
        var leads = merged.Select(other => other.LeadUnitId).Distinct().Where(unit => !standing.Exists(row => row.UnitId == unit)).ToList();
        ResponsibleUnits.Add(db, task, UnitPart.CoLead, leads, standing.Count, clock.Today());
    }
}

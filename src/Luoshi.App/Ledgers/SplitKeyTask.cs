using Luoshi.App.Calendars;
using Luoshi.App.Data;
using Luoshi.App.Searching;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Ledgers;

namespace Luoshi.App.Ledgers;

/// <summary>One of the tasks that a task is split into.</summary>
public sealed record TaskPart(string Content, Guid LeadUnitId);

/// <summary>
/// 拆分 — one task becomes several. The first goes on with what was reported so far; all keep the sentence of the report, the theme and what
/// they were handed down from.
/// </summary>
public sealed class SplitKeyTask(LuoshiDb db, TimeProvider clock)
{
    /// <returns>The tasks, the first of them the old one; <c>split-too-few</c>, what <see cref="OpenTask.LoadAsync"/> and <see cref="KeyTask.Adjust"/> refuse, <c>unit-unknown</c>, <c>content-missing</c>.</returns>
    public async Task<Outcome<IReadOnlyList<KeyTask>>> ExecuteAsync(Guid taskId, int version, IReadOnlyList<TaskPart> parts, string reason, string approvedBy, CancellationToken ct)
    {
        var found = await OpenTask.LoadAsync(db, Operation.AdjustKeyTask, taskId, version, ct);
        if (found.Refusal is { } refusal)
        {
            return refusal;
        }

        if (parts.Count is < 2 or > 20)
        {
            return new Refusal("split-too-few", "拆分后要有2到20项，请逐项写明工作内容和牵头单位。");
        }

        var task = found.Value;
        var terms = parts.Select(part => task.Terms() with { Content = part.Content.Trim(), LeadUnitId = part.LeadUnitId }).ToList();
        if (terms.Select(AddKeyTask.Unclear).OfType<Refusal>().FirstOrDefault() is { } unclear)
        {
            return unclear;
        }

        if (await OpenTask.UnknownAsync(db, task.PostId, [.. parts.Select(part => part.LeadUnitId)], ct) is { } unknown)
        {
            return unknown;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var adjusted = task.Adjust(terms[0], reason, approvedBy, now);
        if (adjusted.Refusal is { } unadjusted)
        {
            return unadjusted;
        }

        db.Add(adjusted.Value);
        await ResponsibleUnits.RenewAsync(db, task, UnitPart.Lead, [task.LeadUnitId], clock.Today(), ct);
        await SearchIndex.RenewAsync(db, task, now, ct);
        var next = await OpenTask.NextNumberAsync(db, task.LedgerId, task.PostId, ct);
        var tasks = new List<KeyTask> { task };
        foreach (var own in terms.Skip(1))
        {
            var part = AddKeyTask.New(task.GovernmentId, task.LedgerId, own, next++);
            (part.Theme, part.SourceSentenceId, part.ParentId) = (task.Theme, task.SourceSentenceId, task.ParentId);
            db.Add(part);
            SearchIndex.Add(db, SearchedText.Of(part), now);
            ResponsibleUnits.Add(db, part, UnitPart.Lead, [part.LeadUnitId], 0, clock.Today());
            tasks.Add(part);
        }

        db.Record("task-split", nameof(KeyTask), task.Id, reason);
        return await db.TrySaveAsync(ct) is { } changed ? changed : tasks;
    }
}

using Luoshi.App.Data;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Ledgers;
using Luoshi.Core.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Ledgers;

/// <summary>销号, or 终止. What was still to be reported on it is asked no longer.</summary>
public sealed class EndKeyTask(LuoshiDb db, TimeProvider clock)
{
    /// <returns>The task; what <see cref="OpenTask.LoadAsync"/> and <see cref="KeyTask.End"/> refuse.</returns>
    public async Task<Outcome<KeyTask>> ExecuteAsync(Guid taskId, int version, KeyTaskState state, string reason, string approvedBy, CancellationToken ct)
    {
        var found = await OpenTask.LoadAsync(db, Operation.CloseOutKeyTask, taskId, version, ct);
        if (found.Refusal is { } refusal)
        {
            return refusal;
        }

        var task = found.Value;
        var ended = task.End(state, reason, approvedBy, clock.GetUtcNow().UtcDateTime);
        if (ended.Refusal is { } unended)
        {
            return unended;
        }

        db.Add(ended.Value);
        await AskNoLongerAsync(db, task, ct);
        db.Record(state == KeyTaskState.ClosedOut ? "task-closed-out" : "task-terminated", nameof(KeyTask), task.Id, reason);
        return await db.TrySaveAsync(ct) is { } changed ? changed : task;
    }

    /// <summary>Frees the units from what they have not reported on a task that has ended.</summary>
    internal static async Task AskNoLongerAsync(LuoshiDb db, KeyTask task, CancellationToken ct)
    {
        foreach (var item in await db.DueItems.Where(item => item.TaskId == task.Id && item.SubmittedAt == null && item.ExemptReason == null && !item.IsVoluntary).ToListAsync(ct))
        {
            item.Exempt($"重点工作{task.State.Name()}，不再报送");
        }
    }
}

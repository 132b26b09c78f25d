using Luoshi.App.Calendars;
using Luoshi.App.Data;
using Luoshi.App.Searching;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Ledgers;

namespace Luoshi.App.Ledgers;

/// <summary>调整 — another wording, deadline, frequency, leader or lead unit, with who approved it and why. What it was is kept.</summary>
public sealed class AdjustKeyTask(LuoshiDb db, TimeProvider clock)
{
    /// <summary>Due items that are already there stay with whom they were asked of: only what is opened from now on asks the new unit.</summary>
    /// <returns>The task; what <see cref="OpenTask.LoadAsync"/> and <see cref="KeyTask.Adjust"/> refuse; <c>post-unknown</c>, <c>unit-unknown</c>.</returns>
    public async Task<Outcome<KeyTask>> ExecuteAsync(Guid taskId, int version, KeyTaskTerms terms, string reason, string approvedBy, CancellationToken ct)
    {
        var found = await OpenTask.LoadAsync(db, Operation.AdjustKeyTask, taskId, version, ct);
        if (found.Refusal is { } refusal)
        {
            return refusal;
        }

        if (await OpenTask.UnknownAsync(db, terms.PostId, [terms.LeadUnitId], ct) is { } unknown)
        {
            return unknown;
        }

        var task = found.Value;
        var now = clock.GetUtcNow().UtcDateTime;
        var adjusted = task.Adjust(terms, reason, approvedBy, now);
        if (adjusted.Refusal is { } unadjusted)
        {
            return unadjusted;
        }

        db.Add(adjusted.Value);
        await ResponsibleUnits.RenewAsync(db, task, UnitPart.Lead, [task.LeadUnitId], clock.Today(), ct);
        await SearchIndex.RenewAsync(db, task, now, ct);
        db.Record("task-adjusted", nameof(KeyTask), task.Id, reason);
        return await db.TrySaveAsync(ct) is { } changed ? changed : task;
    }
}

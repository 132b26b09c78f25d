using Luoshi.App.Calendars;
using Luoshi.App.Data;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Ledgers;

namespace Luoshi.App.Ledgers;

/// <summary>编辑 — number, theme and supporting units: what the office keeps in order by itself, without an approval.</summary>
public sealed class EditKeyTask(LuoshiDb db, TimeProvider clock)
{
    /// <param name="taskId">Which task.</param>
    /// <param name="version">The version that the person saw.</param>
    /// <param name="number">Its number within its leader.</param>
    /// <param name="theme">Empty for none.</param>
    /// <param name="supportingUnits">The supporting units in their order; null leaves them as they are.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The task; what <see cref="OpenTask.LoadAsync"/> and <see cref="KeyTask.Edit"/> refuse; <c>unit-unknown</c>, <c>unit-twice</c>.</returns>
    public async Task<Outcome<KeyTask>> ExecuteAsync(Guid taskId, int version, int number, string? theme, IReadOnlyList<Guid>? supportingUnits, CancellationToken ct)
    {
        var found = await OpenTask.LoadAsync(db, Operation.EditKeyTask, taskId, version, ct);
        if (found.Refusal is { } refusal)
        {
            return refusal;
        }

        var task = found.Value;
        if (supportingUnits is not null && await OpenTask.UnknownAsync(db, task.PostId, supportingUnits, ct) is { } unknown)
        {
            return unknown;
        }

        if (supportingUnits?.Contains(task.LeadUnitId) == true)
        {
            return new Refusal("unit-twice", "牵头单位不能同时是配合单位，请去掉后再保存。");
        }

        if (task.Edit(number, theme) is { } unedited)
        {
            return unedited;
        }

        if (supportingUnits is not null)
        {
            await ResponsibleUnits.RenewAsync(db, task, UnitPart.Supporting, supportingUnits, clock.Today(), ct);
        }

        db.Record("task-edited", nameof(KeyTask), task.Id);
        return await db.TrySaveAsync(ct) is { } changed ? changed : task;
    }
}

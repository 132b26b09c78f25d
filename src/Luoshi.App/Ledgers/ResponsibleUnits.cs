using Luoshi.App.Data;
using Luoshi.Core.Ledgers;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Ledgers;

/// <summary>责任 from a day on: who no longer has a part keeps it until that day, who has one anew begins on it.</summary>
internal static class ResponsibleUnits
{
    /// <summary>Makes <paramref name="units"/> the ones that have the part, in their order.</summary>
    public static async Task RenewAsync(LuoshiDb db, KeyTask task, UnitPart part, IReadOnlyList<Guid> units, DateOnly day, CancellationToken ct)
    {
        var standing = await db.Responsibilities.Where(row => row.TaskId == task.Id && row.Until == null).ToListAsync(ct);

        // A unit has one part at a time: who takes the lead supports no longer.
        foreach (var row in standing.Where(row => row.Part == part ? !units.Contains(row.UnitId) : part == UnitPart.Lead && units.Contains(row.UnitId)))
        {
            row.Until = day;
        }

        var known = standing.Where(row => row.Until is null).Select(row => row.UnitId).ToHashSet();
        Add(db, task, part, [.. units.Distinct().Where(unit => !known.Contains(unit))], standing.Count, day);
    }

    public static void Add(LuoshiDb db, KeyTask task, UnitPart part, IReadOnlyList<Guid> units, int position, DateOnly day) =>
        db.AddRange(units.Select((unit, index) => new Responsibility
        {
            GovernmentId = task.GovernmentId,
            TaskId = task.Id,
            UnitId = unit,
            Part = part,
            Position = position + index,
            From = day,
        }));
}

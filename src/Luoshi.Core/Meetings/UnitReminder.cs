namespace Luoshi.Core.Meetings;

/// <summary>催报 — what one lead unit still has to report. A joint task is asked of every unit that leads it.</summary>
public sealed record UnitReminder(string Unit, IReadOnlyList<MaterialRow> Rows)
{
    /// <summary>In the order in which the units first appear. A task without a lead unit can be asked of nobody and is in none.</summary>
    public static IReadOnlyList<UnitReminder> Of(MeetingMaterial material) => [.. material.Rows
        .Where(row => row.Return == ReturnState.Missing)
        .SelectMany(row => row.Task.LeadUnits.Select(unit => (Unit: new[] { unit }.Names(), Row: row)))
        .GroupBy(asked => asked.Unit, asked => asked.Row)
        .Select(group => new UnitReminder(group.Key, [.. group]))];
}

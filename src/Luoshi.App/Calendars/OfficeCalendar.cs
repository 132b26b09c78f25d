namespace Luoshi.App.Calendars;

/// <summary>
/// How often the <see cref="OfficeDay"/>s of a government were changed. A day that is ordinary has no row that could carry a version, and a change may reach
/// over New Year: so there is one version for the whole. Without a row nothing was changed yet.
/// </summary>
public sealed class OfficeCalendar
{
    public required int GovernmentId { get; init; }

    /// <summary>Grows with every change: whoever changes days must have seen the one before. 0 before the first.</summary>
    public int Version { get; set; }
}

using Luoshi.Core.Calendars;

namespace Luoshi.App.Calendars;

/// <summary>工作日历 of a government, day by day: begins as a copy of the published one and is edited by the office.</summary>
public sealed class OfficeDay
{
    public required int GovernmentId { get; init; }

    public required DateOnly Day { get; init; }

    public required DayKind Kind { get; set; }

    public required string Name { get; set; }

    public CalendarDay AsCalendarDay() => new(Day, Kind, Name);
}

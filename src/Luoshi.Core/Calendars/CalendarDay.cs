namespace Luoshi.Core.Calendars;

/// <summary>A day that is not what its weekday says: 法定节假日 or 调休上班.</summary>
/// <param name="Day">The day.</param>
/// <param name="Kind">Free, or worked.</param>
/// <param name="Name">The holiday it belongs to: 春节.</param>
public sealed record CalendarDay(DateOnly Day, DayKind Kind, string Name);

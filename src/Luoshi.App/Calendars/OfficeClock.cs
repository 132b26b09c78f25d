using Luoshi.Core.Calendars;

namespace Luoshi.App.Calendars;

/// <summary>The office's own clock on the wall.</summary>
public static class OfficeClock
{
    public static DateOnly Today(this TimeProvider clock) => Day(clock.GetUtcNow().UtcDateTime);

    /// <summary>On which day of the office an instant in UTC lies.</summary>
    public static DateOnly Day(DateTime utc) => DateOnly.FromDateTime(Local(utc));

    /// <summary>An instant in UTC as the office reads it.</summary>
    public static DateTime Local(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), BeijingTime.Zone);

    /// <summary>What somebody in the office wrote down, as an instant in UTC.</summary>
    public static DateTime ToUtc(DateTime local) => TimeZoneInfo.ConvertTimeToUtc(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), BeijingTime.Zone);
}

using Luoshi.Core.Calendars;

namespace Luoshi.Web;

/// <summary>Days as people type them, and the instants they mean.</summary>
public static class BeijingDay
{
    /// <summary>The end of the working day, 17:30 in Beijing: until then counts as that day.</summary>
    public static DateTime EndUtc(DateOnly day) => TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(new TimeOnly(17, 30)), BeijingTime.Zone);

    public static DateOnly Of(DateTime utc) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utc, BeijingTime.Zone));
}

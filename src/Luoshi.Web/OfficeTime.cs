using System.Globalization;
using Luoshi.Core.Calendars;

namespace Luoshi.Web;

/// <summary>Instants as the office reads them, by Beijing's clock.</summary>
public static class OfficeTime
{
    /// <summary>2024年7月22日 09:00.</summary>
    public static string Of(DateTime utc) => Local(utc).ToString("yyyy年M月d日 HH:mm", CultureInfo.InvariantCulture);

    /// <summary>2024年7月22日 09:00:00.000.</summary>
    public static string Exactly(DateTime utc) => Local(utc).ToString("yyyy年M月d日 HH:mm:ss.fff", CultureInfo.InvariantCulture);

    /// <summary>The day in Beijing.</summary>
    public static DateOnly Today(TimeProvider clock) => DateOnly.FromDateTime(Local(clock.GetUtcNow().UtcDateTime));

    private static DateTime Local(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(utc, BeijingTime.Zone);
}

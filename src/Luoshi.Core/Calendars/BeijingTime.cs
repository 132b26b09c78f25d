namespace Luoshi.Core.Calendars;

/// <summary>北京时间 — the time offices in China work by.</summary>
public static class BeijingTime
{
    /// <summary>Always eight hours ahead of UTC. Fixed here, so that a machine without a time zone database tells the same time.</summary>
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.CreateCustomTimeZone("Asia/Shanghai", TimeSpan.FromHours(8), "北京时间", "北京时间");
}

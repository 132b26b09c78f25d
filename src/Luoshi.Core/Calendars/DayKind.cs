namespace Luoshi.Core.Calendars;

public enum DayKind
{
    /// <summary>放假 — free, also on a weekday.</summary>
    Holiday,

    /// <summary>调休上班 — worked, also on a weekend.</summary>
    MakeUpWorkday,
}

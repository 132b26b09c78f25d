using Luoshi.Core.Calendars;

namespace Luoshi.Core.Reporting;

/// <summary>报送时限 — when the returns of one frequency are due.</summary>
public sealed record DueRule
{
    /// <summary>The day, 1 to 31, counted in the month in which the span ends. A month that is too short has its last day instead.</summary>
    public int DayOfMonth { get; init; } = 25;

    /// <summary>How many months after the span's last month: 1 is the month that follows.</summary>
    public int MonthOffset { get; init; }

    /// <summary>The day in the span's last week, for weekly and biweekly returns; <see cref="DayOfMonth"/> is not looked at then.</summary>
    public DayOfWeek? Weekday { get; init; }

    /// <summary>How many weeks after the span's last week.</summary>
    public int WeekOffset { get; init; }

    /// <summary>The last minute, by the office's clock. A return of that very moment is on time.</summary>
    public TimeOnly At { get; init; } = new(17, 30);

    public ShiftDirection Shift { get; init; } = ShiftDirection.Earlier;

    /// <summary>The due day, on a workday unless the rule says otherwise. Never before the span begins.</summary>
    public DateOnly DueDay(ReportingSpan span, WorkdayCalendar calendar)
    {
        var day = Weekday is { } weekday ? InWeek(span, weekday) : InMonth(span);
        var shifted = Shift switch
        {
            ShiftDirection.Earlier => calendar.OnOrBefore(day),
            ShiftDirection.Later => calendar.OnOrAfter(day),
            ShiftDirection.None => day,
        };

        // The week of 春节 may be free from end to end: nobody can report on it before it began.
        return shifted < span.Start ? calendar.OnOrAfter(day) : shifted;
    }

    /// <summary>The due instant, to be frozen when the span opens. The clock is Beijing's when no other is given.</summary>
    public DateTime DueAtUtc(ReportingSpan span, WorkdayCalendar calendar, TimeZoneInfo? zone = null)
    {
        var local = DueDay(span, calendar).ToDateTime(At);
        return DateTime.SpecifyKind(local - (zone ?? BeijingTime.Zone).GetUtcOffset(local), DateTimeKind.Utc);
    }

    private DateOnly InMonth(ReportingSpan span)
    {
        var month = new DateOnly(span.End.Year, span.End.Month, 1).AddMonths(MonthOffset);
        return month.AddDays(Math.Min(DayOfMonth, DateTime.DaysInMonth(month.Year, month.Month)) - 1);
    }

    private DateOnly InWeek(ReportingSpan span, DayOfWeek weekday)
    {
        // The span ends on a Sunday; a week begins on its Monday.
        var daysAfterMonday = ((int)weekday + 6) % 7;
        return span.End.AddDays(daysAfterMonday - 6 + 7 * WeekOffset);
    }
}

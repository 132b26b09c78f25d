namespace Luoshi.Core.Calendars;

/// <summary>
/// 工作日历 — which days are worked: Monday to Friday unless free, Saturday and Sunday only to make up. Of two entries for one day the later
/// holds, so that an office's own days may follow the published ones.
/// </summary>
public sealed class WorkdayCalendar(IEnumerable<CalendarDay> days)
{
    private readonly Dictionary<DateOnly, DayKind> _kinds = KindsOf(days);

    public bool IsWorkday(DateOnly day) => _kinds.TryGetValue(day, out var kind)
        ? kind == DayKind.MakeUpWorkday
        : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>The day itself when it is worked, else the last workday before it.</summary>
    public DateOnly OnOrBefore(DateOnly day)
    {
        while (!IsWorkday(day))
        {
            day = day.AddDays(-1);
        }

        return day;
    }

    /// <summary>The day itself when it is worked, else the first workday after it.</summary>
    public DateOnly OnOrAfter(DateOnly day)
    {
        while (!IsWorkday(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    /// <summary>The <paramref name="count"/>th workday after the day, or before it when negative. None: the day itself, worked or not.</summary>
    public DateOnly AddWorkdays(DateOnly day, int count)
    {
        for (var left = count; left > 0; left--)
        {
            day = OnOrAfter(day.AddDays(1));
        }

        for (var left = count; left < 0; left++)
        {
            day = OnOrBefore(day.AddDays(-1));
        }

        return day;
    }

    /// <summary>
    /// How many workdays lie after <paramref name="from"/> up to <paramref name="to"/>, that day counted; negative when it lies before.
    /// So a workday is reached again: <c>AddWorkdays(from, WorkdaysBetween(from, to)) == to</c>.
    /// </summary>
    public int WorkdaysBetween(DateOnly from, DateOnly to)
    {
        var count = 0;
        for (var day = from; day < to;)
        {
            day = day.AddDays(1);
            count += IsWorkday(day) ? 1 : 0;
        }

        for (var day = from; day > to;)
        {
            day = day.AddDays(-1);
            count -= IsWorkday(day) ? 1 : 0;
        }

        return count;
    }

    /// <summary>Whether anything is known of the year. When not, its holidays count as workdays, and the office must be told.</summary>
    public bool Covers(int year) => _kinds.Keys.Any(day => day.Year == year);

    private static Dictionary<DateOnly, DayKind> KindsOf(IEnumerable<CalendarDay> days)
    {
        var kinds = new Dictionary<DateOnly, DayKind>();
        foreach (var day in days)
        {
            kinds[day.Day] = day.Kind;
        }

        return kinds;
    }
}

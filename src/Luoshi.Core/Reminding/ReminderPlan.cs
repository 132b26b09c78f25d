using Luoshi.Core.Calendars;
using Luoshi.Core.Reporting;

namespace Luoshi.Core.Reminding;

/// <summary>催报日 — the days on which an item that is still open is asked for. Always workdays.</summary>
public static class ReminderPlan
{
    /// <summary>
    /// In order and without end: ahead of the due day, on it (on the workday before when it is none), after it, and again and again.
    /// </summary>
    public static IEnumerable<DateOnly> Days(ReportingFrequency frequency, DateOnly dueDay, ReminderRules rules, WorkdayCalendar calendar)
    {
        var first = calendar.OnOrBefore(dueDay);
        var ahead = calendar.AddWorkdays(dueDay, -rules.Ahead(frequency));
        if (ahead < first)
        {
            yield return ahead;
        }

        yield return first;
        var (day, gone) = (dueDay, 0);
        foreach (var after in rules.After)
        {
            (day, gone) = (calendar.AddWorkdays(day, after - gone), after);
            yield return day;
        }

        while (true)
        {
            day = calendar.AddWorkdays(day, rules.Every);
            yield return day;
        }
    }

    /// <summary>The last reminder day that has come by now; null when the first is still ahead.</summary>
    public static DateOnly? LatestBy(DateOnly today, ReportingFrequency frequency, DateOnly dueDay, ReminderRules rules, WorkdayCalendar calendar)
    {
        DateOnly? latest = null;
        foreach (var day in Days(frequency, dueDay, rules, calendar).TakeWhile(day => day <= today))
        {
            latest = day;
        }

        return latest;
    }
}

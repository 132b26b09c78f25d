using Luoshi.Core.Calendars;
using Luoshi.Core.Supervision;

namespace Luoshi.Core.Reminding;

/// <summary>Who is to be reminded at this moment. Asked as often as you like: once the messages are noted as sent, it answers with none.</summary>
public static class Reminders
{
    /// <summary>
    /// A digest for every unit that has an item whose reminder day has come since the unit was last written to, in the order of the items. It
    /// lists all items of the unit that have had a reminder day, so that one message says everything. A day on which nobody asked is made
    /// up for on the next workday. Nothing on days that are not worked, before the hour, or within the quiet hours after the last message.
    /// </summary>
    /// <param name="nowUtc">The moment.</param>
    /// <param name="calendar">Which days are worked.</param>
    /// <param name="rules">When to remind; validated.</param>
    /// <param name="items">What is still to be reported, as of now.</param>
    /// <param name="lastSentUtc">When each unit was last written to; units that never were are absent.</param>
    /// <param name="zone">The office's clock; Beijing's when null.</param>
    /// <param name="words">The office's own words; those of the house when null.</param>
    public static IReadOnlyList<UnitDigest> Due(
        DateTime nowUtc,
        WorkdayCalendar calendar,
        ReminderRules rules,
        IReadOnlyList<ReminderItem> items,
        IReadOnlyDictionary<Guid, DateTime> lastSentUtc,
        TimeZoneInfo? zone = null,
        OfficeWords? words = null)
    {
        var clock = zone ?? BeijingTime.Zone;
        var now = Local(nowUtc);
        var today = DateOnly.FromDateTime(now);
        if (!calendar.IsWorkday(today) || TimeOnly.FromDateTime(now) < rules.From)
        {
            return [];
        }

        var digests = new List<UnitDigest>();
        foreach (var unit in items.GroupBy(item => item.UnitId))
        {
            DateTime? lastSent = lastSentUtc.TryGetValue(unit.Key, out var sent) ? sent : null;
            if (lastSent?.AddHours(rules.QuietHours) > nowUtc)
            {
                continue;
            }

            var asked = unit.Select(item => (Item: item, Day: ReminderPlan.LatestBy(today, item.Span.Frequency, DayOf(item), rules, calendar))).Where(item => item.Day is not null).ToList();
            if (asked.Any(item => lastSent is null || item.Day > DateOnly.FromDateTime(Local(lastSent.Value))))
            {
                var lines = asked
                    .Select(item => ReminderWording.Line(item.Item, Local(item.Item.DueAtUtc), now, calendar))
                    .OrderBy(line => line.Stage)
                    .ThenBy(line => line.Item.DueAtUtc)
                    .ToList();
                digests.Add(new UnitDigest(unit.Key, lines, ReminderWording.Subject(lines), ReminderWording.Body(lines, words?.ReminderAsks ?? ReminderWording.WhatToWrite, words?.ReminderCloses ?? ReminderWording.Closing)));
            }
        }

        return digests;

        DateTime Local(DateTime utc) => DateTime.SpecifyKind(utc, DateTimeKind.Unspecified) + clock.GetUtcOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc));

        DateOnly DayOf(ReminderItem item) => DateOnly.FromDateTime(Local(item.DueAtUtc));
    }
}

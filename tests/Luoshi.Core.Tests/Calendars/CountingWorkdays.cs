using CsCheck;
using Luoshi.Core.Calendars;

namespace Luoshi.Core.Tests.Calendars;

public sealed class CountingWorkdays
{
    private static readonly DateOnly s_newYear = new(2026, 1, 1);

    private static readonly WorkdayCalendar s_spring = new(
    [
        .. Enumerable.Range(15, 9).Select(day => new CalendarDay(new DateOnly(2026, 2, day), DayKind.Holiday, "春节")),
        new CalendarDay(new DateOnly(2026, 2, 14), DayKind.MakeUpWorkday, "春节"),
        new CalendarDay(new DateOnly(2026, 2, 28), DayKind.MakeUpWorkday, "春节"),
    ]);

    private static readonly Gen<DateOnly> s_day = Gen.Int[0, 729].Select(s_newYear.AddDays);

    private static readonly Gen<WorkdayCalendar> s_calendar =
        Gen.Select(s_day, Gen.Bool, (day, free) => new CalendarDay(day, free ? DayKind.Holiday : DayKind.MakeUpWorkday, "某节")).Array[0, 60].Select(days => new WorkdayCalendar(days));

    [Theory]
    [InlineData("2026-02-13", true)]
    [InlineData("2026-02-14", true)]
    [InlineData("2026-02-17", false)]
    [InlineData("2026-02-24", true)]
    [InlineData("2026-02-28", true)]
    [InlineData("2026-03-01", false)]
    public void A_holiday_is_free_and_a_weekend_is_worked_only_to_make_up(string day, bool isWorkday)
    {
        Assert.Equal(isWorkday, s_spring.IsWorkday(Day(day)));
    }

    [Fact]
    public void The_nearest_workdays_around_a_holiday_are_the_day_before_it_and_the_day_after_it()
    {
        Assert.Equal((Day("2026-02-14"), Day("2026-02-24")), (s_spring.OnOrBefore(Day("2026-02-18")), s_spring.OnOrAfter(Day("2026-02-18"))));
    }

    [Theory]
    [InlineData("2026-02-13", 1, "2026-02-14")]
    [InlineData("2026-02-13", 2, "2026-02-24")]
    [InlineData("2026-02-24", -1, "2026-02-14")]
    [InlineData("2026-02-18", -1, "2026-02-14")]
    [InlineData("2026-02-18", 0, "2026-02-18")]
    public void Workdays_are_counted_over_the_holiday(string from, int count, string to)
    {
        Assert.Equal(Day(to), s_spring.AddWorkdays(Day(from), count));
    }

    [Fact]
    public void An_offices_own_day_holds_against_the_published_one()
    {
        var calendar = new WorkdayCalendar(
        [
            new CalendarDay(Day("2026-10-08"), DayKind.Holiday, "国庆节"),
            new CalendarDay(Day("2026-10-08"), DayKind.MakeUpWorkday, "防汛值守"),
        ]);

        Assert.True(calendar.IsWorkday(Day("2026-10-08")));
    }

    [Fact]
    public void A_year_without_any_data_is_not_covered()
    {
        Assert.True(s_spring.Covers(2026));
        Assert.False(s_spring.Covers(2027));
    }

    [Fact]
    public void The_workday_on_or_before_is_worked_and_nothing_worked_lies_between() => Gen.Select(s_calendar, s_day).Sample((calendar, day) =>
    {
        var before = calendar.OnOrBefore(day);
        var after = calendar.OnOrAfter(day);

        Assert.True(before <= day && day <= after);
        Assert.True(calendar.IsWorkday(before) && calendar.IsWorkday(after));
        for (var between = before.AddDays(1); between < after; between = between.AddDays(1))
        {
            Assert.True(between == day || !calendar.IsWorkday(between));
        }
    });

    [Fact]
    public void Counting_to_a_workday_and_going_as_far_arrives_there() => Gen.Select(s_calendar, s_day, s_day).Sample((calendar, from, day) =>
    {
        var to = calendar.OnOrAfter(day);

        Assert.Equal(to, calendar.AddWorkdays(from, calendar.WorkdaysBetween(from, to)));
    });

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", null);
}

using CsCheck;
using Luoshi.Core.Calendars;
using Luoshi.Core.Reporting;

namespace Luoshi.Core.Tests.Reporting;

public sealed class SettingDueTimes
{
    private static readonly WorkdayCalendar s_plain = new([]);

    private static readonly WorkdayCalendar s_spring = new(
    [
        .. Enumerable.Range(15, 9).Select(day => new CalendarDay(new DateOnly(2026, 2, day), DayKind.Holiday, "春节")),
        new CalendarDay(new DateOnly(2026, 2, 14), DayKind.MakeUpWorkday, "春节"),
    ]);

    [Theory]
    [InlineData("2024-04", "2024-04-25 17:30")]
    [InlineData("2024-05", "2024-05-24 17:30")]
    [InlineData("2024-Q1", "2024-03-25 17:30")]
    [InlineData("2024-H1", "2024-06-25 17:30")]
    [InlineData("2024-H2", "2024-12-25 17:30")]
    [InlineData("2024", "2024-12-25 17:30")]
    [InlineData("2024-W15", "2024-04-12 17:30")]
    [InlineData("2024-W15-W16", "2024-04-19 17:30")]
    [InlineData("2026-W51-W53", "2027-01-01 17:30")]
    public void By_default_returns_are_due_on_the_25th_or_on_a_Friday_and_on_a_workday(string key, string due)
    {
        Assert.Equal(due, InBeijing(new DueRules().DueAtUtc(Span(key), s_plain)));
    }

    [Theory]
    [InlineData("2024-02", "2024-02-29")]
    [InlineData("2023-02", "2023-02-28")]
    [InlineData("2024-04", "2024-04-30")]
    [InlineData("2024-05", "2024-05-31")]
    public void The_31st_of_a_shorter_month_is_its_last_day(string key, string day)
    {
        Assert.Equal(Day(day), new DueRule { DayOfMonth = 31 }.DueDay(Span(key), s_plain));
    }

    [Theory]
    [InlineData("2024-12", "2025-01-03")]
    [InlineData("2024-Q3", "2024-10-04")]
    [InlineData("2024", "2025-01-03")]
    public void The_next_month_is_counted_from_the_month_in_which_the_span_ends(string key, string day)
    {
        Assert.Equal(Day(day), new DueRule { DayOfMonth = 5, MonthOffset = 1 }.DueDay(Span(key), s_plain));
    }

    [Theory]
    [InlineData(ShiftDirection.Earlier, "2026-02-14")]
    [InlineData(ShiftDirection.Later, "2026-02-24")]
    [InlineData(ShiftDirection.None, "2026-02-20")]
    public void A_day_that_is_not_worked_moves_as_the_rule_says(ShiftDirection shift, string day)
    {
        Assert.Equal(Day(day), new DueRule { DayOfMonth = 20, Shift = shift }.DueDay(Span("2026-02"), s_spring));
    }

    [Fact]
    public void A_week_that_is_all_holiday_is_not_asked_for_before_it_began()
    {
        Assert.Equal(Day("2026-02-24"), new DueRules().Weekly.DueDay(Span("2026-W08"), s_spring));
    }

    [Fact]
    public void The_instant_is_utc_and_of_the_zone_that_was_given()
    {
        var tokyo = TimeZoneInfo.CreateCustomTimeZone("+9", TimeSpan.FromHours(9), null, null);

        var due = new DueRules().DueAtUtc(Span("2024-04"), s_plain, tokyo);

        Assert.Equal((new DateTime(2024, 4, 25, 8, 30, 0), DateTimeKind.Utc), (due, due.Kind));
    }

    [Fact]
    public void The_defaults_are_valid()
    {
        Assert.Null(new DueRules().Validated().Refusal);
    }

    [Fact]
    public void A_rule_that_cannot_be_meant_is_refused_and_says_which()
    {
        var rules = new DueRules();

        Assert.Equal("周报的报送时限：请选定星期几。", Refused(rules with { Weekly = new DueRule() }));
        Assert.Equal("双周报的报送时限：推后的周数应为0到3。", Refused(rules with { Biweekly = rules.Biweekly with { WeekOffset = 4 } }));
        Assert.Equal("月度报的报送时限：日期应为1到31，当月没有这一天的按月末算。", Refused(rules with { Monthly = new DueRule { DayOfMonth = 32 } }));
        Assert.Equal("季度报的报送时限：推后的月数应为0到3。", Refused(rules with { Quarterly = new DueRule { MonthOffset = -1 } }));
        Assert.Equal("年度报的报送时限：按月、季、半年、年报送的，请填每月几日，不选星期几。", Refused(rules with { Yearly = new DueRule { Weekday = DayOfWeek.Monday } }));

        static string? Refused(DueRules rules) => rules.Validated().Refusal is { Code: "due-rule-invalid" } refusal ? refusal.Message : null;
    }

    [Fact]
    public void A_due_day_is_worked_and_not_before_its_span() => Gen.Select(
        Gen.Int[0, 5],
        Gen.Int[0, 1500],
        Gen.Int[1, 31],
        Gen.Int[0, 3],
        Gen.Int[0, 6],
        Gen.Int[0, 1].Select(number => (ShiftDirection)number),
        Gen.Int[0, 1500].Array[0, 200]).Sample((frequency, day, dayOfMonth, offset, weekday, shift, holidays) =>
    {
        var span = ReportingSpan.Containing((ReportingFrequency)frequency, new DateOnly(2024, 1, 1).AddDays(day));
        var calendar = new WorkdayCalendar(holidays.Select(free => new CalendarDay(new DateOnly(2024, 1, 1).AddDays(free), DayKind.Holiday, "某节")));
        var rule = span.Frequency is ReportingFrequency.Weekly or ReportingFrequency.Biweekly
            ? new DueRule { Weekday = (DayOfWeek)weekday, WeekOffset = offset, Shift = shift }
            : new DueRule { DayOfMonth = dayOfMonth, MonthOffset = offset, Shift = shift };

        var due = rule.DueDay(span, calendar);

        Assert.True(calendar.IsWorkday(due));
        Assert.True(due >= span.Start, $"{span} {due}");
    });

    private static string InBeijing(DateTime utc) => utc.AddHours(8).ToString("yyyy-MM-dd HH:mm", null);

    private static ReportingSpan Span(string key) => ReportingSpan.TryParse(key, out var span) ? span : throw new ArgumentException(key);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", null);
}

using System.Globalization;
using Luoshi.App.Calendars;
using Luoshi.Core.Calendars;

namespace Luoshi.App.Tests.Calendars;

public sealed class TheStatutoryDays
{
    private static readonly ChineseLunisolarCalendar s_lunar = new();

    private static readonly WorkdayCalendar s_calendar = new(StatutoryDays.Days);

    [Fact]
    public void Four_years_are_there_each_with_its_source()
    {
        Assert.Equal([2024, 2025, 2026, 2027], StatutoryDays.Years.Select(year => year.Year));
        Assert.Equal(
            ["国办发明电〔2023〕7号", "国办发明电〔2024〕12号", "国办发明电〔2025〕7号", "全国年节及纪念日放假办法"],
            StatutoryDays.Years.Select(year => year.Source.Split('（', '）', '《', '》')[1]));
        Assert.All(StatutoryDays.Years, year => Assert.True(s_calendar.Covers(year.Year)));
        Assert.False(s_calendar.Covers(2028));
    }

    [Fact]
    public void Only_the_unpublished_year_is_provisional_and_says_what_to_check()
    {
        var provisional = Assert.Single(StatutoryDays.Years, year => year.IsProvisional);

        Assert.Equal(2027, provisional.Year);
        Assert.Contains("核对", provisional.Note, StringComparison.Ordinal);
        Assert.DoesNotContain(provisional.Days, day => day.Kind == DayKind.MakeUpWorkday);
        Assert.All(StatutoryDays.Years, year => Assert.Equal(year.IsProvisional, year.Note is not null));
    }

    // The notices move days around the weekends: what they give, counted against the calendar without them.
    [Theory]
    [InlineData(2024, 28, 8, 251)]
    [InlineData(2025, 28, 5, 248)]
    [InlineData(2026, 33, 6, 248)]
    public void A_year_has_as_many_free_made_up_and_worked_days_as_published(int year, int free, int madeUp, int worked)
    {
        var days = StatutoryDays.Years.Single(one => one.Year == year).Days;

        Assert.Equal((free, madeUp), (days.Count(day => day.Kind == DayKind.Holiday), days.Count(day => day.Kind == DayKind.MakeUpWorkday)));
        Assert.Equal(worked, s_calendar.WorkdaysBetween(new DateOnly(year - 1, 12, 31), new DateOnly(year, 12, 31)));
    }

    [Fact]
    public void A_make_up_day_is_a_weekend_near_its_holiday_and_no_day_stands_twice()
    {
        Assert.All(StatutoryDays.Years, year =>
        {
            Assert.Distinct(year.Days.Select(day => day.Day));
            Assert.All(year.Days, day => Assert.Equal(year.Year, day.Day.Year));
            Assert.All(year.Days.Where(day => day.Kind == DayKind.MakeUpWorkday), made =>
            {
                Assert.Contains(made.Day.DayOfWeek, new[] { DayOfWeek.Saturday, DayOfWeek.Sunday });
                Assert.Contains(year.Days, day => day.Name == made.Name && day.Kind == DayKind.Holiday && Math.Abs(day.Day.DayNumber - made.Day.DayNumber) <= 14);
            });
        });
    }

    [Fact]
    public void Holidays_of_the_lunar_calendar_lie_where_it_has_them()
    {
        Assert.All(StatutoryDays.Years, year =>
        {
            Assert.Contains(FirstOfSpring(year.Year), Free(year, "春节"));
            Assert.Contains(Lunar(year.Year, 5, 5), Free(year, "端午节"));
            Assert.Contains(Lunar(year.Year, 8, 15), Free(year, "中秋节"));
            Assert.Contains(PureBrightness(year.Year), Free(year, "清明节"));
        });
    }

    [Fact]
    public void The_provisional_year_has_exactly_the_days_of_the_general_rule()
    {
        var spring = FirstOfSpring(2027);
        DateOnly[] rule =
        [
            new(2027, 1, 1),
            spring.AddDays(-1), spring, spring.AddDays(1), spring.AddDays(2),
            PureBrightness(2027),
            new(2027, 5, 1), new(2027, 5, 2),
            Lunar(2027, 5, 5),
            Lunar(2027, 8, 15),
            new(2027, 10, 1), new(2027, 10, 2), new(2027, 10, 3),
        ];

        Assert.Equal(rule, StatutoryDays.Years.Single(year => year.Year == 2027).Days.Select(day => day.Day));
    }

    private static IEnumerable<DateOnly> Free(StatutoryYear year, string name) =>
        year.Days.Where(day => day.Kind == DayKind.Holiday && day.Name.Contains(name, StringComparison.Ordinal)).Select(day => day.Day);

    private static DateOnly FirstOfSpring(int year) => Lunar(year, 1, 1);

    // The leap month pushes the numbers of the months after it up by one.
    private static DateOnly Lunar(int year, int month, int day)
    {
        var leap = s_lunar.GetLeapMonth(year);
        return DateOnly.FromDateTime(s_lunar.ToDateTime(year, leap > 0 && leap <= month ? month + 1 : month, day, 0, 0, 0, 0));
    }

    // 清明 by the usual formula for the years 2000 to 2099.
    private static DateOnly PureBrightness(int year) => new(year, 4, (int)(year % 100 * 0.2422 + 4.81) - year % 100 / 4);
}

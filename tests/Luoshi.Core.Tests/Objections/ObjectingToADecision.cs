using CsCheck;
using Luoshi.Core.Calendars;
using Luoshi.Core.Objections;

namespace Luoshi.Core.Tests.Objections;

public sealed class ObjectingToADecision
{
    private static readonly WorkdayCalendar s_calendar = new(Enumerable.Range(1, 7).Select(day => new CalendarDay(new DateOnly(2026, 10, day), DayKind.Holiday, "国庆节")));

    [Theory]
    [InlineData("2026-04-08", "2026-05-08")]
    [InlineData("2026-04-10", "2026-05-11")]
    [InlineData("2026-09-04", "2026-10-08")]
    [InlineData("2024-01-30", "2024-02-29")]
    [InlineData("2025-12-05", "2026-01-05")]
    public void The_30th_day_after_receipt_is_the_last_or_the_next_workday_when_it_is_free(string received, string last)
    {
        Assert.Equal(Day(last), ObjectionClock.LastDayToRaise(Day(received), s_calendar));
        Assert.Equal(Day(last), ObjectionClock.LastDayToAnswer(Day(received), s_calendar));
    }

    [Fact]
    public void An_objection_is_raised_up_to_the_last_day_and_not_after_it()
    {
        Assert.Null(Raise("2026-04-08", "2026-04-08"));
        Assert.Null(Raise("2026-04-08", "2026-05-08"));
        Assert.Equal(
            new Refusal("objection-too-late", "提出异议的时限是收到结论之日起30日，已于2026年5月8日届满。有新情况的，请在下期报送中说明。"),
            Raise("2026-04-08", "2026-05-09"));
        Assert.Equal("objection-too-early", Raise("2026-04-08", "2026-04-07")?.Code);
    }

    [Fact]
    public void It_is_raised_once_and_with_grounds()
    {
        Assert.Equal("objection-already-raised", ObjectionClock.Raisable(Day("2026-04-08"), Day("2026-04-09"), "口径不同。", alreadyRaised: true, s_calendar)?.Code);
        Assert.Equal("objection-grounds-missing", ObjectionClock.Raisable(Day("2026-04-08"), Day("2026-04-09"), "无", alreadyRaised: false, s_calendar)?.Code);
    }

    [Fact]
    public void Somebody_else_answers_once_and_with_reasons()
    {
        var (reviewer, another) = (Guid.NewGuid(), Guid.NewGuid());

        Assert.Equal("objection-own-decision", ObjectionClock.Answerable(reviewer, [another, reviewer], "维持。", alreadyAnswered: false)?.Code);
        Assert.Equal("objection-answer-missing", ObjectionClock.Answerable(another, [reviewer], null, alreadyAnswered: false)?.Code);
        Assert.Equal("objection-already-answered", ObjectionClock.Answerable(another, [reviewer], "维持。", alreadyAnswered: true)?.Code);
        Assert.Null(ObjectionClock.Answerable(another, [reviewer], "按全区口径重新核算，改为达进度。", alreadyAnswered: false));
    }

    [Fact]
    public void An_answer_is_overdue_after_its_last_day_and_may_still_be_given()
    {
        Assert.False(ObjectionClock.IsAnswerOverdue(Day("2026-04-08"), Day("2026-05-08"), s_calendar));
        Assert.True(ObjectionClock.IsAnswerOverdue(Day("2026-04-08"), Day("2026-05-09"), s_calendar));
    }

    [Fact]
    public void Nobody_has_less_than_30_days_and_the_last_day_is_worked() => Gen.Int[0, 2000].Sample(day =>
    {
        var received = Day("2024-01-01").AddDays(day);

        var last = ObjectionClock.LastDayToRaise(received, s_calendar);

        Assert.True(last.DayNumber - received.DayNumber >= 30);
        Assert.True(s_calendar.IsWorkday(last));
        Assert.Null(Raise($"{received:yyyy-MM-dd}", $"{last:yyyy-MM-dd}"));
        Assert.NotNull(Raise($"{received:yyyy-MM-dd}", $"{last.AddDays(1):yyyy-MM-dd}"));
    });

    private static Refusal? Raise(string received, string today) => ObjectionClock.Raisable(Day(received), Day(today), "所引数字是区本级口径。", alreadyRaised: false, s_calendar);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", null);
}

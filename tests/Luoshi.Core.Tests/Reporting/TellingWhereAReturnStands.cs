using CsCheck;
using Luoshi.Core.Reporting;

namespace Luoshi.Core.Tests.Reporting;

public sealed class TellingWhereAReturnStands
{
    private static readonly DateTime s_due = new(2024, 4, 25, 9, 30, 0, DateTimeKind.Utc);

    private static readonly Gen<DueState> s_state = Gen.Int[0, 6].Select(number => (DueState)number);

    [Fact]
    public void Before_the_due_moment_an_open_item_is_due_and_after_it_missing()
    {
        Assert.Equal(DueState.Due, At(s_due));
        Assert.Equal(DueState.Missing, At(s_due.AddTicks(1)));
    }

    [Fact]
    public void A_return_at_the_due_moment_is_on_time_and_a_moment_later_late()
    {
        Assert.Equal(DueState.OnTime, At(s_due.AddDays(1), submitted: s_due));
        Assert.Equal(DueState.Late, At(s_due.AddDays(1), submitted: s_due.AddTicks(1)));
    }

    [Fact]
    public void An_extension_gives_more_time_and_never_less()
    {
        Assert.Equal(DueState.OnTime, At(s_due.AddDays(3), submitted: s_due.AddDays(2), extended: s_due.AddDays(2)));
        Assert.Equal(DueState.Due, At(s_due, extended: s_due.AddDays(-2)));
    }

    [Fact]
    public void A_past_day_is_told_as_it_was()
    {
        Assert.Equal(DueState.Missing, At(s_due.AddDays(1), submitted: s_due.AddDays(2)));
        Assert.Equal(DueState.Late, At(s_due.AddDays(2), submitted: s_due.AddDays(2)));
    }

    [Fact]
    public void What_was_not_opened_is_not_due_however_late_it_is()
    {
        Assert.Equal(DueState.NotDue, At(s_due.AddYears(1), opened: false));
    }

    [Fact]
    public void Who_is_exempt_or_reports_of_their_own_will_is_never_late()
    {
        Assert.Equal(DueState.Exempt, At(s_due.AddDays(1), exempt: true));
        Assert.Equal(DueState.Voluntary, At(s_due.AddDays(9), submitted: s_due.AddDays(5), voluntary: true));
    }

    [Fact]
    public void Every_state_has_a_name_of_its_own()
    {
        Assert.Equal(["未到期", "待报", "按时", "迟报", "逾期", "免报", "自愿报"], Enum.GetValues<DueState>().Select(state => state.Name()));
    }

    [Fact]
    public void Once_the_time_has_passed_an_asked_item_is_on_time_late_or_missing_for_ever() =>
        Gen.Select(Gen.Int[-500, 500], Gen.Int[-500, 500], Gen.Bool, Gen.Int[0, 500]).Sample((submitted, extended, came, later) =>
        {
            var until = s_due.AddHours(Math.Max(extended, 0));
            DateTime? first = came ? s_due.AddHours(submitted) : null;

            var state = At(until.AddHours(later).AddTicks(1), first, extended: s_due.AddHours(extended));

            Assert.Contains(state, new[] { DueState.OnTime, DueState.Late, DueState.Missing });
            Assert.Equal(state == DueState.OnTime, came && s_due.AddHours(submitted) <= until);
        });

    [Fact]
    public void The_three_shares_sum_to_exactly_100_percent() => s_state.Array[0, 300].Sample(states =>
    {
        var rate = ReportingRate.Of(states);

        var counted = states.Count(state => state is DueState.OnTime or DueState.Late or DueState.Missing);
        Assert.Equal(counted, rate?.Count ?? 0);
        if (rate is not null)
        {
            Assert.Equal(10_000, rate.OnTime.BasisPoints + rate.Late.BasisPoints + rate.Missing.BasisPoints);
            Assert.True(Math.Abs(rate.OnTime.BasisPoints - 10_000m * rate.OnTimeCount / counted) < 1);
            Assert.True(Math.Abs(rate.Missing.BasisPoints - 10_000m * rate.MissingCount / counted) < 1);
        }
    });

    [Fact]
    public void A_third_each_is_rounded_so_that_nothing_is_lost()
    {
        var rate = ReportingRate.Of([DueState.OnTime, DueState.Late, DueState.Missing])!;

        Assert.Equal("33.34% 33.33% 33.33% 66.67%", $"{rate.OnTime} {rate.Late} {rate.Missing} {rate.Reported}");
    }

    [Fact]
    public void What_is_not_asked_or_still_has_time_is_outside_the_rate()
    {
        Assert.Equal("100%", ReportingRate.Of([DueState.OnTime, DueState.Due, DueState.NotDue, DueState.Exempt, DueState.Voluntary])?.OnTime.ToString());
    }

    [Fact]
    public void Where_nothing_was_due_there_is_no_rate()
    {
        Assert.Null(ReportingRate.Of([DueState.NotDue, DueState.Due, DueState.Exempt, DueState.Voluntary]));
        Assert.Null(ReportingRate.Of([]));
    }

    private static DueState At(DateTime now, DateTime? submitted = null, DateTime? extended = null, bool exempt = false, bool voluntary = false, bool opened = true) =>
        DueStates.Of(s_due, extended, submitted, exempt, voluntary, opened, now);
}

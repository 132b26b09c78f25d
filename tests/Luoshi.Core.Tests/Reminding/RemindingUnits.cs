using CsCheck;
using Luoshi.Core.Calendars;
using Luoshi.Core.Reminding;
using Luoshi.Core.Reporting;

namespace Luoshi.Core.Tests.Reminding;

public sealed class RemindingUnits
{
    private static readonly WorkdayCalendar s_calendar = new(
    [
        .. Enumerable.Range(1, 5).Select(day => new CalendarDay(new DateOnly(2026, 5, day), DayKind.Holiday, "劳动节")),
        new CalendarDay(new DateOnly(2026, 5, 9), DayKind.MakeUpWorkday, "劳动节"),
    ]);

    private static readonly ReminderRules s_rules = new();
    private static readonly Guid s_housing = Guid.NewGuid();
    private static readonly Guid s_water = Guid.NewGuid();

    // 25 April 2026 is a Saturday, so the month is due on Friday the 24th; before and after it lie weekends and 劳动节.
    [Fact]
    public void A_monthly_return_is_asked_for_ahead_on_the_day_after_1_and_3_workdays_and_then_every_3()
    {
        var days = ReminderPlan.Days(ReportingFrequency.Monthly, Day("2026-04-24"), s_rules, s_calendar);

        Assert.Equal(
            ["2026-04-21", "2026-04-24", "2026-04-27", "2026-04-29", "2026-05-07", "2026-05-11", "2026-05-14"],
            days.Take(7).Select(day => day.ToString("yyyy-MM-dd", null)));
    }

    [Theory]
    [InlineData(ReportingFrequency.Weekly, "2026-04-23")]
    [InlineData(ReportingFrequency.Biweekly, "2026-04-22")]
    [InlineData(ReportingFrequency.Monthly, "2026-04-21")]
    [InlineData(ReportingFrequency.Quarterly, "2026-04-17")]
    [InlineData(ReportingFrequency.HalfYearly, "2026-04-15")]
    [InlineData(ReportingFrequency.Yearly, "2026-04-10")]
    public void The_rarer_a_return_the_earlier_it_is_asked_for(ReportingFrequency frequency, string first)
    {
        Assert.Equal(Day(first), ReminderPlan.Days(frequency, Day("2026-04-24"), s_rules, s_calendar).First());
    }

    [Fact]
    public void What_is_due_on_a_free_day_is_asked_for_on_the_workday_before()
    {
        var days = ReminderPlan.Days(ReportingFrequency.Weekly, Day("2026-05-03"), s_rules, s_calendar);

        Assert.Equal([Day("2026-04-30"), Day("2026-05-06"), Day("2026-05-08")], days.Take(3));
    }

    [Fact]
    public void Asked_every_hour_a_unit_is_written_to_once_on_each_reminder_day()
    {
        var sent = Simulate([Item(s_housing, "2026-04", "2026-04-24")], from: "2026-04-15", days: 30);

        Assert.Equal(["04-21 09:00", "04-24 09:00", "04-27 09:00", "04-29 09:00", "05-07 09:00", "05-11 09:00", "05-14 09:00"], sent.Select(one => one.At.ToString("MM-dd HH:mm", null)));
    }

    [Fact]
    public void A_unit_gets_one_message_with_everything_that_waits_the_most_urgent_first()
    {
        ReminderItem[] items =
        [
            Item(s_housing, "2026-W17", "2026-04-24") with { Content = "新开工安置房项目2个。" },
            Item(s_housing, "2026-Q1", "2026-03-25") with { Content = "改造老旧小区12个。", Leader = "常务副区长", Number = 3 },
            Item(s_housing, "2026-04", "2026-04-27") with { Content = "加装电梯40台。", IsReturned = true },
            Item(s_housing, "2026-H1", "2026-06-25") with { Content = "建成保障性住房600套。" },
            Item(s_water, "2026-04", "2026-04-24") with { Unit = "区水利局", Content = "除险加固水库4座。" },
        ];

        var digests = Ask("2026-04-24 09:00", items);

        Assert.Equal([s_housing, s_water], digests.Select(digest => digest.UnitId));
        Assert.Equal("2026年第一季度等3个报送时段重点工作催报：已逾期1项，今天到期1项，即将到期1项", digests[0].Subject);
        Assert.Equal(
            """
            区住建局：

            你单位牵头的下列3项重点工作尚未报送，或退回后尚未重新报送。请在时限前报送，已逾期的请尽快补报，写明累计完成数和是否完成月度计划；没有完成的，说明原因和下一步措施。

            已逾期（1项）
            1. 2026年第一季度（季度报），2026年3月25日17:30前报送，已逾期22个工作日：改造老旧小区12个（常务副区长，序号3）

            今天到期（1项）
            1. 2026年第17周（4月20日—4月26日）（周报），2026年4月24日17:30前报送：新开工安置房项目2个

            即将到期（1项）
            1. 2026年4月（月度报），2026年4月27日17:30前修改后重新报送：加装电梯40台

            已经报送的，请告知，以便核对。
            """.ReplaceLineEndings("\n"),
            digests[0].Body);
        Assert.Equal("2026年4月重点工作催报：今天到期1项", digests[1].Subject);
    }

    [Fact]
    public void An_overdue_reminder_names_the_period_that_is_overdue_and_not_the_one_that_runs()
    {
        var digest = Assert.Single(Ask("2026-05-06 09:00", [Item(s_housing, "2026-04", "2026-04-24")]));

        Assert.StartsWith("2026年4月（月度报），2026年4月24日17:30前报送，已逾期5个工作日", digest.Lines[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void After_the_due_hour_the_day_is_no_longer_called_due()
    {
        Assert.Contains("17:30前报送，时限已过：", Assert.Single(Ask("2026-04-24 18:00", [Item(s_housing, "2026-04", "2026-04-24")])).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-04-25 09:00")]
    [InlineData("2026-05-01 09:00")]
    [InlineData("2026-04-24 08:29")]
    public void Nothing_is_sent_on_a_free_day_or_before_the_hour(string at)
    {
        Assert.Empty(Ask(at, [Item(s_housing, "2026-04", "2026-04-24")]));
    }

    [Fact]
    public void A_make_up_saturday_is_a_day_like_any_other()
    {
        Assert.Single(Ask("2026-05-09 09:00", [Item(s_housing, "2026-W19", "2026-05-09")]));
    }

    [Fact]
    public void Within_the_quiet_hours_a_unit_is_left_alone_and_another_is_not()
    {
        ReminderItem[] items = [Item(s_housing, "2026-04", "2026-04-24"), Item(s_water, "2026-04", "2026-04-24")];
        var byHand = new Dictionary<Guid, DateTime> { [s_housing] = Utc("2026-04-23 15:00") };

        Assert.Equal([s_water], Ask("2026-04-24 10:59", items, byHand).Select(digest => digest.UnitId));
        Assert.Equal([s_housing, s_water], Ask("2026-04-24 11:00", items, byHand).Select(digest => digest.UnitId));
    }

    [Fact]
    public void A_day_on_which_the_program_stood_still_is_made_up_for()
    {
        var item = Item(s_housing, "2026-04", "2026-04-24");
        var ahead = new Dictionary<Guid, DateTime> { [s_housing] = Utc("2026-04-21 09:00") };

        Assert.Empty(Ask("2026-04-22 09:00", [item], ahead));
        Assert.Single(Ask("2026-04-28 09:00", [item], ahead));
    }

    [Fact]
    public void Who_takes_over_an_open_item_is_told_on_the_next_workday()
    {
        var handedOver = Item(s_water, "2026-04", "2026-04-24") with { Unit = "区水利局" };

        Assert.Equal("区水利局", Assert.Single(Ask("2026-04-22 09:00", [handedOver], new() { [s_housing] = Utc("2026-04-21 09:00") })).Lines[0].Item.Unit);
    }

    [Fact]
    public void An_extension_moves_the_reminders_with_it()
    {
        Assert.Empty(Ask("2026-04-24 09:00", [Item(s_housing, "2026-04", "2026-04-30")]));
    }

    [Fact]
    public void Rules_that_cannot_be_meant_are_refused()
    {
        Assert.Null(s_rules.Validated().Refusal);
        Assert.Null((s_rules with { After = [] }).Validated().Refusal);
        Assert.All(
            [s_rules with { MonthlyAhead = -1 }, s_rules with { After = [3, 1] }, s_rules with { After = [0, 1] }, s_rules with { Every = 0 }, s_rules with { QuietHours = -1 }],
            rules => Assert.Equal("reminder-rules-invalid", rules.Validated().Refusal?.Code));
    }

    [Fact]
    public void Whatever_waits_a_unit_is_not_pestered_and_nothing_is_forgotten()
    {
        var item = Gen.Select(Gen.Int[0, 5], Gen.Int[0, 60], Gen.Bool).Select((frequency, day, isWater) =>
        {
            var due = Day("2026-04-01").AddDays(day);
            return Item(isWater ? s_water : s_housing, ReportingSpan.Containing((ReportingFrequency)frequency, due).Key, $"{due:yyyy-MM-dd}");
        });
        item.Array[1, 6].Sample(
            items =>
            {
                var sent = Simulate(items, from: "2026-04-01", days: 75);

                foreach (var unit in sent.GroupBy(one => one.Digest.UnitId))
                {
                    Assert.All(unit.Zip(unit.Skip(1)), pair => Assert.True((pair.Second.At - pair.First.At).TotalHours >= s_rules.QuietHours));
                    Assert.All(unit, one => Assert.True(s_calendar.IsWorkday(DateOnly.FromDateTime(one.At))));
                    Assert.All(unit, one => Assert.All(one.Digest.Lines, line => Assert.Contains(line.Item.Span.InWords(), line.Text, StringComparison.Ordinal)));
                }

                foreach (var one in items)
                {
                    var heard = sent.Where(message => message.Digest.Lines.Any(line => line.Item == one)).Select(message => DateOnly.FromDateTime(message.At)).ToList();
                    var due = DateOnly.FromDateTime(one.DueAtUtc.AddHours(8));
                    Assert.Contains(heard, day => day <= due);
                    Assert.All(heard.Zip(heard.Skip(1)).Where(pair => pair.First >= due), pair => Assert.True(s_calendar.WorkdaysBetween(pair.First, pair.Second) <= s_rules.Every));
                }
            },
            iter: 60);
    }

    // As a job would: every hour, noting what it sent.
    private static List<(DateTime At, UnitDigest Digest)> Simulate(IReadOnlyList<ReminderItem> items, string from, int days)
    {
        var sent = new List<(DateTime At, UnitDigest Digest)>();
        var lastSent = new Dictionary<Guid, DateTime>();
        for (var hour = 0; hour < days * 24; hour++)
        {
            var now = Utc(from + " 00:00").AddHours(hour);
            foreach (var digest in Reminders.Due(now, s_calendar, s_rules, items, lastSent))
            {
                sent.Add((now.AddHours(8), digest));
                lastSent[digest.UnitId] = now;
            }
        }

        return sent;
    }

    private static IReadOnlyList<UnitDigest> Ask(string at, IReadOnlyList<ReminderItem> items, Dictionary<Guid, DateTime>? lastSent = null) =>
        Reminders.Due(Utc(at), s_calendar, s_rules, items, lastSent ?? []);

    private static ReminderItem Item(Guid unit, string span, string due) =>
        new(Guid.NewGuid(), unit, "区住建局", ReportingSpan.TryParse(span, out var read) ? read : throw new ArgumentException(span), "改造老旧小区12个。", Utc(due + " 17:30"));

    private static DateTime Utc(string beijing) => DateTime.SpecifyKind(DateTime.ParseExact(beijing, "yyyy-MM-dd HH:mm", null).AddHours(-8), DateTimeKind.Utc);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", null);
}

using CsCheck;
using Luoshi.Core.Reporting;

namespace Luoshi.Core.Tests.Reporting;

public sealed class DividingTimeIntoSpans
{
    private static readonly Gen<ReportingFrequency> s_frequency = Gen.Int[0, 5].Select(number => (ReportingFrequency)number);

    // A span at least from either end of what a period can be, so that every one has a neighbour.
    private static readonly Gen<DateOnly> s_day = Gen.Int[new DateOnly(1901, 1, 14).DayNumber, new DateOnly(9997, 12, 15).DayNumber].Select(DateOnly.FromDayNumber);

    [Theory]
    [InlineData(ReportingFrequency.Weekly, "2024-04-10", "2024-W15", "2024-04-08", "2024-04-14", "2024年第15周（4月8日—4月14日）")]
    [InlineData(ReportingFrequency.Biweekly, "2024-04-10", "2024-W15-W16", "2024-04-08", "2024-04-21", "2024年第15—16周（4月8日—4月21日）")]
    [InlineData(ReportingFrequency.Monthly, "2024-04-10", "2024-04", "2024-04-01", "2024-04-30", "2024年4月")]
    [InlineData(ReportingFrequency.Monthly, "2024-02-29", "2024-02", "2024-02-01", "2024-02-29", "2024年2月")]
    [InlineData(ReportingFrequency.Quarterly, "2024-04-10", "2024-Q2", "2024-04-01", "2024-06-30", "2024年第二季度")]
    [InlineData(ReportingFrequency.HalfYearly, "2024-04-10", "2024-H1", "2024-01-01", "2024-06-30", "2024年上半年")]
    [InlineData(ReportingFrequency.HalfYearly, "2024-12-31", "2024-H2", "2024-07-01", "2024-12-31", "2024年下半年")]
    [InlineData(ReportingFrequency.Yearly, "2024-04-10", "2024", "2024-01-01", "2024-12-31", "2024年全年")]
    [InlineData(ReportingFrequency.Weekly, "2024-12-31", "2025-W01", "2024-12-30", "2025-01-05", "2025年第1周（2024年12月30日—2025年1月5日）")]
    public void A_day_lies_in_one_span(ReportingFrequency frequency, string day, string key, string start, string end, string inWords)
    {
        var span = ReportingSpan.Containing(frequency, Day(day));

        Assert.Equal((key, Day(start), Day(end), inWords), (span.Key, span.Start, span.End, span.InWords()));
    }

    [Theory]
    [InlineData(ReportingFrequency.Weekly, "2026-12-31", "2026-W53")]
    [InlineData(ReportingFrequency.Weekly, "2027-01-04", "2027-W01")]
    [InlineData(ReportingFrequency.Biweekly, "2026-12-20", "2026-W51-W53")]
    [InlineData(ReportingFrequency.Biweekly, "2027-01-03", "2026-W51-W53")]
    [InlineData(ReportingFrequency.Biweekly, "2027-01-04", "2027-W01-W02")]
    [InlineData(ReportingFrequency.Biweekly, "2025-12-20", "2025-W51-W52")]
    public void Week_53_makes_the_last_two_weeks_three_and_the_new_year_begins_with_week_1(ReportingFrequency frequency, string day, string key)
    {
        Assert.Equal(key, ReportingSpan.Containing(frequency, Day(day)).Key);
    }

    [Theory]
    [InlineData(ReportingFrequency.Quarterly, 2024, 4, "")]
    [InlineData(ReportingFrequency.Quarterly, 2024, 6, "2024-Q2")]
    [InlineData(ReportingFrequency.HalfYearly, 2024, 6, "2024-H1")]
    [InlineData(ReportingFrequency.Yearly, 2024, 11, "")]
    [InlineData(ReportingFrequency.Yearly, 2024, 12, "2024")]
    [InlineData(ReportingFrequency.Monthly, 2024, 4, "2024-04")]
    [InlineData(ReportingFrequency.Weekly, 2024, 4, "2024-W14 2024-W15 2024-W16 2024-W17")]
    [InlineData(ReportingFrequency.Weekly, 2024, 6, "2024-W22 2024-W23 2024-W24 2024-W25 2024-W26")]
    [InlineData(ReportingFrequency.Biweekly, 2027, 1, "2026-W51-W53 2027-W01-W02 2027-W03-W04")]
    public void A_material_needs_the_spans_that_end_in_its_month(ReportingFrequency frequency, int year, int month, string keys)
    {
        Assert.Equal(keys, string.Join(' ', ReportingSpan.DueIn(frequency, new ReportingPeriod(year, month))));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("202404")]
    [InlineData("2024-4")]
    [InlineData("2024-13")]
    [InlineData("2024-00")]
    [InlineData("2024-Q5")]
    [InlineData("2024-Q0")]
    [InlineData("2024-H3")]
    [InlineData("2024-W00")]
    [InlineData("2024-W53")]
    [InlineData("2024-W99")]
    [InlineData("2024-W16-W17")]
    [InlineData("2026-W51-W52")]
    [InlineData("2026-W53-W54")]
    [InlineData("2024-q2")]
    [InlineData("２０２４")]
    [InlineData("2024-０4")]
    [InlineData("1899")]
    [InlineData("9999")]
    [InlineData("2024-04 ")]
    public void What_no_span_is_called_is_not_read(string? text)
    {
        Assert.False(ReportingSpan.TryParse(text, out _));
    }

    [Fact]
    public void Days_that_are_no_span_cannot_be_made_one()
    {
        Assert.Equal("2024-Q1", new ReportingSpan(ReportingFrequency.Quarterly, Day("2024-01-01"), Day("2024-03-31")).Key);
        Assert.Throws<ArgumentException>(() => new ReportingSpan(ReportingFrequency.Quarterly, Day("2024-01-01"), Day("2024-03-30")));
        Assert.Throws<ArgumentException>(() => new ReportingSpan(ReportingFrequency.Monthly, Day("2024-01-02"), Day("2024-01-31")));
    }

    [Fact]
    public void Spans_lie_side_by_side_without_gap_or_overlap() => Gen.Select(s_frequency, s_day).Sample((frequency, day) =>
    {
        var span = ReportingSpan.Containing(frequency, day);

        Assert.True(span.Start <= day && day <= span.End);
        Assert.Equal(span, ReportingSpan.Containing(frequency, span.Start));
        Assert.Equal(span, ReportingSpan.Containing(frequency, span.End));
        Assert.Equal(span.End.AddDays(1), span.Next().Start);
        Assert.Equal(span.Start.AddDays(-1), span.Previous().End);
        Assert.Equal(span, span.Next().Previous());
    });

    [Fact]
    public void A_key_is_read_back_and_sorts_by_time() => Gen.Select(s_frequency, s_day).Sample((frequency, day) =>
    {
        var span = ReportingSpan.Containing(frequency, day);

        Assert.True(ReportingSpan.TryParse(span.Key, out var read));
        Assert.Equal(span, read);
        Assert.True(string.CompareOrdinal(span.Key, span.Next().Key) < 0);
    });

    [Fact]
    public void Any_text_is_read_as_itself_or_not_at_all() => Gen.Char["0123456789-WQH"].Array[0, 14].Select(characters => new string(characters)).Sample(text =>
    {
        if (ReportingSpan.TryParse(text, out var span))
        {
            Assert.Equal(text, span.Key);
        }
    });

    [Fact]
    public void Every_span_feeds_the_one_month_in_which_it_ends() => Gen.Select(s_frequency, s_day).Sample((frequency, day) =>
    {
        var span = ReportingSpan.Containing(frequency, day);

        Assert.Contains(span, ReportingSpan.DueIn(frequency, span.Month));
        Assert.All(ReportingSpan.DueIn(frequency, new ReportingPeriod(day.Year, day.Month)), due => Assert.Equal((day.Year, day.Month), (due.Month.Year, due.Month.Month)));
    });

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", null);
}

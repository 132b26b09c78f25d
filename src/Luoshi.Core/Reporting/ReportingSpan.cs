using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Luoshi.Core.Reporting;

/// <summary>
/// 报送时段 — the days that one return speaks of: a week, two weeks, a month, a quarter, a half year or a year. The spans of a frequency
/// lie side by side, without a gap and without an overlap. Weeks are those of ISO 8601, Monday to Sunday; two weeks begin with an
/// odd one, and where a year has a week 53, its last span is the three weeks 51 to 53: a week more, not a return more.
/// Valid for days of 1900 to 9998; the default value is not a span.
/// </summary>
public readonly record struct ReportingSpan
{
    private const int FirstYear = 1900;

    // The last week of 9999 would end in the year 10000.
    private const int LastYear = 9998;

    /// <exception cref="ArgumentException">These are not the first and the last day of a span of this frequency.</exception>
    public ReportingSpan(ReportingFrequency frequency, DateOnly start, DateOnly end)
    {
        this = Containing(frequency, start);
        if (Start != start || End != end)
        {
            throw new ArgumentException($"{start:O} to {end:O} is no span of {frequency}.");
        }
    }

    public ReportingFrequency Frequency { get; private init; }

    /// <summary>The first day.</summary>
    public DateOnly Start { get; private init; }

    /// <summary>The last day.</summary>
    public DateOnly End { get; private init; }

    /// <summary>
    /// <c>2024-04</c>, <c>2024-Q2</c>, <c>2024-H1</c>, <c>2024</c>, <c>2024-W15</c>, <c>2024-W15-W16</c>. Never changes; sorts by time within its
    /// frequency. A week's year is that of ISO 8601.
    /// </summary>
    public string Key => Frequency switch
    {
        ReportingFrequency.Weekly => Invariant($"{WeekYear:D4}-W{FirstWeek:D2}"),
        ReportingFrequency.Biweekly => Invariant($"{WeekYear:D4}-W{FirstWeek:D2}-W{LastWeek:D2}"),
        ReportingFrequency.Monthly => Invariant($"{Start.Year:D4}-{Start.Month:D2}"),
        ReportingFrequency.Quarterly => Invariant($"{Start.Year:D4}-Q{Quarter}"),
        ReportingFrequency.HalfYearly => Invariant($"{Start.Year:D4}-H{(Start.Month == 1 ? 1 : 2)}"),
        ReportingFrequency.Yearly => Invariant($"{Start.Year:D4}"),
    };

    /// <summary>The month whose material the span feeds: the one in which it ends.</summary>
    public ReportingPeriod Month => new(End.Year, End.Month);

    private int WeekYear => ISOWeek.GetYear(Start);

    private int FirstWeek => ISOWeek.GetWeekOfYear(Start);

    private int LastWeek => ISOWeek.GetWeekOfYear(End);

    private int Quarter => End.Month / 3;

    /// <exception cref="ArgumentOutOfRangeException">The day is not of 1900 to 9998.</exception>
    public static ReportingSpan Containing(ReportingFrequency frequency, DateOnly day)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(day.Year, FirstYear);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(day.Year, LastYear);
        return frequency switch
        {
            ReportingFrequency.Weekly => Weeks(frequency, day, ISOWeek.GetWeekOfYear(day), ISOWeek.GetWeekOfYear(day)),
            ReportingFrequency.Biweekly => TwoWeeks(day),
            ReportingFrequency.Monthly => Months(frequency, day, 1),
            ReportingFrequency.Quarterly => Months(frequency, day, 3),
            ReportingFrequency.HalfYearly => Months(frequency, day, 6),
            ReportingFrequency.Yearly => Months(frequency, day, 12),
        };
    }

    /// <summary>
    /// The spans whose last day falls in the month, in order: those that its material needs. A quarterly task has none in April; a weekly one
    /// has four or five.
    /// </summary>
    public static IReadOnlyList<ReportingSpan> DueIn(ReportingFrequency frequency, ReportingPeriod month)
    {
        var last = DateText.LastDayOf(month);
        var spans = new List<ReportingSpan>();
        for (var span = Containing(frequency, new DateOnly(month.Year, month.Month, 1)); span.End <= last; span = span.Next())
        {
            spans.Add(span);
        }

        return spans;
    }

    /// <summary>Reads what <see cref="Key"/> writes and nothing else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out ReportingSpan span)
    {
        span = default;
        if (text is not { Length: >= 4 }
            || !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || year is < FirstYear or > LastYear)
        {
            return false;
        }

        ReportingSpan? read = text.AsSpan(4) switch
        {
            [] => OfMonth(ReportingFrequency.Yearly, year, 1),
            ['-', 'H', var half] => OfMonth(ReportingFrequency.HalfYearly, year, (half - '0') * 6),
            ['-', 'Q', var quarter] => OfMonth(ReportingFrequency.Quarterly, year, (quarter - '0') * 3),
            ['-', var tens, var ones] => OfMonth(ReportingFrequency.Monthly, year, Number(tens, ones)),
            ['-', 'W', var tens, var ones] => OfWeek(ReportingFrequency.Weekly, year, Number(tens, ones)),
            ['-', 'W', var tens, var ones, '-', 'W', _, _] => OfWeek(ReportingFrequency.Biweekly, year, Number(tens, ones)),
            _ => null,
        };

        // A week 53 that the year does not have, or two weeks that begin with an even one, are some other span.
        if (read is not { } found || found.Key != text)
        {
            return false;
        }

        span = found;
        return true;
    }

    public ReportingSpan Next() => Containing(Frequency, End.AddDays(1));

    public ReportingSpan Previous() => Containing(Frequency, Start.AddDays(-1));

    /// <summary>2024年4月, 2024年第二季度, 2024年上半年, 2024年全年, 2024年第15周（4月8日—4月14日）.</summary>
    public string InWords() => Frequency switch
    {
        ReportingFrequency.Weekly => Invariant($"{WeekYear}年第{FirstWeek}周（{DaysInWords()}）"),
        ReportingFrequency.Biweekly => Invariant($"{WeekYear}年第{FirstWeek}—{LastWeek}周（{DaysInWords()}）"),
        ReportingFrequency.Monthly => Invariant($"{Start.Year}年{Start.Month}月"),
        ReportingFrequency.Quarterly => Invariant($"{Start.Year}年第{"一二三四"[Quarter - 1]}季度"),
        ReportingFrequency.HalfYearly => Invariant($"{Start.Year}年{(Start.Month == 1 ? '上' : '下')}半年"),
        ReportingFrequency.Yearly => Invariant($"{Start.Year}年全年"),
    };

    public override string ToString() => Key;

    // 2025年第1周 begins in 2024: then both days say their year.
    private string DaysInWords() => Start.Year == End.Year
        ? Invariant($"{Start.Month}月{Start.Day}日—{End.Month}月{End.Day}日")
        : Invariant($"{Start.Year}年{Start.Month}月{Start.Day}日—{End.Year}年{End.Month}月{End.Day}日");

    private static ReportingSpan Months(ReportingFrequency frequency, DateOnly day, int count)
    {
        var start = new DateOnly(day.Year, (day.Month - 1) / count * count + 1, 1);
        return new ReportingSpan { Frequency = frequency, Start = start, End = start.AddMonths(count).AddDays(-1) };
    }

    private static ReportingSpan TwoWeeks(DateOnly day)
    {
        var week = ISOWeek.GetWeekOfYear(day);
        var first = Math.Min(week - (week + 1) % 2, 51);
        return Weeks(ReportingFrequency.Biweekly, day, first, first == 51 ? ISOWeek.GetWeeksInYear(ISOWeek.GetYear(day)) : first + 1);
    }

    private static ReportingSpan Weeks(ReportingFrequency frequency, DateOnly day, int first, int last)
    {
        var start = DateOnly.FromDateTime(ISOWeek.ToDateTime(ISOWeek.GetYear(day), first, DayOfWeek.Monday));
        return new ReportingSpan { Frequency = frequency, Start = start, End = start.AddDays((last - first + 1) * 7 - 1) };
    }

    private static ReportingSpan? OfMonth(ReportingFrequency frequency, int year, int month) =>
        month is >= 1 and <= 12 ? Containing(frequency, new DateOnly(year, month, 1)) : null;

    private static ReportingSpan? OfWeek(ReportingFrequency frequency, int year, int week) =>
        week >= 1 && week <= ISOWeek.GetWeeksInYear(year) ? Containing(frequency, DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, DayOfWeek.Monday))) : null;

    private static int Number(char tens, char ones) => char.IsAsciiDigit(tens) && char.IsAsciiDigit(ones) ? (tens - '0') * 10 + (ones - '0') : 0;

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

using System.Text.RegularExpressions;
using Luoshi.Core.Reading;

namespace Luoshi.Core.Reporting;

/// <summary>Days as documents write them.</summary>
public static partial class DateText
{
    /// <summary>The first whole date in the text: 2024年4月28日, 2024-04-28, 2024.4.28, 二〇二四年四月二十八日. Null when there is none or it is no day of the calendar.</summary>
    public static DateOnly? Find(string text)
    {
        foreach (Match match in WholeDate().Matches(PlainText.Compact(text)))
        {
            if (!match.Groups["third"].Success && ToDate(match, null) is { } date)
            {
                return date;
            }
        }

        return null;
    }

    /// <summary>
    /// The last day that a deadline allows: 6月底 is June's last day, 三季度 the 30th of September, 年底前 the 31st of December.
    /// A date without a year lies in <paramref name="year"/>. Null for 长期, 持续推进 and whatever names no time.
    /// </summary>
    public static DateOnly? LastDayOf(string deadline, int? year)
    {
        var compact = PlainText.Compact(deadline);
        var whole = WholeDate().Matches(compact).Select(match => ToDate(match, year)).Max();
        var rest = WholeDate().Replace(compact, "；");
        var assumed = whole?.Year ?? year;
        var last = MonthAndDay().Matches(rest).Concat(BareDay().Matches(rest)).Select(match => ToDate(match, assumed)).Append(whole).Max();

        // 6月30日前完成方案，12月底前建成: a later month stands for its last day; a named day does not stand for its month.
        rest = BareDay().Replace(MonthAndDay().Replace(rest, "；"), "；");
        var end = PeriodText.Find(rest)?.In(assumed) is { } period ? LastDayOf(period)
            : last is null && PeriodText.FindYear(compact) is { } named && compact.Length <= 8 ? new DateOnly(named, 12, 31)
            : default(DateOnly?);
        return end > last || last is null ? end : last;
    }

    /// <summary>The last day of the month.</summary>
    public static DateOnly LastDayOf(ReportingPeriod period) => new(period.Year, period.Month, DateTime.DaysInMonth(period.Year, period.Month));

    private static DateOnly? ToDate(Match match, int? defaultYear)
    {
        var year = match.Groups["year"] is { Success: true } group && ChineseNumber.TryParse(group.ValueSpan, out var own) ? own : defaultYear;
        if (year is not (>= 1900 and <= 2999) || !ChineseNumber.TryParse(match.Groups["month"].ValueSpan, out var month) || month is < 1 or > 12)
        {
            return null;
        }

        var longest = DateTime.DaysInMonth(year.Value, month);
        var day = match.Groups["third"].ValueSpan switch
        {
            "上" => 10,
            "中" => 20,
            "下" => longest,
            _ => ChineseNumber.TryParse(match.Groups["day"].ValueSpan, out var named) ? named : 0,
        };
        return day >= 1 && day <= longest ? new DateOnly(year.Value, month, day) : null;
    }

    [GeneratedRegex(@"(?<year>(?:19|20)\d\d|二[〇○零][一二三四五六七八九〇○零]{2})(?:年(?<month>\d{1,2}|[一二三四五六七八九十]{1,2})月(?:(?<day>\d{1,2}|[一二三四五六七八九十廿]{1,3})日?(?!\d)|(?<third>[上中下])旬)|(?<dash>[-./])(?<month>\d{1,2})\k<dash>(?<day>\d{1,2})(?!\d))", RegexOptions.CultureInvariant)]
    private static partial Regex WholeDate();

    [GeneratedRegex(@"(?<month>1[0-2]|0?[1-9]|[一二三四五六七八九十]{1,2})月(?:(?<day>\d{1,2}|[一二三四五六七八九十廿]{1,3})日|(?<third>[上中下])旬)", RegexOptions.CultureInvariant)]
    private static partial Regex MonthAndDay();

    // 6.30前, 6/30: only as the whole text, for 6.30 is a figure elsewhere.
    [GeneratedRegex(@"^(?<month>1[0-2]|0?[1-9])[./-](?<day>[0-3]?\d)日?(?:之?前|以前|止)?$", RegexOptions.CultureInvariant)]
    private static partial Regex BareDay();
}

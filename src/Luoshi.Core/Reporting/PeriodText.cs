using System.Globalization;
using System.Text.RegularExpressions;
using Luoshi.Core.Reading;

namespace Luoshi.Core.Reporting;

/// <summary>Months as titles and column headers name them: （4月）, 1-10月, 一季度, 上半年, 2023年10月, 截至6月底.</summary>
public static partial class PeriodText
{
    /// <summary>
    /// The last month that the text names, with the year where it names one. A year alone (2024年政府工作报告) is no period.
    /// </summary>
    public static PeriodMention? Find(string text)
    {
        var compact = PlainText.Compact(text);
        PeriodMention? found = null;
        foreach (Match match in Pattern().Matches(compact))
        {
            // A day (4月28日) or a plan (及6月工作计划) names a month only when nothing better does.
            var isWeak = match.Groups["day"].Success || Plan().IsMatch(compact.AsSpan(match.Index + match.Length));
            if (MonthOf(match) is { } month && !(isWeak && found is not null))
            {
                found = new PeriodMention(YearBefore(compact, match), month);
            }
        }

        return found;
    }

    /// <summary>The year that the text speaks of: 2024年, 二〇二四年; null when it names none.</summary>
    public static int? FindYear(string text)
    {
        foreach (Match match in YearPattern().Matches(PlainText.Compact(text)))
        {
            if (ChineseNumber.TryParse(match.Groups["year"].ValueSpan, out var year) && year is >= 1990 and <= 2099)
            {
                return year;
            }
        }

        return null;
    }

    private static int? YearBefore(string text, Match match)
    {
        var own = match.Groups["year"];
        return own.Success && ChineseNumber.TryParse(own.ValueSpan, out var year) && year is >= 1990 and <= 2099 ? year : FindYear(text[..match.Index]);
    }

    private static int? MonthOf(Match match)
    {
        if (match.Groups["month"] is { Success: true } month)
        {
            return ChineseNumber.TryParse(month.ValueSpan, out var number) && number is >= 1 and <= 12 ? number : null;
        }

        if (match.Groups["dashed"] is { Success: true } dashed)
        {
            return int.Parse(dashed.ValueSpan, CultureInfo.InvariantCulture) is >= 1 and <= 12 and var number ? number : null;
        }

        if (match.Groups["quarter"] is { Success: true } quarter)
        {
            return ChineseNumber.TryParse(quarter.ValueSpan, out var number) && number is >= 1 and <= 4 ? number * 3 : null;
        }

        return match.Groups["half"].Success ? (match.Groups["half"].ValueSpan[0] == '上' ? 6 : 12) : 12;
    }

    [GeneratedRegex(
        @"(?<!\d)(?:(?<year>(?:19|20)\d\d|二[〇○零]\S\S)[年./-])?(?:(?:\d{1,2}|十?[一二三四五六七八九十])月?份?(?:-|—|–|―|~|至|到|－))?(?<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月(?:(?<day>\d{1,2}日)|份)?"
        + @"|(?<year>20\d\d)[-./](?<dashed>1[0-2]|0?[1-9])(?!\d)(?:[-./]\d{1,2})?"
        + @"|(?:(?<year>20\d\d)年)?(?:第|前)?(?<quarter>[一二三四1-4])季度?"
        + @"|(?:(?<year>20\d\d)年)?(?<half>[上下])半年"
        + @"|(?:(?<year>20\d\d)(?=年[底末终])|(?<year>20\d\d)年)?(?<whole>全年|年[底末终])",
        RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();

    [GeneratedRegex("^(?:重点)?(?:工作|任务)?(?:计划|安排|打算|目标)(?!完成|落实|执行|进展|推进)", RegexOptions.CultureInvariant)]
    private static partial Regex Plan();

    [GeneratedRegex("(?<year>(?:19|20)[0-9]{2}|二[〇○零][一二三四五六七八九〇○零]{2})年", RegexOptions.CultureInvariant)]
    private static partial Regex YearPattern();
}

/// <summary>A month with or without its year. <paramref name="Month"/> is 1 to 12.</summary>
public readonly record struct PeriodMention(int? Year, int Month)
{
    /// <summary>The period in its own year, else in the given one; null when neither is known.</summary>
    public ReportingPeriod? In(int? year) => (Year ?? year) is { } known ? new ReportingPeriod(known, Month) : null;
}

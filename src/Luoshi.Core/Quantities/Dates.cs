using Luoshi.Core.Reporting;

namespace Luoshi.Core.Quantities;

/// <summary>
/// A date or period as written. <paramref name="Year"/> is 0 and <paramref name="YearShift"/> counts from the document's year where none is
/// written; months are 0 for a whole year. <paramref name="UpTo"/> is 截至, <paramref name="ThisMonth"/> 本月 shifted by as many months,
/// <paramref name="Since"/> 以来, <paramref name="Years"/> how many a plan lasts.
/// </summary>
internal readonly record struct DateExpression(int Year, int YearShift, int FirstMonth, int LastMonth, int Day = 0, bool Quarter = false, bool UpTo = false, int? ThisMonth = null, bool Now = false, bool Since = false, int Years = 1)
{
    /// <summary>Whether a year, absolute or relative, is all that is written.</summary>
    public bool IsYear => LastMonth == 0 && ThisMonth is null && !Now;

    /// <summary>The months it covers; null without a document period where one is needed, and for a year before 1900.</summary>
    public (ReportingPeriod From, ReportingPeriod To)? Months(ReportingPeriod? asOf)
    {
        if (ThisMonth is { } shift)
        {
            return asOf is { } month && Shift(month, shift) is { } one ? (UpTo ? new ReportingPeriod(one.Year, 1) : one, one) : null;
        }

        var year = YearIn(asOf);
        if (year is < 1900 or > 9999)
        {
            return null;
        }

        if (Now)
        {
            return asOf is { } now ? (new ReportingPeriod(year, 1), now) : null;
        }

        if (Since)
        {
            return asOf is { } until && until.Year >= year && new ReportingPeriod(year, Math.Max(1, FirstMonth)) is var first && first <= until ? (first, until) : null;
        }

        return (new ReportingPeriod(year, UpTo || FirstMonth == 0 ? 1 : FirstMonth), new ReportingPeriod(Math.Min(9999, year + Years - 1), LastMonth == 0 ? 12 : LastMonth));
    }

    /// <summary>The last moment of it.</summary>
    public DueDate? Due(ReportingPeriod? asOf)
    {
        if (Months(asOf) is not { } months)
        {
            return null;
        }

        return Day > 0 && Day <= DateTime.DaysInMonth(months.To.Year, months.To.Month) ? DueDate.OfDay(months.To.Year, months.To.Month, Day)
            : Quarter ? DueDate.OfQuarter(months.To.Year, months.To.Month / 3)
            : DueDate.OfMonth(months.To);
    }

    /// <summary>The year it lies in, 0 where that is not known.</summary>
    public int YearIn(ReportingPeriod? asOf) => Year != 0 ? Year : asOf is { } period ? period.Year + YearShift : 0;

    private static ReportingPeriod? Shift(ReportingPeriod month, int by)
    {
        var months = month.Year * 12 + month.Month - 1 + by;
        return months / 12 is >= 1900 and <= 9999 ? new ReportingPeriod(months / 12, months % 12 + 1) : null;
    }
}

/// <summary>Reads dates and periods: 2024年10月1日, 1-4月, 一季度, 上半年, 截至5月底.</summary>
internal static class Dates
{
    private static readonly WordIndex<DateExpression> Words = new(
    [
        ("全年", new(0, 0, 0, 0)), ("今年", new(0, 0, 0, 0)), ("本年", new(0, 0, 0, 0)), ("本年度", new(0, 0, 0, 0)), ("年内", new(0, 0, 0, 0)), ("当年", new(0, 0, 0, 0)),
        ("今年全年", new(0, 0, 0, 0)), ("去年", new(0, -1, 0, 0)), ("上年", new(0, -1, 0, 0)), ("上年度", new(0, -1, 0, 0)), ("去年以来", new(0, -1, 0, 0, Since: true)), ("上年以来", new(0, -1, 0, 0, Since: true)), ("去年全年", new(0, -1, 0, 0)),
        ("明年", new(0, 1, 0, 0)), ("次年", new(0, 1, 0, 0)), ("前年", new(0, -2, 0, 0)), ("年底", new(0, 0, 12, 12)), ("年末", new(0, 0, 12, 12)), ("今年底", new(0, 0, 12, 12)),
        ("今年年底", new(0, 0, 12, 12)), ("去年底", new(0, -1, 12, 12)), ("上年末", new(0, -1, 12, 12)), ("去年末", new(0, -1, 12, 12)),
        ("本月", new(0, 0, 0, 0, ThisMonth: 0)), ("当月", new(0, 0, 0, 0, ThisMonth: 0)), ("单月", new(0, 0, 0, 0, ThisMonth: 0)), ("本月底", new(0, 0, 0, 0, ThisMonth: 0)), ("月底", new(0, 0, 0, 0, ThisMonth: 0)),
        ("上月", new(0, 0, 0, 0, ThisMonth: -1)), ("上个月", new(0, 0, 0, 0, ThisMonth: -1)), ("下月", new(0, 0, 0, 0, ThisMonth: 1)), ("下个月", new(0, 0, 0, 0, ThisMonth: 1)),
        ("截至本月底", new(0, 0, 0, 0, UpTo: true, ThisMonth: 0)), ("截至本月", new(0, 0, 0, 0, UpTo: true, ThisMonth: 0)),
        ("截至目前", new(0, 0, 0, 0, Now: true)), ("截止目前", new(0, 0, 0, 0, Now: true)), ("目前", new(0, 0, 0, 0, Now: true)), ("截至当前", new(0, 0, 0, 0, Now: true)),
        ("到目前为止", new(0, 0, 0, 0, Now: true)), ("今年以来", new(0, 0, 0, 0, Now: true)), ("年初以来", new(0, 0, 0, 0, Now: true)), ("累计", new(0, 0, 0, 0, Now: true)), ("累积", new(0, 0, 0, 0, Now: true)),
        ("今年累计", new(0, 0, 0, 0, Now: true)), ("本年以来", new(0, 0, 0, 0, Now: true)), ("截至现在", new(0, 0, 0, 0, Now: true)), ("年初至今", new(0, 0, 0, 0, Now: true)),
    ]);

    private static readonly WordIndex<DateExpression> Parts = new(
    [
        .. Quarters(), .. SpokenMonths(), ("上半年", new(0, 0, 1, 6)), ("下半年", new(0, 0, 7, 12)), ("前三季度", new(0, 0, 1, 9)), ("前3季度", new(0, 0, 1, 9)), ("前两个季度", new(0, 0, 1, 6)),
        ("前二季度", new(0, 0, 1, 6)), ("底", new(0, 0, 12, 12)), ("末", new(0, 0, 12, 12)), ("年底", new(0, 0, 12, 12)), ("全年", new(0, 0, 0, 0)),
    ]);

    private static readonly string[] UpToWords = ["截止到", "截至到", "截至", "截止"];

    /// <summary>The length of the date that <paramref name="text"/> begins with, or 0. A trailing 底, 末 or 份 belongs to it; 前 does not.</summary>
    public static int Match(ReadOnlySpan<char> text, out DateExpression date)
    {
        if (LongPeriods.Match(text, out date) is > 0 and var many)
        {
            return many;
        }

        foreach (var word in text[0] is '截' ? UpToWords : [])
        {
            if (text.StartsWith(word, StringComparison.Ordinal) && Words.Match(text, out _) == 0)
            {
                var skipped = word.Length + Spaces(text[word.Length..]);
                var rest = skipped < text.Length ? MatchDate(text[skipped..], out date) : MatchNothing(out date);
                date = date with { UpTo = true };
                return rest > 0 ? skipped + rest : 0;
            }
        }

        return MatchDate(text, out date);
    }

    private static int MatchDate(ReadOnlySpan<char> text, out DateExpression date)
    {
        var length = Words.Match(text, out date);
        if (length > 0)
        {
            // 今年上半年, 去年9月
            var more = date.IsYear ? MatchInYear(text[length..], out var part) : MatchNothing(out part);
            date = more > 0 ? part with { YearShift = date.YearShift } : date;
            return length + more;
        }

        var written = MatchYear(text, out date);
        if (written > 0 && date is { Quarter: false } && (date is { Year: not 0, Day: 0 } || (date is { Day: not 0 } && text[written..].StartsWith("以来"))) && (text[written..].StartsWith("以来") || (text[written..].StartsWith("至今") && !text[written..].StartsWith("至今年"))))
        {
            // 2021年以来, 2023年9月至今.
            date = date with { Since = true };
            return written + 2;
        }

        return written;
    }

    private static int MatchNothing(out DateExpression date)
    {
        date = default;
        return 0;
    }

    private static int MatchYear(ReadOnlySpan<char> text, out DateExpression date)
    {
        var digits = Digits(text, out var year);
        if (digits == 4 && year is >= 1900 and <= 2999)
        {
            var at = digits + Spaces(text[digits..]);
            if (at < text.Length && text[at] is '年')
            {
                at += at + 1 < text.Length && text[at + 1] is '度' ? 2 : 1;
                var spaces = Spaces(text[at..]);
                var more = at + spaces < text.Length ? MatchInYear(text[(at + spaces)..], out date) : MatchNothing(out date);
                date = more > 0 ? date with { Year = year } : new DateExpression(year, 0, 0, 0);
                return more > 0 ? at + spaces + more : at;
            }
        }

        return MatchInYear(text, out date, withEnds: false);
    }

    private static int MatchInYear(ReadOnlySpan<char> text, out DateExpression date, bool withEnds = true)
    {
        var length = Parts.Match(text, out date);
        if (length > 0)
        {
            return withEnds || length > 1 ? length + (date.Quarter && length < text.Length && text[length] is '末' or '底' ? 1 : 0) : 0;
        }

        var digits = Digits(text, out var first);
        if (digits == 0 && text.Length > 1 && text[0] is '元' && text[1] is '月' or '至' or '-')
        {
            // 元至3月份.
            (digits, first) = (1, 1);
        }

        if (digits is < 1 or > 2 || first is < 1 or > 12)
        {
            return 0;
        }

        var at = digits + Spaces(text[digits..]);
        var last = first;
        if (at < text.Length && text[at] is '月' && at + 1 < text.Length && text[at + 1] is '-' or '—' or '–' or '至' or '～' or '~')
        {
            // 1月至4月
            var next = Digits(text[(at + 2)..], out var until);
            var after = at + 2 + next;
            if (next is 1 or 2 && until is >= 1 and <= 12 && after < text.Length && text[after] is '月')
            {
                last = until;
                at = after;
            }
        }
        else if (at < text.Length && text[at] is '-' or '—' or '–' or '－' or '至' or '到' or '～' or '~')
        {
            at++;
            at += at < text.Length && text[at] is '—' ? 1 : 0;
            at += Spaces(text[at..]);
            var next = Digits(text[at..], out last);
            at += next + Spaces(text[(at + next)..]);
            if (next is < 1 or > 2 || last is < 1 or > 12)
            {
                return 0;
            }
        }

        if (at >= text.Length || text[at] is not '月')
        {
            return 0;
        }

        at++;
        var dayDigits = Digits(text[at..], out var day);
        var afterDay = at + Spaces(text[at..]);
        dayDigits = dayDigits == 0 ? Digits(text[afterDay..], out day) : dayDigits;
        var dayEnd = afterDay + dayDigits + Spaces(text[(afterDay + dayDigits)..]);
        if (dayDigits is 1 or 2 && day is >= 1 and <= 31 && dayEnd < text.Length && text[dayEnd] is '日' or '号')
        {
            date = new DateExpression(0, 0, first, last, day);
            return dayEnd + 1;
        }

        at += at < text.Length && text[at] is '份' ? 1 : 0;
        at += at < text.Length && text[at] is '底' or '末' or '初' ? 1
            : at + 1 < text.Length && text[at] is '中' or '上' or '下' && text[at + 1] is '旬' ? 2 : 0;
        date = new DateExpression(0, 0, Math.Min(first, last), last);
        return at;
    }

    private static int Digits(ReadOnlySpan<char> text, out int value)
    {
        value = 0;
        var at = 0;
        for (; at < text.Length && Numerals.IsDigit(text[at]) && at < 5; at++)
        {
            value = value * 10 + (text[at] - '0');
        }

        return at;
    }

    private static int Spaces(ReadOnlySpan<char> text)
    {
        var at = 0;
        while (at < text.Length && at < 4 && text[at] is ' ' or '\u3000' or '\u00a0')
        {
            at++;
        }

        return at;
    }

    /// <summary>前10月, 前三个月, 一至六月份, 六月底: months in words, and counted from January.</summary>
    private static IEnumerable<(string, DateExpression)> SpokenMonths()
    {
        string[] names = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"];
        string[] ends = ["", "份", "底", "末"];
        for (var month = 2; month <= 12; month++)
        {
            var name = names[month - 1];
            var fromJanuary = new DateExpression(0, 0, 1, month);
            foreach (var count in (string[])[name, $"{month}", month == 2 ? "两" : name])
            {
                yield return ($"前{count}月", fromJanuary);
                yield return ($"前{count}月份", fromJanuary);
                yield return ($"前{count}个月", fromJanuary);
            }

            foreach (var end in ends)
            {
                // 一月一调度 is no January; every other month in words is one.
                yield return ($"{name}月{end}", new DateExpression(0, 0, month, month));
                yield return ($"一至{name}月{end}", fromJanuary);
                yield return ($"一到{name}月{end}", fromJanuary);
                yield return ($"元至{name}月{end}", fromJanuary);
            }
        }
    }

    private static IEnumerable<(string, DateExpression)> Quarters()
    {
        string[] names = ["一", "二", "三", "四"];
        for (var quarter = 1; quarter <= 4; quarter++)
        {
            var date = new DateExpression(0, 0, quarter * 3 - 2, quarter * 3, Quarter: true);
            yield return (names[quarter - 1] + "季度", date);
            yield return ($"第{names[quarter - 1]}季度", date);
            yield return ($"{quarter}季度", date);
            yield return ($"第{quarter}季度", date);
        }
    }
}

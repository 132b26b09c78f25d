namespace Luoshi.Core.Quantities;

/// <summary>Periods of several years: “十四五”期间, 十四五以来, 五年来, 近三年.</summary>
internal static class LongPeriods
{
    private const int YearsOfPlan = 5;

    private static readonly WordIndex<DateExpression> Index = new([.. Plans(), .. Spans()]);

    /// <summary>The length of the period that <paramref name="text"/> begins with, or 0. A plan's name alone, “十四五”规划, is none.</summary>
    public static int Match(ReadOnlySpan<char> text, out DateExpression date) => Index.Match(text, out date);

    /// <summary>The eleventh plan began in 2006, the fifteenth begins in 2026.</summary>
    private static IEnumerable<(string, DateExpression)> Plans()
    {
        (string Name, int First)[] plans = [("十一五", 2006), ("十二五", 2011), ("十三五", 2016), ("十四五", 2021), ("十五五", 2026)];
        foreach (var (name, first) in plans)
        {
            foreach (var written in (string[])[name, $"“{name}”", $"\"{name}\""])
            {
                yield return ($"{written}期间", new DateExpression(first, 0, 0, 0, Years: YearsOfPlan));
                yield return ($"{written}时期", new DateExpression(first, 0, 0, 0, Years: YearsOfPlan));
                yield return ($"{written}以来", new DateExpression(first, 0, 0, 0, Since: true));
                yield return ($"{written}末", new DateExpression(first + YearsOfPlan - 1, 0, 12, 12));
            }
        }
    }

    /// <summary>五年来, 近三年, 过去五年: up to now, this year among them.</summary>
    private static IEnumerable<(string, DateExpression)> Spans()
    {
        string[] names = ["一", "两", "三", "四", "五", "六", "七", "八", "九", "十"];
        for (var years = 1; years <= names.Length; years++)
        {
            var date = new DateExpression(0, 1 - years, 0, 0, Since: true);
            foreach (var count in (string[])[names[years - 1], $"{years}"])
            {
                yield return ($"{count}年来", date);
                yield return ($"近{count}年来", date);
                yield return ($"近{count}年", date);
                yield return ($"过去{count}年", date);
            }
        }
    }
}

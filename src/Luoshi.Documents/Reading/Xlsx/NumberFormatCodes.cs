using System.Text;

namespace Luoshi.Documents.Reading.Xlsx;

/// <summary>Excel's number format codes: those it never writes down, and what Chinese editions write that the formatter does not know.</summary>
internal static class NumberFormatCodes
{
    public const string General = "General";

    /// <summary>The short date of a Chinese machine.</summary>
    public const string ShortDate = "yyyy/m/d";

    // What Excel itself accepts; a longer code is made to cost something.
    private const int LongestCode = 255;

    private const string LongDate = "yyyy\"年\"m\"月\"d\"日\"";
    private const string YearAndMonth = "yyyy\"年\"m\"月\"";
    private const string MonthAndDay = "m\"月\"d\"日\"";
    private const string HalfDayTime = "上午/下午h\"时\"mm\"分\"";
    private const string HalfDayTimeWithSeconds = "上午/下午h\"时\"mm\"分\"ss\"秒\"";

    private static readonly (string Chinese, string Western)[] ChineseWords =
        [("G/通用格式", General), ("上午/下午", "AM/PM"), ("aaaa", "dddd"), ("aaa", "ddd")];

    /// <summary>The code behind a built-in number (ECMA-376 part 1, 18.8.30), as a Chinese edition shows it.</summary>
    public static string BuiltIn(int id) => id switch
    {
        1 => "0",
        2 => "0.00",
        3 => "#,##0",
        4 => "#,##0.00",
        5 or 6 => "\"¥\"#,##0;\"¥\"-#,##0",
        7 or 8 => "\"¥\"#,##0.00;\"¥\"-#,##0.00",
        9 => "0%",
        10 => "0.00%",
        11 => "0.00E+00",
        12 => "# ?/?",
        13 => "# ??/??",
        14 => ShortDate,
        15 => "d-mmm-yy",
        16 => "d-mmm",
        17 => "mmm-yy",
        18 => "h:mm AM/PM",
        19 => "h:mm:ss AM/PM",
        20 => "h:mm",
        21 => "h:mm:ss",
        22 => "yyyy/m/d h:mm",
        27 or 36 or 50 or 52 or 57 => YearAndMonth,
        28 or 29 or 51 or 53 or 54 or 58 => MonthAndDay,
        30 => "m-d-yy",
        31 => LongDate,
        32 => "h\"时\"mm\"分\"",
        33 => "h\"时\"mm\"分\"ss\"秒\"",
        34 or 55 => HalfDayTime,
        35 or 56 => HalfDayTimeWithSeconds,
        37 or 38 => "#,##0;-#,##0",
        39 or 40 => "#,##0.00;-#,##0.00",
        41 => "#,##0;-#,##0;\"-\"",
        42 => "\"¥\"#,##0;\"¥\"-#,##0;\"¥\"\"-\"",
        43 => "#,##0.00;-#,##0.00;\"-\"",
        44 => "\"¥\"#,##0.00;\"¥\"-#,##0.00;\"¥\"\"-\"",
        45 => "mm:ss",
        46 => "[h]:mm:ss",
        47 => "mm:ss.0",
        48 => "##0.0E+0",
        49 => "@",
        _ => General,
    };

    /// <summary>
    /// The same format in words the formatter knows: bare Chinese characters and currency signs quoted, Chinese half-days and weekdays
    /// by their Western names, the padding that only aligns columns left out.
    /// </summary>
    public static string Normalize(string code)
    {
        if (code.Length > LongestCode)
        {
            return General;
        }

        // The long date and the time "of this machine".
        if (code.Contains("[$-F800]", StringComparison.OrdinalIgnoreCase))
        {
            return LongDate;
        }

        if (code.Contains("[$-F400]", StringComparison.OrdinalIgnoreCase))
        {
            return "h:mm:ss";
        }

        var known = new StringBuilder(code.Length);
        for (var i = 0; i < code.Length;)
        {
            i = Append(known, code, i);
        }

        return known.ToString();
    }

    /// <summary>Puts what stands at <paramref name="at"/> into <paramref name="known"/> and says where the next thing starts.</summary>
    private static int Append(StringBuilder known, string code, int at)
    {
        foreach (var (chinese, western) in ChineseWords)
        {
            if (string.CompareOrdinal(code, at, chinese, 0, chinese.Length) == 0)
            {
                known.Append(western);
                return at + chinese.Length;
            }
        }

        switch (code[at])
        {
            case '"':
                return Copy(known, code, at, code.IndexOf('"', at + 1));
            case '[':
                return Copy(known, code, at, code.IndexOf(']', at));
            case '\\' or '!' when at + 1 < code.Length:
                known.Append('\\').Append(code[at + 1]);
                return at + 2;
            case '_' or '*' when at + 1 < code.Length:
                return at + 2;
            case > '\u007f':
                known.Append('"').Append(code[at]).Append('"');
                return at + 1;
            default:
                known.Append(code[at]);
                return at + 1;
        }
    }

    private static int Copy(StringBuilder known, string code, int from, int to)
    {
        var end = to < 0 ? code.Length : to + 1;
        known.Append(code, from, end - from);
        return end;
    }
}

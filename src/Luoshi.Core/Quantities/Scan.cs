namespace Luoshi.Core.Quantities;

/// <summary>Looks ahead in a text for what belongs to a number: its unit, the other end of a range.</summary>
internal static class Scan
{
    private const int LongestQuotation = 40;

    public static int MatchUnit(string text, int end, out Unit unit, out decimal factor, out int unitStart, out bool more)
    {
        var at = end + Spaces(text, end);
        more = SkipIndefinite(text, ref at);
        unitStart = at;
        var multiplier = at < text.Length ? Units.Multiplier(text.AsSpan(at), out factor) : NoMultiplier(out factor);
        factor = multiplier == 0 ? 1 : factor;
        at += multiplier;
        if (multiplier > 0)
        {
            at += Spaces(text, at);
        }

        more |= SkipIndefinite(text, ref at);
        unit = Units.None;
        var length = at < text.Length ? Units.Match(text.AsSpan(at), out unit) : 0;
        unitStart = more && multiplier == 0 ? at : unitStart;
        return length == 0 ? 0 : at + length - end;
    }

    private static int NoMultiplier(out decimal factor)
    {
        factor = 1;
        return 0;
    }

    private static bool SkipIndefinite(string text, ref int at)
    {
        var found = at < text.Length && text[at] is '余' or '多';
        at += found ? 1 + Spaces(text, at + 1) : 0;
        return found;
    }

    public static int RangeSeparator(string text, int at)
    {
        if (at + 1 >= text.Length || text[at] is not ('-' or '—' or '–' or '－' or '～' or '~' or '至' or '到' or '∼'))
        {
            return 0;
        }

        var length = text[at] is '—' && text[at + 1] is '—' ? 2 : 1;
        return at + length < text.Length && Numerals.IsDigit(text[at + length]) ? length : 0;
    }

    public static int SkipDigits(string text, int at)
    {
        while (at < text.Length && (Numerals.IsDigit(text[at]) || text[at] is '.' or ':' or '：'))
        {
            at++;
        }

        return at;
    }

    /// <summary>Where a name in quotation marks ends, numbers and all; behind the mark itself where it is not closed.</summary>
    public static int QuotationEnd(string text, int at)
    {
        var close = text[at] switch { '“' => '”', '「' => '」', '‘' => '’', '《' => '》', '〔' => '〕', '【' => '】', _ => '"' };
        var most = Math.Min(text.Length, at + LongestQuotation * (text[at] is '《' ? 3 : 1));
        for (var end = at + 1; end < most && text[end] != '\n' && (text[end] != text[at] || close == '"'); end++)
        {
            if (text[end] == close)
            {
                return end + 1;
            }
        }

        return at + 1;
    }

    /// <summary>Where a code of letters and digits ends: K12, PM2.5, R&amp;D, 5G-A.</summary>
    public static int CodeEnd(string text, int at)
    {
        var end = at;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || (text[end] is '-' or '.' or '/' or '_' or '&' && end + 1 < text.Length && char.IsAsciiLetterOrDigit(text[end + 1]))))
        {
            end++;
        }

        return end;
    }

    public static int Spaces(string text, int at)
    {
        var end = at;
        while (end < text.Length && end - at < 4 && text[end] is ' ' or '\u3000' or '\u00a0')
        {
            end++;
        }

        return end - at;
    }

    public static bool IsBreak(char c) =>
        char.IsWhiteSpace(c) || c is '。' or '，' or ',' or '；' or ';' or '、' or '：' or '）' or ')' or '！' or '（' or '(';
}

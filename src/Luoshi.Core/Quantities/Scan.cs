namespace Luoshi.Core.Quantities;

/// <summary>Looks ahead in a text for what belongs to a number: its unit, the other end of a range.</summary>
internal static class Scan
{
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

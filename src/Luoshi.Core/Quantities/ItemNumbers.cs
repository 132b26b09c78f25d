using System.Buffers;
using Luoshi.Core.Reading;

namespace Luoshi.Core.Quantities;

/// <summary>1.新建泵站……；2.改造管网……, （3）, ④, 五、: the number of an item counts nothing.</summary>
internal static class ItemNumbers
{
    private const int MostDigits = 2;

    private const int MostNumerals = 3;

    private const string Numerals = "一二三四五六七八九十";

    // An item begins a text, a line or a sentence.
    private static readonly SearchValues<char> Marks = SearchValues.Create("。；;：:\n");

    /// <summary>Where they stand, in order.</summary>
    public static List<TextSpan> In(string text)
    {
        List<TextSpan> found = [];
        for (var at = 0; at < text.Length;)
        {
            while (at < text.Length && char.IsWhiteSpace(text[at]))
            {
                at++;
            }

            if (End(text, at) is var end && end > at)
            {
                // （三）1.新建: an item of an item.
                found.Add(TextSpan.Between(at, end));
                at = end;
                continue;
            }

            var mark = text.AsSpan(at).IndexOfAny(Marks);
            at = mark < 0 ? text.Length : at + mark + 1;
        }

        return found;
    }

    /// <summary>The end of an item's number that begins there; the beginning for none.</summary>
    private static int End(string text, int start)
    {
        if (start < text.Length && text[start] is >= '①' and <= '⑳')
        {
            return start + 1;
        }

        var isBracketed = start < text.Length && text[start] is '（' or '(';
        var digits = isBracketed ? start + 1 : start;
        var at = digits;
        while (PlainText.IsDigit(text, at) && at - digits < MostDigits)
        {
            at++;
        }

        while (at < text.Length && at - digits < MostNumerals && Numerals.Contains(text[at], StringComparison.Ordinal))
        {
            at++;
        }

        return at == digits || at == text.Length ? start
            : isBracketed ? (text[at] is '）' or ')' ? at + 1 : start)
            : text[at] is '.' or '．' or '、' or ')' or '）' && IsItem(text, start, at + 1) ? at + 1 : start;
    }

    /// <summary>1.5万亩, 3、5号楼 and 一、二期 are numbers themselves; 1.12个示范村 is a count behind its number, as nothing is counted in hundredths.</summary>
    private static bool IsItem(string text, int start, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\u3000' or '\u00A0')
        {
            at++;
        }

        if (PlainText.IsDigit(text, at))
        {
            return text[at - 1] is '.' or '．' && !(start > 0 && text[start - 1] is '：' or ':') && CountsThings(text, at);
        }

        return at < text.Length && ((PlainText.IsHan(text[at]) && !Numerals.Contains(text[at], StringComparison.Ordinal)) || text[at] is '“' or '《' or '"');
    }

    private static bool CountsThings(string text, int at)
    {
        while (PlainText.IsDigit(text, at))
        {
            at++;
        }

        return Scan.MatchUnit(text, at, out var unit, out var factor, out _, out var more) > 0 && unit is { Class: UnitClass.Count, Factor: 1 } && factor == 1 && !more;
    }
}

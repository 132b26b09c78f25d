using System.Buffers;
using Luoshi.Core.Reading;

namespace Luoshi.Core.Quantities;

/// <summary>1.新建泵站……；2.改造管网……, （3）, ④: the number of an item counts nothing.</summary>
internal static class ItemNumbers
{
    private const int MostDigits = 2;

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
                found.Add(TextSpan.Between(at, end));
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
            return IsItem(text, start + 1) ? start + 1 : start;
        }

        var isBracketed = start < text.Length && text[start] is '（' or '(';
        var digits = isBracketed ? start + 1 : start;
        var at = digits;
        while (PlainText.IsDigit(text, at) && at - digits < MostDigits)
        {
            at++;
        }

        return at > digits && at < text.Length && (isBracketed ? text[at] is '）' or ')' : text[at] is '.' or '．' or '、' or ')' or '）') && IsItem(text, at + 1) ? at + 1 : start;
    }

    /// <summary>1.5万亩 and 3、5号楼 are numbers themselves.</summary>
    private static bool IsItem(string text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\u3000' or '\u00A0')
        {
            at++;
        }

        return at < text.Length && (PlainText.IsHan(text[at]) || text[at] is '“' or '《' or '"');
    }
}

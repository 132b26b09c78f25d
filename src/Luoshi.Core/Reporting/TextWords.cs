using Luoshi.Core.Reading;

namespace Luoshi.Core.Reporting;

/// <summary>The pieces by which texts are compared; together they are the text again.</summary>
internal static class TextWords
{
    private const string ChineseNumerals = "零〇一二三四五六七八九十百千万亿两";

    public static List<string> Split(string text)
    {
        var words = new List<string>();
        for (var i = 0; i < text.Length;)
        {
            var end = EndOfWord(text, i);
            words.Add(text[i..end]);
            i = end;
        }

        return words;
    }

    public static List<string> Sentences(string text)
    {
        var sentences = new List<string>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (i == text.Length - 1 || text[i] is '。' or '；' or '！' or '？' or '\n')
            {
                sentences.Add(text[start..(i + 1)]);
                start = i + 1;
            }
        }

        return sentences;
    }

    public static bool IsNumeral(char c) => ChineseNumerals.Contains(c, StringComparison.Ordinal);

    /// <summary>The end of a figure with its points, commas and 万 or %, of a Latin word, of a Chinese numeral, or of one character.</summary>
    private static int EndOfWord(string text, int start)
    {
        var end = start + 1;
        if (IsDigit(text, start))
        {
            while (IsDigit(text, end) || (end < text.Length && text[end] is '.' or ',' or '．' && IsDigit(text, end + 1)))
            {
                end++;
            }

            while (end < text.Length && text[end] is '万' or '亿' or '%' or '％' or '‰')
            {
                end++;
            }

            return end;
        }

        return char.IsAsciiLetter(text[start]) ? RunEnd(char.IsAsciiLetter)
            : IsNumeral(text[start]) ? RunEnd(IsNumeral)
            : end < text.Length && char.IsSurrogatePair(text[start], text[end]) ? end + 1
            : end;

        int RunEnd(Func<char, bool> belongs)
        {
            while (end < text.Length && belongs(text[end]))
            {
                end++;
            }

            return end;
        }
    }

    private static bool IsDigit(string text, int at) => at < text.Length && PlainText.HalfWidth(text[at]) is >= '0' and <= '9';
}

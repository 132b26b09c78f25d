using Luoshi.Core.Quantities;

namespace Luoshi.Core.Checks;

/// <summary>Cuts a text where its marks cut it. Positions are in the text.</summary>
internal static class Clauses
{
    /// <summary>已完成412间，<b>其余</b>188间: what is left of a whole.</summary>
    public static readonly WordFinder Left = new("其余 剩余 余下 剩下");

    // Nobody writes a clause longer than this; a text without marks must not be walked again for each of its figures.
    private const int Farthest = 300;

    private const string SentenceEnds = "。；！？\n";
    private const string ClauseEnds = "。；！？\n，";

    /// <summary>The words around a position up to the next comma or stop on either side.</summary>
    public static TextSpan Around(string text, TextSpan span) => Around(text, span, ClauseEnds);

    /// <summary>The sentence, or its part between semicolons, that a position stands in.</summary>
    public static TextSpan SentenceAround(string text, TextSpan span) => Around(text, span, SentenceEnds);

    public static List<TextSpan> Sentences(string text) => Split(text, SentenceEnds);

    public static List<TextSpan> All(string text) => Split(text, ClauseEnds);

    /// <summary>Whether the words have a number that is no date: 4月15日 says nothing of how much.</summary>
    public static bool HasFigures(ReadOnlySpan<char> words)
    {
        for (var at = words.IndexOfAnyInRange('0', '9'); at >= 0; at = words.IndexOfAnyInRange('0', '9'))
        {
            var end = at;
            while (end < words.Length && char.IsAsciiDigit(words[end]))
            {
                end++;
            }

            if (end == words.Length || words[end] is not ('年' or '月' or '日' or '季'))
            {
                return true;
            }

            words = words[end..];
        }

        return false;
    }

    private static TextSpan Around(string text, TextSpan span, string ends)
    {
        var start = span.Start;
        while (start > 0 && span.Start - start < Farthest && !ends.Contains(text[start - 1], StringComparison.Ordinal))
        {
            start--;
        }

        var end = Math.Min(span.End, text.Length);
        while (end < text.Length && end - span.End < Farthest && !ends.Contains(text[end], StringComparison.Ordinal))
        {
            end++;
        }

        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        return TextSpan.Between(start, end);
    }

    private static List<TextSpan> Split(string text, string ends)
    {
        var parts = new List<TextSpan>();
        for (var at = 0; at < text.Length;)
        {
            var length = text.AsSpan(at).IndexOfAny(ends);
            var end = length < 0 ? text.Length : at + length;
            var start = at;
            while (start < end && char.IsWhiteSpace(text[start]))
            {
                start++;
            }

            if (start < end)
            {
                parts.Add(TextSpan.Between(start, end));
            }

            at = end + 1;
        }

        return parts;
    }
}

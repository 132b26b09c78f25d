namespace Luoshi.Core.Quantities;

/// <summary>
/// A text without the line breaks that fall inside a figure or a word, as a narrow column leaves them: 12.⏎5亿元, 同比增⏎长. Every other break ends a
/// sentence and stays.
/// </summary>
internal sealed class LineBreaks
{
    /// <summary>A shorter line is a heading or a cell of its own, no line that was too long for its column.</summary>
    private const int ShortestLine = 8;

    private const int LongestWord = 5;

    private readonly List<int> _breaks = [];

    private LineBreaks(string text) => Text = text;

    /// <summary>The text to be read.</summary>
    public string Text { get; private set; }

    public static LineBreaks Heal(string text)
    {
        var healed = new LineBreaks(text);
        var lineStart = 0;
        for (var at = text.IndexOf('\n'); at >= 0; at = text.IndexOf('\n', at + 1))
        {
            if (at - lineStart >= ShortestLine && IsInside(text, at))
            {
                healed._breaks.Add(at);
            }

            lineStart = at + 1;
        }

        if (healed._breaks.Count > 0)
        {
            healed.Text = string.Create(text.Length - healed._breaks.Count, (text, healed._breaks), static (kept, written) =>
            {
                var (from, to) = (0, 0);
                foreach (var end in written._breaks)
                {
                    written.text.AsSpan(from, end - from).CopyTo(kept[to..]);
                    (from, to) = (end + 1, to + end - from);
                }

                written.text.AsSpan(from).CopyTo(kept[to..]);
            });
        }

        return healed;
    }

    /// <summary>Where the span stands in the text as it was written.</summary>
    public TextSpan Written(TextSpan span) => new RemovedCharacters(_breaks).Written(span);

    private static bool IsInside(string text, int at)
    {
        if (at == 0 || at + 1 >= text.Length)
        {
            return false;
        }

        var (before, after) = (text[at - 1], text[at + 1]);
        var endsInNumber = Numerals.IsDigit(before) || (before is '.' && at > 1 && Numerals.IsDigit(text[at - 2]));
        if (endsInNumber)
        {
            return Numerals.IsDigit(after) ? !StartsItem(text, at + 1) : Units.Match(text.AsSpan(at + 1), out _) > 0 || Units.Multiplier(text.AsSpan(at + 1), out _) > 0;
        }

        return Splits(text, at);
    }

    /// <summary>1. 2、 3．: the next line is an item of its own.</summary>
    private static bool StartsItem(string text, int at)
    {
        while (at < text.Length && Numerals.IsDigit(text[at]))
        {
            at++;
        }

        return at + 1 >= text.Length || (text[at] is '.' or '、' && !Numerals.IsDigit(text[at + 1])) || text[at] is '年' or '月' or '\n';
    }

    /// <summary>Whether a word of the grammar begins on one line and ends on the next.</summary>
    private static bool Splits(string text, int at)
    {
        Span<char> around = stackalloc char[2 * LongestWord];
        for (var start = Math.Max(0, at - LongestWord + 1); start < at; start++)
        {
            var length = 0;
            for (var next = start; next < text.Length && length < around.Length; next++)
            {
                if (next != at)
                {
                    around[length++] = text[next];
                }
            }

            if (Lexicon.Index.Match(around[..length], out var word) > at - start && (word & ~WordClass.Noun) != 0)
            {
                return true;
            }
        }

        return false;
    }
}

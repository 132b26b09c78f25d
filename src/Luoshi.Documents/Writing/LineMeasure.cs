namespace Luoshi.Documents.Writing;

/// <summary>
/// How many lines a text fills. Chinese makes this nearly exact without any font: a character is one em wide in all of them, and only the
/// Latin of Times New Roman has to be looked up.
/// </summary>
internal static class LineMeasure
{
    // What Word and LibreOffice leave between Chinese and Latin or digits, in em.
    private const double BetweenScripts = 0.25;

    /// <summary>Lines of a cell whose paragraphs are joined by <c>\n</c>; an empty paragraph is one line.</summary>
    public static int Lines(string text, double width, double em)
    {
        var lines = 0;
        foreach (var paragraph in text.AsSpan().Split('\n'))
        {
            lines += ParagraphLines(text.AsSpan()[paragraph], width / em);
        }

        return lines;
    }

    private static int ParagraphLines(ReadOnlySpan<char> text, double ems)
    {
        var lines = 1;
        var filled = 0.0;
        for (var i = 0; i < text.Length;)
        {
            var end = ClusterEnd(text, i, out var width);
            var gap = i > 0 && filled > 0 && IsLatin(text[i]) != IsLatin(text[i - 1]) && !IsPunctuation(text[i]) && !IsPunctuation(text[i - 1]) ? BetweenScripts : 0;

            if (filled + gap + width > ems && filled > 0)
            {
                lines++;
                filled = 0;
                gap = 0;
            }

            // A word longer than the line is cut wherever the line ends.
            filled += gap + width;
            while (filled > ems)
            {
                lines++;
                filled -= ems;
            }

            i = end;
        }

        return lines;
    }

    /// <summary>What may not be torn: a Latin word or figure, or a character with the punctuation that sticks to it.</summary>
    private static int ClusterEnd(ReadOnlySpan<char> text, int start, out double width)
    {
        var i = start;
        width = 0;
        while (i < text.Length - 1 && IsOpening(text[i]))
        {
            width += Width(text[i++]);
        }

        var latin = IsLatin(text[i]) && text[i] != ' ';
        do
        {
            width += Width(text[i++]);
        }
        while (latin && i < text.Length && IsLatin(text[i]) && text[i] != ' ');

        while (i < text.Length && IsClosing(text[i]))
        {
            width += Width(text[i++]);
        }

        return i;
    }

    private static double Width(char character) => character switch
    {
        ' ' or '.' or ',' => 0.25,
        ';' or ':' or '/' or 'i' or 'j' or 'l' or 't' => 0.28,
        '-' or '(' or ')' or 'f' or 'r' => 0.33,
        '%' => 0.83,
        >= 'A' and <= 'Z' => 0.68,
        >= '!' and <= '~' => 0.5,
        _ => 1,
    };

    private static bool IsLatin(char character) => character is >= ' ' and <= '~';

    private static bool IsOpening(char character) => character is '“' or '‘' or '（' or '《' or '〈' or '【' or '［' or '〔';

    private static bool IsClosing(char character) => character is '，' or '。' or '、' or '；' or '：' or '！' or '？' or '”' or '’' or '）' or '》' or '〉' or '】' or '］' or '〕';

    private static bool IsPunctuation(char character) => IsOpening(character) || IsClosing(character) || character is ' ' or '—' or '…';
}

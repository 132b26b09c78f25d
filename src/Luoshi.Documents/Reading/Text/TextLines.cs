using System.Buffers;

namespace Luoshi.Documents.Reading.Text;

/// <summary>Lines as any editor, printer or terminal ends them. A form feed ends a page and with it a line; a vertical tab is a soft break.</summary>
internal static class TextLines
{
    private const string EndCharacters = "\n\r\f\u0085\u2028\u2029";

    /// <summary>The characters that end a line; <c>\r\n</c> ends one.</summary>
    public static SearchValues<char> Ends { get; } = SearchValues.Create(EndCharacters);

    /// <summary>What ends a field that has no quotes.</summary>
    public static SearchValues<char> EndsAnd(char delimiter) => SearchValues.Create([delimiter, .. EndCharacters]);

    public static bool IsLineEnd(char c) => Ends.Contains(c);

    /// <summary>The place after the line end at <paramref name="position"/>; the same place where there is none.</summary>
    public static int AfterLineEnd(string text, int position) =>
        position >= text.Length || !IsLineEnd(text[position]) ? position
        : text[position] == '\r' && position + 1 < text.Length && text[position + 1] == '\n' ? position + 2
        : position + 1;

    /// <summary>The place of the next line end, or the text's end.</summary>
    public static int EndOfLine(string text, int position)
    {
        var length = text.AsSpan(position).IndexOfAny(Ends);
        return length < 0 ? text.Length : position + length;
    }

    public static int CountLineEnds(ReadOnlySpan<char> text)
    {
        var count = 0;
        while (true)
        {
            var next = text.IndexOfAny(Ends);
            if (next < 0)
            {
                return count;
            }

            count++;
            text = text[(text[next..].StartsWith("\r\n") ? next + 2 : next + 1)..];
        }
    }
}

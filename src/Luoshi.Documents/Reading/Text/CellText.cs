using System.Buffers;
using System.Text;

namespace Luoshi.Documents.Reading.Text;

/// <summary>The text of a cell or paragraph as every reader of text hands it on: lines trimmed, empty lines gone, hard spaces plain.</summary>
internal static class CellText
{
    private static readonly SearchValues<char> Invisible = SearchValues.Create("\uFEFF\u200B\u200C\u200D\u2060\u00AD");

    public static string Tidy(string text)
    {
        if (text.AsSpan().IndexOfAny(Invisible) >= 0)
        {
            text = Without(text);
        }

        text = text.Replace('\u00A0', ' ').Replace('\v', '\n');
        if (text.AsSpan().IndexOfAny(TextLines.Ends) < 0)
        {
            return text.Trim();
        }

        var tidy = new StringBuilder(text.Length);
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var trimmed = line.Trim();
            if (!trimmed.IsEmpty)
            {
                tidy.Append(tidy.Length > 0 ? "\n" : null).Append(trimmed);
            }
        }

        return tidy.ToString();
    }

    private static string Without(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!Invisible.Contains(c))
            {
                kept.Append(c);
            }
        }

        return kept.ToString();
    }
}

using System.Text;

namespace Luoshi.Documents.Reading.Text;

/// <summary>Takes Markdown's inline markup out of a line where it is markup: 3*4*5 and a_b_c are text.</summary>
internal static class Emphasis
{
    private const string Escapable = @"\`*_{}[]()#+-.!|<>~";

    /// <summary>The text without markers, ready for <see cref="InlineTags"/>: what was escaped or code is spelled as entities there.</summary>
    public static string Remove(string text)
    {
        if (text.AsSpan().IndexOfAny(@"*_~`\") < 0)
        {
            return text;
        }

        var markers = Markers(text);
        var kept = new StringBuilder(text.Length);
        var from = 0;
        foreach (var marker in markers)
        {
            if (!marker.IsMarkup)
            {
                continue;
            }

            kept.Append(text, from, marker.Start - from);
            from = marker.Start + marker.Length;
            if (marker.Spelled is { } spelled)
            {
                kept.Append(spelled);
            }
        }

        return kept.Append(text, from, text.Length - from).ToString();
    }

    private static List<Marker> Markers(string text)
    {
        var markers = new List<Marker>();
        var openers = new Dictionary<(char, int), Marker>();
        var at = 0;
        while (at < text.Length)
        {
            var next = text.AsSpan(at).IndexOfAny(@"*_~`\");
            if (next < 0)
            {
                break;
            }

            at += next;
            var marker = text[at] switch
            {
                '\\' => Escape(text, at),
                '`' => Code(text, at),
                _ => Run(text, at, openers),
            };
            markers.Add(marker);
            at += marker.Length;
        }

        return markers;
    }

    private static Marker Escape(string text, int at)
    {
        var escapes = at + 1 < text.Length && Escapable.Contains(text[at + 1], StringComparison.Ordinal);
        return new Marker(at, escapes ? 2 : 1) { IsMarkup = escapes, Spelled = escapes ? Spell(text.AsSpan(at + 1, 1)) : null };
    }

    private static Marker Code(string text, int at)
    {
        var close = text.IndexOf('`', at + 1);
        return close <= at + 1
            ? new Marker(at, 1)
            : new Marker(at, close + 1 - at) { IsMarkup = true, Spelled = Spell(text.AsSpan((at + 1)..close)) };
    }

    private static string Spell(ReadOnlySpan<char> literal) =>
        literal.ToString().Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);

    private static Marker Run(string text, int at, Dictionary<(char, int), Marker> openers)
    {
        var character = text[at];
        var end = at + 1;
        while (end < text.Length && text[end] == character)
        {
            end++;
        }

        var marker = new Marker(at, end - at);
        if (marker.Length > 3 || (character == '~' && marker.Length != 2))
        {
            return marker;
        }

        var before = at == 0 ? ' ' : text[at - 1];
        var after = end == text.Length ? ' ' : text[end];
        var kind = (character, marker.Length);
        if (!char.IsWhiteSpace(before) && !IsInside(character, after) && openers.Remove(kind, out var opener))
        {
            opener.IsMarkup = true;
            marker.IsMarkup = true;
        }
        else if (!char.IsWhiteSpace(after) && !IsInside(character, before))
        {
            openers[kind] = marker;
        }

        return marker;
    }

    /// <summary>Whether a neighbour makes the marker a part of a word or a product. Chinese writes no spaces: only * may stand against it.</summary>
    private static bool IsInside(char marker, char neighbour) =>
        marker == '_' ? char.IsLetterOrDigit(neighbour) : char.IsAsciiLetterOrDigit(neighbour);

    private sealed record Marker(int Start, int Length)
    {
        public bool IsMarkup { get; set; }

        /// <summary>What stands in the marker's place.</summary>
        public string? Spelled { get; init; }
    }
}

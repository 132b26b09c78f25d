using System.Collections.Frozen;
using System.Net;
using System.Text;

namespace Luoshi.Documents.Reading.Text;

/// <summary>
/// Takes HTML that strayed into plain text out of it: <c>&lt;p&gt;</c>, <c>&lt;br&gt;</c> and list items become line breaks, entities their characters,
/// once. Angle brackets that are no tag stay: offices write 区委组织部&lt;区委人才办&gt;.
/// </summary>
internal static class InlineTags
{
    // A tag is never longer; without an end to the search, a file full of opened tags would take quadratic time.
    private const int LongestTag = 8192;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Breaking =
        FrozenSet.ToFrozenSet(["p", "br", "div", "li", "ul", "ol", "tr", "table", "tbody", "thead", "h1", "h2", "h3", "h4", "h5", "h6", "hr"], StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Flowing =
        FrozenSet.ToFrozenSet(["b", "strong", "i", "em", "u", "s", "del", "ins", "span", "font", "a", "sub", "sup", "small", "big", "mark", "code", "img", "td", "th", "o:p", "center", "html", "body"], StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    public static string Remove(string text)
    {
        if (text.AsSpan().IndexOfAny('<', '&') < 0)
        {
            return text;
        }

        var kept = new StringBuilder(text.Length);
        var from = 0;
        while (true)
        {
            var bracket = text.IndexOf('<', from);
            if (bracket < 0)
            {
                break;
            }

            var end = EndOfTag(text, bracket, out var breaks);
            kept.Append(text, from, (end < 0 ? bracket + 1 : bracket) - from);
            if (breaks)
            {
                kept.Append('\n');
            }

            from = end < 0 ? bracket + 1 : end;
        }

        kept.Append(text, from, text.Length - from);

        // Tags first: what an entity spells is text even where it looks like a tag.
        return WebUtility.HtmlDecode(kept.ToString());
    }

    /// <summary>The place after the tag or comment that begins here; -1 where none does.</summary>
    private static int EndOfTag(string text, int bracket, out bool breaks)
    {
        breaks = false;
        var rest = text.AsSpan(bracket + 1, Math.Min(LongestTag, text.Length - bracket - 1));
        if (rest.StartsWith("!--"))
        {
            var close = rest.IndexOf("-->");
            return close < 0 ? -1 : bracket + 1 + close + 3;
        }

        var from = bracket + 1;
        if (rest.StartsWith("/"))
        {
            rest = rest[1..];
            from++;
        }

        var length = rest.IndexOfAny(" \t\n/>");
        if (length <= 0)
        {
            return -1;
        }

        var name = rest[..length];
        breaks = Breaking.Contains(name);
        if (!breaks && !Flowing.Contains(name))
        {
            return -1;
        }

        var after = AfterAttributes(rest[length..]);
        breaks &= after >= 0;
        return after < 0 ? -1 : from + length + after;
    }

    /// <summary>
    /// The place after the <c>&gt;</c> that closes a tag's attributes; -1 where what follows is no attributes: 若a&lt;b 且 c&gt;d is a sentence.
    /// </summary>
    private static int AfterAttributes(ReadOnlySpan<char> rest)
    {
        var at = 0;
        while (at < rest.Length)
        {
            if (rest[at] == '>')
            {
                return at + 1;
            }

            if (rest[at] is ' ' or '\t' or '\n' or '/')
            {
                at++;
                continue;
            }

            var equals = at;
            while (equals < rest.Length && (char.IsAsciiLetterOrDigit(rest[equals]) || rest[equals] is '-' or ':' or '_'))
            {
                equals++;
            }

            if (equals == at || equals + 1 >= rest.Length || rest[equals] != '=')
            {
                return -1;
            }

            at = equals + 1;
            var quote = rest[at];
            var value = quote is '"' or '\'' ? rest[(at + 1)..].IndexOf(quote) : rest[at..].IndexOfAny(" \t\n>");
            if (value < 0)
            {
                return -1;
            }

            at += quote is '"' or '\'' ? value + 2 : value;
        }

        return -1;
    }
}

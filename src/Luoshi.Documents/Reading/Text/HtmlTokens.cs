using System.Buffers;

namespace Luoshi.Documents.Reading.Text;

internal enum HtmlTokenKind
{
    Text,
    Open,
    Close,
}

/// <summary>
/// Reads a web page forward, token by token: text, opening and closing tags. Comments, with them Office's conditional ones, declarations and
/// what scripts and styles hold are passed over. There is no tree and no recursion: what nests a million times costs what is written once.
/// </summary>
internal ref struct HtmlTokens(ReadOnlySpan<char> html, int position)
{
    // How far quotes are paired: unpaired ones in every tag would otherwise be followed to the end of the page each time.
    private const int LongestTag = 8192;

    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n\f/>");
    private static readonly SearchValues<char> AttributeNameEnds = SearchValues.Create(" \t\r\n\f/=");

    private readonly ReadOnlySpan<char> _html = html;

    /// <summary>What the token that was read last says: the text with its entities, or a tag's attributes.</summary>
    public ReadOnlySpan<char> Content { get; private set; }

    /// <summary>A tag's name as written.</summary>
    public ReadOnlySpan<char> Name { get; private set; }

    public HtmlTokenKind Kind { get; private set; }

    /// <summary>Where the next token begins.</summary>
    public int Position { get; private set; } = position;

    public bool Read(ReadBudget budget)
    {
        while (Position < _html.Length)
        {
            budget.Step();
            var rest = _html[Position..];
            if (rest[0] != '<' || !StartsMarkup(rest))
            {
                ReadText(rest);
                return true;
            }

            if (rest.StartsWith("<!--"))
            {
                SkipPast(rest, "-->", 4);
            }
            else if (rest[1] is '!' or '?')
            {
                SkipPast(rest, ">", 2);
            }
            else
            {
                ReadTag(rest);
                return true;
            }
        }

        return false;
    }

    /// <summary>Passes over everything up to the next closing tag of this name, or to the end.</summary>
    public void SkipContent(ReadOnlySpan<char> name)
    {
        while (Position < _html.Length)
        {
            var close = _html[Position..].IndexOf("</");
            if (close < 0)
            {
                Position = _html.Length;
                return;
            }

            Position += close + 2;
            if (_html[Position..].StartsWith(name, StringComparison.OrdinalIgnoreCase))
            {
                Position -= 2;
                return;
            }
        }
    }

    /// <summary>An attribute's value with its entities; empty where the tag has none.</summary>
    public readonly ReadOnlySpan<char> Attribute(ReadOnlySpan<char> wanted)
    {
        var rest = Content;
        while (!(rest = rest.TrimStart(" \t\r\n\f/")).IsEmpty)
        {
            var end = rest.IndexOfAny(AttributeNameEnds);
            var name = end < 0 ? rest : rest[..Math.Max(end, 1)];
            rest = rest[name.Length..];
            var value = ReadOnlySpan<char>.Empty;
            var afterName = rest.TrimStart();
            if (afterName.StartsWith("="))
            {
                rest = afterName[1..].TrimStart();
                var quoted = rest.StartsWith("\"") || rest.StartsWith("'");
                var close = quoted ? rest[1..].IndexOf(rest[0]) + 1 : rest.IndexOfAny(" \t\r\n\f");
                close = close <= 0 ? rest.Length : close;
                value = quoted ? rest[1..close] : rest[..close];
                rest = rest[(quoted && close < rest.Length ? close + 1 : close)..];
            }

            if (name.Equals(wanted, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        return [];
    }

    public readonly bool HasAttribute(ReadOnlySpan<char> wanted)
    {
        foreach (var word in Content.SplitAny(AttributeNameEnds))
        {
            if (Content[word].Equals(wanted, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool StartsMarkup(ReadOnlySpan<char> rest) =>
        rest.Length > 1 && (char.IsAsciiLetter(rest[1]) || rest[1] is '!' or '?' || (rest[1] == '/' && rest.Length > 2 && char.IsAsciiLetter(rest[2])));

    private void ReadText(ReadOnlySpan<char> rest)
    {
        var next = rest[1..].IndexOf('<');
        Content = next < 0 ? rest : rest[..(next + 1)];
        Name = [];
        Kind = HtmlTokenKind.Text;
        Position += Content.Length;
    }

    private void ReadTag(ReadOnlySpan<char> rest)
    {
        Kind = rest[1] == '/' ? HtmlTokenKind.Close : HtmlTokenKind.Open;
        var tag = rest[(Kind == HtmlTokenKind.Close ? 2 : 1)..];
        var name = tag.IndexOfAny(NameEnds);
        Name = name < 0 ? tag : tag[..name];
        var attributes = tag[Name.Length..];
        var end = EndOfAttributes(attributes);
        Content = attributes[..end];
        Position += rest.Length - attributes.Length + Math.Min(end + 1, attributes.Length);
    }

    /// <summary>The place of the <c>&gt;</c> that ends the tag, not one inside a quoted value; where quotes do not pair, of the next one.</summary>
    private static int EndOfAttributes(ReadOnlySpan<char> attributes)
    {
        var near = attributes[..Math.Min(LongestTag, attributes.Length)];
        var at = 0;
        while (at < near.Length)
        {
            var next = near[at..].IndexOfAny('>', '"', '\'');
            if (next < 0)
            {
                break;
            }

            at += next;
            if (near[at] == '>')
            {
                return at;
            }

            var close = near[(at + 1)..].IndexOf(near[at]);
            if (close < 0)
            {
                break;
            }

            at += close + 2;
        }

        var unquoted = attributes.IndexOf('>');
        return unquoted < 0 ? attributes.Length : unquoted;
    }

    private void SkipPast(ReadOnlySpan<char> rest, ReadOnlySpan<char> end, int from)
    {
        var close = rest[from..].IndexOf(end);
        Position += close < 0 ? rest.Length : from + close + end.Length;
    }
}

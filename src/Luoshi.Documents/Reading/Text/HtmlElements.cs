using System.Collections.Frozen;

namespace Luoshi.Documents.Reading.Text;

/// <summary>What an element of a web page means for reading it.</summary>
internal enum HtmlElement
{
    /// <summary>Flows with the text: spans, links, fonts, anything unknown.</summary>
    Inline,

    /// <summary>Stands on lines of its own.</summary>
    Block,

    /// <summary>A block whose closing tag may be left out, so that it does not count as a level.</summary>
    OpenEnded,

    /// <summary>Has no content.</summary>
    Void,
    LineBreak,
    Table,
    Row,
    Cell,
    Column,

    /// <summary>Its content is nothing to read.</summary>
    Unread,
}

internal static class HtmlElements
{
    private static readonly FrozenDictionary<string, HtmlElement>.AlternateLookup<ReadOnlySpan<char>> Elements = Table().GetAlternateLookup<ReadOnlySpan<char>>();

    public static HtmlElement Of(ReadOnlySpan<char> name) => Elements.TryGetValue(name, out var element) ? element : HtmlElement.Inline;

    private static FrozenDictionary<string, HtmlElement> Table()
    {
        var elements = new Dictionary<string, HtmlElement>(StringComparer.OrdinalIgnoreCase)
        {
            ["br"] = HtmlElement.LineBreak,
            ["table"] = HtmlElement.Table,
            ["tr"] = HtmlElement.Row,
            ["td"] = HtmlElement.Cell,
            ["th"] = HtmlElement.Cell,
            ["col"] = HtmlElement.Column,
        };
        Add(HtmlElement.Block, "html body div section article header footer main aside nav center blockquote pre form ul ol dl caption h1 h2 h3 h4 h5 h6 address figure");
        Add(HtmlElement.OpenEnded, "p li dt dd tbody thead tfoot colgroup option");
        Add(HtmlElement.Void, "hr img input meta link base area wbr embed source");
        Add(HtmlElement.Unread, "script style title textarea xml template svg noscript object");
        return elements.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

        void Add(HtmlElement element, string names)
        {
            foreach (var name in names.Split(' '))
            {
                elements.Add(name, element);
            }
        }
    }
}

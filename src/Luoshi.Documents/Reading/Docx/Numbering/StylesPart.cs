using System.Xml;
using Luoshi.Documents.Reading.Packages;

namespace Luoshi.Documents.Reading.Docx.Numbering;

/// <summary>What the styles of <c>word/styles.xml</c> say about numbering, through the chain of styles they are based on.</summary>
internal sealed class StylesPart
{
    // Word lets nobody build a chain nearly this long; a broken file may build a circle.
    private const int LongestChain = 64;

    private readonly Dictionary<string, Style> _styles = new(StringComparer.Ordinal);
    private string? _defaultParagraph;

    private StylesPart()
    {
    }

    /// <exception cref="RefusedDocumentException">The part is damaged or passes a cap.</exception>
    public static StylesPart Read(OfficePackage package, string? part)
    {
        var styles = new StylesPart();
        if (part is null || !package.Has(part))
        {
            return styles;
        }

        using var xml = new WordXml(package.OpenXml(part));
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (xml.Name)
            {
                case "docDefaults" or "latentStyles":
                    xml.Skip();
                    break;
                case "style":
                    styles.ReadStyle(xml);
                    break;
            }
        }

        return styles;
    }

    /// <summary>The numbering a paragraph of this style has; the document's default paragraph style for null.</summary>
    public StyleNumbering NumberingOf(string? styleId)
    {
        int? list = null;
        int? level = null;
        string? owner = null;
        var next = styleId ?? _defaultParagraph;
        for (var step = 0; step < LongestChain && next is not null && _styles.TryGetValue(next, out var style); step++)
        {
            if (list is null && style.List is not null)
            {
                list = style.List;
                owner = next;
            }

            level ??= style.Level;
            next = list is not null && level is not null ? null : style.BasedOn;
        }

        return new StyleNumbering(list, level, owner);
    }

    private void ReadStyle(WordXml xml)
    {
        var style = new Style();
        if (xml.Attribute("styleId") is { } id)
        {
            _styles.TryAdd(id, style);
            if (xml.Attribute("type") == "paragraph" && xml.Attribute("default") is "1" or "true" or "on")
            {
                _defaultParagraph = id;
            }
        }

        var content = xml.Content;
        while (xml.NextElement(content))
        {
            switch (xml.Name)
            {
                case "basedOn":
                    style.BasedOn = xml.Attribute("val");
                    break;
                case "numId":
                    style.List = xml.Integer("val");
                    break;
                case "ilvl":
                    style.Level = xml.Integer("val");
                    break;
                case "rPr" or "tblPr" or "tblStylePr" or "pPrChange":
                    xml.Skip();
                    break;
            }
        }
    }

    private sealed class Style
    {
        public string? BasedOn { get; set; }

        public int? List { get; set; }

        public int? Level { get; set; }
    }
}

/// <summary>The list and level that a style brings; <paramref name="Owner"/> is the style of the chain that names the list.</summary>
internal readonly record struct StyleNumbering(int? List, int? Level, string? Owner);

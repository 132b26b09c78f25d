namespace Luoshi.Documents.Reading.Docx;

/// <summary>
/// What a paragraph says of itself that changes the text: its style and numbering, and whether its mark was deleted by a tracked
/// change, so that it flows into the next paragraph. <paramref name="NumberingId"/> 0 switches the style's numbering off.
/// </summary>
internal readonly record struct ParagraphProperties(string? Style, int? NumberingId, int? Level, bool MarkDeleted)
{
    /// <summary>Reads the <c>w:pPr</c> the walk stands on, to its end.</summary>
    public static ParagraphProperties Read(WordXml xml)
    {
        var properties = default(ParagraphProperties);
        var content = xml.Content;
        while (xml.NextElement(content))
        {
            switch (xml.Name)
            {
                case "pStyle":
                    properties = properties with { Style = xml.Attribute("val") };
                    break;
                case "numId":
                    properties = properties with { NumberingId = xml.Integer("val") };
                    break;
                case "ilvl":
                    properties = properties with { Level = xml.Integer("val") };
                    break;
                case "del" or "moveFrom":
                    properties = properties with { MarkDeleted = true };
                    break;
                case "pPrChange" or "rPrChange" or "sectPr" or "numberingChange":
                    xml.Skip();
                    break;
            }
        }

        return properties;
    }
}

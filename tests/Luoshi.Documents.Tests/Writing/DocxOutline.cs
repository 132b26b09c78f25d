using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Luoshi.Documents.Tests.Writing;

/// <summary>A document as the text of its structure: one line a paragraph, led by its style, cells indented.</summary>
internal static class DocxOutline
{
    public static string Of(byte[] docx)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false);
        var outline = new StringBuilder();
        foreach (var block in document.MainDocumentPart!.Document!.Body!.ChildElements)
        {
            Append(outline, block, "");
        }

        return outline.ToString();
    }

    private static void Append(StringBuilder outline, OpenXmlElement element, string indent)
    {
        switch (element)
        {
            case Paragraph paragraph:
                var breaks = paragraph.ParagraphProperties?.PageBreakBefore is null ? "" : "⤓";
                outline.Append(indent).Append(breaks).Append('[').Append(paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value).Append("] ").Append(Text(paragraph)).Append('\n');
                Sections(outline, paragraph.ParagraphProperties?.SectionProperties, indent);
                break;
            case TableRow row:
                var properties = row.TableRowProperties;
                outline.Append(indent).Append("row")
                    .Append(properties?.GetFirstChild<TableHeader>() is null ? "" : " repeated")
                    .Append(properties?.GetFirstChild<CantSplit>() is null ? "" : " whole").Append('\n');
                Children(outline, row, indent + "  ");
                break;
            case Table table:
                outline.Append(indent).Append("table ").AppendJoin('+', table.Descendants<GridColumn>().Select(column => column.Width!.Value)).Append('\n');
                Children(outline, table, indent + "  ");
                break;
            case TableCell cell:
                Children(outline, cell, indent + "| ");
                break;
            case SectionProperties section:
                Sections(outline, section, indent);
                break;
        }
    }

    private static void Children(StringBuilder outline, OpenXmlElement parent, string indent)
    {
        foreach (var child in parent.ChildElements)
        {
            Append(outline, child, indent);
        }
    }

    private static void Sections(StringBuilder outline, SectionProperties? section, string indent)
    {
        if (section?.GetFirstChild<PageSize>() is { } size)
        {
            outline.Append(indent).Append($"--- {size.Width}×{size.Height}, footers: {section.Elements<FooterReference>().Count()}\n");
        }
    }

    private static string Text(Paragraph paragraph) => string.Concat(paragraph.Descendants().Select(part => part switch
    {
        Text text => text.Text,
        TabChar => "→",
        Break => "↵",
        FieldCode code => $"{{{code.Text.Trim()}}}",
        _ => "",
    }));
}

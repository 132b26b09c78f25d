using System.Globalization;
using System.Xml.Linq;
using Luoshi.Core.Meetings;
using Luoshi.Documents.Reading;

namespace Luoshi.Documents.Writing;

/// <summary>
/// 办公会议材料 as a Word document that Word, WPS and LibreOffice open alike. The same material and template give the same bytes.
/// </summary>
public static class MeetingMaterialDocx
{
    private static readonly XNamespace s_w = WordMarkup.Namespace;

    /// <summary>Writes with the default template.</summary>
    public static byte[] Write(MeetingMaterial material, MaterialLook look, DoubtSheet? doubts = null) =>
        Write(material, MaterialTemplate.Open(DefaultTemplate.Write(look), ReadLimits.Local).Value, doubts);

    /// <summary>Writes into a template of the office; <paramref name="doubts"/>, if any, become a section of their own at the end.</summary>
    public static byte[] Write(MeetingMaterial material, MaterialTemplate template, DoubtSheet? doubts = null)
    {
        var styles = TemplateStyles.Of(template.Styles());
        using var zip = new DeterministicZip();
        foreach (var (name, bytes) in template.Parts)
        {
            using var part = zip.Add(name);
            if (MaterialTemplate.IsDocument(name))
            {
                Document(part, template.Load(name), material, doubts, styles);
            }
            else if (MaterialTemplate.IsText(name))
            {
                var root = template.Load(name);
                TemplateText.Fill(root, material);
                root.Save(part, SaveOptions.DisableFormatting);
            }
            else if (MaterialTemplate.IsStyles(name))
            {
                styles.Root.Save(part, SaveOptions.DisableFormatting);
            }
            else
            {
                part.Write(WordPackage.Anonymous(name, material.Heading) ?? bytes);
            }
        }

        return zip.Finish();
    }

    private static void Document(Stream part, XElement root, MeetingMaterial material, DoubtSheet? doubts, TemplateStyles styles)
    {
        var blocks = root.Element(s_w + "body")!;
        using var word = new WordMarkup(part, root);
        word.Open(blocks);
        var tables = blocks.Elements(s_w + "p").First(paragraph => TemplateText.Is(paragraph, TemplateText.Sections));
        var section = SectionOf(tables);
        var body = new MaterialBody(word, material, PageGeometry.Of(section), FirstPage(tables, section, styles), styles);
        var last = blocks.Element(s_w + "sectPr");
        foreach (var block in blocks.Elements().Where(block => block != last))
        {
            if (block.Name == s_w + "p" && TemplateText.Is(block, TemplateText.Contents))
            {
                body.Contents();
            }
            else if (block == tables)
            {
                body.Sections(block.Element(s_w + "pPr")?.Element(s_w + "sectPr"));
            }
            else
            {
                var filled = new XElement(block);
                TemplateText.Fill(filled, material);
                word.Copy(filled);
            }
        }

        if (doubts is not null)
        {
            last = DoubtSheetPages.Begin(word, last);
            new DoubtSheetPages(word, PageGeometry.Of(last), styles).Write(doubts);
        }

        if (last is not null)
        {
            word.Copy(last);
        }
    }

    /// <summary>The section break that rules the tables: the first after them.</summary>
    private static XElement? SectionOf(XElement tables) =>
        tables.ElementsAfterSelf().Prepend(tables).SelectMany(block => block.DescendantsAndSelf(s_w + "sectPr")).FirstOrDefault();

    /// <summary>
    /// The number of the page the tables begin on: where their section does not begin anew, one more than the pages the template
    /// itself begins before them.
    /// </summary>
    private static int FirstPage(XElement tables, XElement? section, TemplateStyles styles)
    {
        if (int.TryParse(section?.Element(s_w + "pgNumType")?.Attribute(s_w + "start")?.Value, CultureInfo.InvariantCulture, out var start))
        {
            return start;
        }

        var before = tables.ElementsBeforeSelf().ToList();
        return 1 + before.Descendants(s_w + "sectPr").Count(other => other.Element(s_w + "type")?.Attribute(s_w + "val")?.Value != "continuous")
            + before.Descendants(s_w + "br").Count(line => line.Attribute(s_w + "type")?.Value == "page")
            + before.Count(block => block.Element(s_w + "pPr") is { } format && (format.Element(s_w + "pageBreakBefore") is not null || styles.BreaksPage(format)));
    }
}

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
    public static byte[] Write(MeetingMaterial material, MaterialLook look) =>
        Write(material, MaterialTemplate.Open(DefaultTemplate.Write(look), ReadLimits.Local).Value);

    /// <summary>Writes into a template of the office.</summary>
    public static byte[] Write(MeetingMaterial material, MaterialTemplate template)
    {
        var styles = TemplateStyles.Of(template.Styles());
        using var zip = new DeterministicZip();
        foreach (var (name, bytes) in template.Parts)
        {
            using var part = zip.Add(name);
            if (MaterialTemplate.IsDocument(name))
            {
                Document(part, template.Load(name), material, styles);
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

    private static void Document(Stream part, XElement root, MeetingMaterial material, TemplateStyles styles)
    {
        var blocks = root.Element(s_w + "body")!;
        using var word = new WordMarkup(part, root);
        word.Open(blocks);
        var body = new MaterialBody(word, material, Page(blocks), styles);
        foreach (var block in blocks.Elements())
        {
            if (block.Name == s_w + "p" && TemplateText.Is(block, TemplateText.Contents))
            {
                body.Contents();
            }
            else if (block.Name == s_w + "p" && TemplateText.Is(block, TemplateText.Sections))
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
    }

    /// <summary>The page on which the tables stand: that of the first section break after them.</summary>
    private static PageGeometry Page(XElement body)
    {
        var tables = body.Elements(s_w + "p").First(paragraph => TemplateText.Is(paragraph, TemplateText.Sections));
        var section = tables.ElementsAfterSelf().Prepend(tables).SelectMany(block => block.DescendantsAndSelf(s_w + "sectPr")).FirstOrDefault();
        return PageGeometry.Of(section);
    }
}

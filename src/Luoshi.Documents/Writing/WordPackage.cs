using System.Security;
using System.Text;

namespace Luoshi.Documents.Writing;

/// <summary>The parts of a docx that are the same for every material: types, relationships, settings, properties, page numbers.</summary>
internal static class WordPackage
{
    public const string OddFooter = "rIdOddFooter";
    public const string EvenFooter = "rIdEvenFooter";

    private const string CoreProperties = "docProps/core.xml";
    private const string Declaration = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";
    private const string OfficeRelationship = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml";

    public static void WriteFrame(DeterministicZip zip, string title)
    {
        zip.Add("[Content_Types].xml", $"""
            {Declaration}
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="{WordType}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="{WordType}.styles+xml"/><Override PartName="/word/settings.xml" ContentType="{WordType}.settings+xml"/><Override PartName="/word/footer1.xml" ContentType="{WordType}.footer+xml"/><Override PartName="/word/footer2.xml" ContentType="{WordType}.footer+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>
            """);
        zip.Add("_rels/.rels", $"""
            {Declaration}
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{OfficeRelationship}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>
            """);

        using (var properties = zip.Add(CoreProperties))
        {
            properties.Write(Anonymous(CoreProperties, title)!);
        }

        zip.Add("word/_rels/document.xml.rels", $"""
            {Declaration}
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rIdStyles" Type="{OfficeRelationship}/styles" Target="styles.xml"/><Relationship Id="rIdSettings" Type="{OfficeRelationship}/settings" Target="settings.xml"/><Relationship Id="{OddFooter}" Type="{OfficeRelationship}/footer" Target="footer1.xml"/><Relationship Id="{EvenFooter}" Type="{OfficeRelationship}/footer" Target="footer2.xml"/></Relationships>
            """);
        using var settings = new WordMarkup(zip.Add("word/settings.xml"), "settings");
        settings.Open("zoom").With("percent", 100).Close()
            .Flag("evenAndOddHeaders")
            .Flag("characterSpacingControl", "compressPunctuation")
            .Open("compat").Open("compatSetting").With("name", "compatibilityMode").With("uri", "http://schemas.microsoft.com/office/word").With("val", 15).Close().Close()
            .Open("themeFontLang").With("val", "en-US").With("eastAsia", "zh-CN").Close();
    }

    /// <summary>
    /// A properties part without author, machine or date: who compiled a material and when is the audit log's business, not the file's.
    /// Null for any other part.
    /// </summary>
    public static byte[]? Anonymous(string part, string title) => part switch
    {
        CoreProperties => Encoding.UTF8.GetBytes($"""
            {Declaration}
            <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{SecurityElement.Escape(XmlText.Clean(title))}</dc:title></cp:coreProperties>
            """),
        "docProps/app.xml" => Encoding.UTF8.GetBytes($"""
            {Declaration}
            <Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>
            """),
        "docProps/custom.xml" => Encoding.UTF8.GetBytes($"""
            {Declaration}
            <Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>
            """),
        _ => null,
    };

    /// <summary>— 1 — in 四号半角宋体: odd pages right, even pages left, one character in (GB/T 9704-2012, 7.5).</summary>
    public static void WriteFooters(DeterministicZip zip)
    {
        Footer(zip, "word/footer1.xml", "right");
        Footer(zip, "word/footer2.xml", "left");
    }

    private static void Footer(DeterministicZip zip, string name, string side)
    {
        using var word = new WordMarkup(zip.Add(name), "ftr");
        word.Open("p").Open("pPr").Flag("pStyle", WordStyles.PageNumber)
            .Open("ind").With(side + "Chars", 100).With(side, 280).Close()
            .Flag("jc", side).Close();
        word.Run("— ").Field("PAGE", "1").Run(" —").Close();
    }
}

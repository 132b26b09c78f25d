using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Luoshi.Samples.Office;

/// <summary>Zips the parts of a docx or xlsx so that the same parts give the same bytes: fixed order, fixed time, no machine in it.</summary>
internal static class OfficePackage
{
    private static readonly DateTimeOffset Written = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly XNamespace Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private static readonly XNamespace Relationships = "http://schemas.openxmlformats.org/package/2006/relationships";

    public static byte[] Zip(IEnumerable<OfficePart> parts)
    {
        var all = parts.ToList();
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml", ContentTypes(all));
            foreach (var part in all)
            {
                Add(zip, part.Path, part.Content);
            }
        }

        return bytes.ToArray();
    }

    /// <summary>A part that names other parts: <c>rId1</c> is the first target, and so on.</summary>
    public static OfficePart Links(string path, params (string Type, string Target)[] targets) => new(
        path,
        "application/vnd.openxmlformats-package.relationships+xml",
        new XElement(Relationships + "Relationships", targets.Select((target, index) => new XElement(
            Relationships + "Relationship",
            new XAttribute("Id", $"rId{index + 1}"),
            new XAttribute("Type", $"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{target.Type}"),
            new XAttribute("Target", target.Target)))));

    private static XElement ContentTypes(List<OfficePart> parts) => new(
        Types + "Types",
        new XElement(Types + "Default", new XAttribute("Extension", "rels"), new XAttribute("ContentType", "application/vnd.openxmlformats-package.relationships+xml")),
        new XElement(Types + "Default", new XAttribute("Extension", "xml"), new XAttribute("ContentType", "application/xml")),
        parts.Where(part => !part.Path.EndsWith(".rels", StringComparison.Ordinal)).Select(part => new XElement(
            Types + "Override",
            new XAttribute("PartName", "/" + part.Path),
            new XAttribute("ContentType", part.ContentType))));

    private static void Add(ZipArchive zip, string path, XElement content)
    {
        var entry = zip.CreateEntry(path, CompressionLevel.Optimal);
        entry.LastWriteTime = Written;
        using var stream = entry.Open();
        using var writer = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) });
        new XDocument(new XDeclaration("1.0", "UTF-8", "yes"), content).Save(writer);
    }
}

/// <summary>One XML part of an office file.</summary>
internal sealed record OfficePart(string Path, string ContentType, XElement Content);

using System.Xml;
using Luoshi.Documents.Reading.Packages;

namespace Luoshi.Documents.Reading.Xlsx;

/// <summary>What the workbook part says: its sheets in the order of their tabs, and where strings and styles are.</summary>
internal sealed record Workbook(IReadOnlyList<WorkbookSheet> Sheets, string? SharedStringsPart, string? StylesPart, bool CountsFrom1904)
{
    private const string TransitionalRelationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string StrictRelationships = "http://purl.oclc.org/ooxml/officeDocument/relationships";

    /// <exception cref="RefusedDocumentException">A damaged or binary workbook, or one that passes a cap.</exception>
    public static Workbook Of(OfficePackage package)
    {
        var part = package.MainPart ?? throw OfficePackage.Damaged();
        if (part.EndsWith(".bin", StringComparison.OrdinalIgnoreCase))
        {
            throw new RefusedDocumentException("binary-workbook", "这是二进制工作簿（.xlsb）。请用 Excel 或 WPS 打开，另存为 .xlsx 后再试。");
        }

        var relationships = PackageRelationships.Of(package, part);
        var sheets = new List<WorkbookSheet>();
        var countsFrom1904 = false;
        using var xml = package.OpenXml(part);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (xml.LocalName == "workbookPr")
            {
                countsFrom1904 = IsTrue(xml.Xml.GetAttribute("date1904"));
            }
            else if (xml.LocalName == "sheet")
            {
                sheets.Add(Sheet(xml.Xml, relationships));
            }
        }

        return new Workbook(sheets, relationships.Find("sharedStrings"), relationships.Find("styles"), countsFrom1904);
    }

    /// <summary>An XML Schema boolean.</summary>
    public static bool IsTrue(string? value) => value is "1" or "true";

    private static WorkbookSheet Sheet(XmlReader xml, PackageRelationships relationships)
    {
        var id = xml.GetAttribute("id", TransitionalRelationships) ?? xml.GetAttribute("id", StrictRelationships);
        var target = id is null ? null : relationships.ById(id);
        return new WorkbookSheet(
            CellText.Clean(xml.GetAttribute("name") ?? string.Empty),
            Hidden: xml.GetAttribute("state") is "hidden" or "veryHidden",
            HasCells: target is null or { Kind: "worksheet" },
            target?.Part);
    }
}

/// <summary>One tab. Charts and dialogs are tabs without cells; a tab whose part is missing from the package has none.</summary>
internal sealed record WorkbookSheet(string Name, bool Hidden, bool HasCells, string? Part);

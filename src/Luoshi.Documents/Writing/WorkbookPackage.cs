using System.Security;

namespace Luoshi.Documents.Writing;

/// <summary>The parts of an xlsx around its sheets and styles.</summary>
internal static class WorkbookPackage
{
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    public const string Declaration = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";

    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public static string SheetPart(int index) => $"xl/worksheets/sheet{index + 1}.xml";

    public static void WriteTypes(DeterministicZip zip, int sheets)
    {
        zip.Add("[Content_Types].xml", $"""
            {Declaration}
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>{Each(sheets, i => $"""<Override PartName="/{SheetPart(i)}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>""")}<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>
            """);
        zip.Add("_rels/.rels", $"""
            {Declaration}
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>
            """);
    }

    /// <summary>The workbook part; a streamed sheet knows what its names cover only once it is written.</summary>
    public static void WriteWorkbook(DeterministicZip zip, params IReadOnlyList<SheetFrame> sheets)
    {
        zip.Add("xl/workbook.xml", $"""
            {Declaration}
            <workbook xmlns="{Main}" xmlns:r="{Office}"><sheets>{Each(sheets.Count, i => $"""<sheet name="{SecurityElement.Escape(sheets[i].Name)}" sheetId="{i + 1}" r:id="rId{i + 1}"/>""")}</sheets>{Names(sheets)}</workbook>
            """);
        zip.Add("xl/_rels/workbook.xml.rels", $"""
            {Declaration}
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{Each(sheets.Count, i => $"""<Relationship Id="rId{i + 1}" Type="{Office}/worksheet" Target="worksheets/sheet{i + 1}.xml"/>""")}<Relationship Id="rId{sheets.Count + 1}" Type="{Office}/styles" Target="styles.xml"/></Relationships>
            """);
    }

    private static string Names(IReadOnlyList<SheetFrame> sheets)
    {
        var names = Each(sheets.Count, i => sheets[i] is { FilteredTo: { } last } sheet ? $"""<definedName name="_xlnm._FilterDatabase" localSheetId="{i}" hidden="1">'{sheet.Name}'!$A${sheet.HeaderRow}:{last}</definedName>""" : "")
            + Each(sheets.Count, i => sheets[i] is { HeaderRow: > 0 } sheet ? $"""<definedName name="_xlnm.Print_Titles" localSheetId="{i}">'{sheet.Name}'!${sheet.HeaderRow}:${sheet.HeaderRow}</definedName>""" : "");
        return names.Length == 0 ? "" : $"<definedNames>{names}</definedNames>";
    }

    private static string Each(int count, Func<int, string> text) => string.Concat(Enumerable.Range(0, count).Select(text));
}

/// <summary>
/// A sheet as the workbook names it: one of our own names, without apostrophe. Its header is printed on every page; 0 for none.
/// <paramref name="FilteredTo"/> is the last cell of its filter, <c>$H$12</c>.
/// </summary>
internal sealed record SheetFrame(string Name, int HeaderRow = 0, string? FilteredTo = null);

using System.Globalization;
using System.Security;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using Luoshi.Core.Meetings;

namespace Luoshi.Documents.Writing;

/// <summary>
/// The material as a sheet to sort and filter. Every text is written as text: what begins with = + - @ is shown, never calculated.
/// The same material gives the same bytes.
/// </summary>
public static partial class MeetingMaterialXlsx
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Declaration = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";
    private const int HeaderRow = 2;

    // Excel calls a file with a longer cell damaged.
    private const int LongestText = 32_767;

    // In points; Excel's own limit for a row.
    private const int HighestRow = 409;
    private const int LineHeight = 15;

    private const int TitleStyle = 1;
    private const int HeaderStyle = 2;
    private const int CenteredStyle = 3;
    private const int TextStyle = 4;
    private const int NumberStyle = 5;

    // In the order of DoubtSheet.Columns.
    private static readonly (int Width, int Style)[] s_doubtColumns = [(6, NumberStyle), (22, CenteredStyle), (20, CenteredStyle), (60, TextStyle), (60, TextStyle), (22, TextStyle)];

    /// <summary><paramref name="doubts"/>, if any, become a sheet of their own.</summary>
    public static byte[] Write(MeetingMaterial material, DoubtSheet? doubts = null)
    {
        var sheets = doubts is null ? [Tasks(material)] : new[] { Tasks(material), Doubts(doubts) };
        using var zip = new DeterministicZip();
        zip.Add("[Content_Types].xml", $"""
            {Declaration}
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>{Each(sheets, (_, n) => $"""<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>""")}<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>
            """);
        zip.Add("_rels/.rels", $"""
            {Declaration}
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>
            """);
        zip.Add("xl/workbook.xml", $"""
            {Declaration}
            <workbook xmlns="{Main}" xmlns:r="{Office}"><sheets>{Each(sheets, (sheet, n) => $"""<sheet name="{sheet.Name}" sheetId="{n}" r:id="rId{n}"/>""")}</sheets><definedNames>{Each(sheets, (sheet, n) => $"""<definedName name="_xlnm._FilterDatabase" localSheetId="{n - 1}" hidden="1">'{sheet.Name}'!$A${HeaderRow}:{Absolute(LastCell(sheet))}</definedName>""")}{Each(sheets, (sheet, n) => $"""<definedName name="_xlnm.Print_Titles" localSheetId="{n - 1}">'{sheet.Name}'!${HeaderRow}:${HeaderRow}</definedName>""")}</definedNames></workbook>
            """);
        zip.Add("xl/_rels/workbook.xml.rels", $"""
            {Declaration}
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{Each(sheets, (_, n) => $"""<Relationship Id="rId{n}" Type="{Office}/worksheet" Target="worksheets/sheet{n}.xml"/>""")}<Relationship Id="rId{sheets.Length + 1}" Type="{Office}/styles" Target="styles.xml"/></Relationships>
            """);
        zip.Add("xl/styles.xml", Styles());
        for (var i = 0; i < sheets.Length; i++)
        {
            using var part = zip.Add($"xl/worksheets/sheet{i + 1}.xml");
            using var xml = XmlWriter.Create(part, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) });
            Write(xml, sheets[i]);
        }

        return zip.Finish();
    }

    private static Sheet Tasks(MeetingMaterial material)
    {
        var columns = MaterialColumn.Of(material, withLeaders: true);
        return new Sheet(
            "重点工作",
            material.Heading,
            [.. columns.Select(column => new SheetColumn(column.Header, Width(column.Kind), Format(column.Kind)))],
            material.Rows.Count(),
            material.Rows.Select(row => columns.Select(column => column.Text(row))));
    }

    private static Sheet Doubts(DoubtSheet doubts) => new(
        DoubtSheet.Title,
        $"{DoubtSheet.Notice}。{doubts.Explanation}",
        [new("分管领导", 16, CenteredStyle), .. DoubtSheet.Columns.Zip(s_doubtColumns, (header, look) => new SheetColumn(header, look.Width, look.Style))],
        doubts.Sections.Sum(section => section.Lines.Count),
        doubts.Sections.SelectMany(section => section.Lines.Select(line => line.Cells.Prepend(section.Leader))));

    private static string Each(Sheet[] sheets, Func<Sheet, int, string> text) => string.Concat(sheets.Select((sheet, i) => text(sheet, i + 1)));

    private static string LastCell(Sheet sheet) => $"{Letter(sheet.Columns.Count - 1)}{HeaderRow + sheet.RowCount}";

    private static void Write(XmlWriter xml, Sheet sheet)
    {
        var columns = sheet.Columns;
        var lastCell = LastCell(sheet);
        xml.WriteStartElement("worksheet", Main);
        xml.WriteRaw($"""<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:{lastCell}"/><sheetViews><sheetView workbookViewId="0"><pane ySplit="{HeaderRow}" topLeftCell="A{HeaderRow + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>""");
        for (var i = 0; i < columns.Count; i++)
        {
            xml.WriteRaw($"""<col min="{i + 1}" max="{i + 1}" width="{columns[i].Width}" customWidth="1"/>""");
        }

        xml.WriteRaw("</cols>");
        xml.WriteStartElement("sheetData");
        Row(xml, 1, 2, [(sheet.Title, TitleStyle)]);
        Row(xml, HeaderRow, columns.Max(column => Lines(column, column.Header)), columns.Select(column => (column.Header, HeaderStyle)));
        var number = HeaderRow;
        foreach (var row in sheet.Rows)
        {
            var texts = row.ToList();
            Row(xml, ++number, texts.Zip(columns).Max(cell => Lines(cell.Second, cell.First)), texts.Zip(columns, (text, column) => (text, text == MaterialWording.Nothing ? CenteredStyle : column.Style)));
        }

        xml.WriteEndElement();
        xml.WriteRaw($"""<autoFilter ref="A{HeaderRow}:{lastCell}"/><mergeCells count="1"><mergeCell ref="A1:{Letter(columns.Count - 1)}1"/></mergeCells><pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/><headerFooter><oddFooter>&amp;C— &amp;P —</oddFooter></headerFooter>""");
        xml.WriteEndElement();
    }

    private static void Row(XmlWriter xml, int number, int lines, IEnumerable<(string Text, int Style)> cells)
    {
        xml.WriteStartElement("row");
        xml.WriteAttributeString("r", Number(number));

        // Not every program works out the height of wrapped text when it opens a file.
        xml.WriteAttributeString("ht", Number(Math.Min(HighestRow, lines * LineHeight + 4)));
        xml.WriteAttributeString("customHeight", "1");
        var column = 0;
        foreach (var (text, style) in cells)
        {
            xml.WriteStartElement("c");
            xml.WriteAttributeString("r", $"{Letter(column++)}{number}");
            xml.WriteAttributeString("s", Number(style));
            if (style == NumberStyle && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            {
                xml.WriteElementString("v", text);
            }
            else
            {
                xml.WriteAttributeString("t", "inlineStr");
                xml.WriteStartElement("is");
                xml.WriteStartElement("t");
                xml.WriteAttributeString("xml", "space", null, "preserve");
                xml.WriteString(Text(text));
                xml.WriteEndElement();
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static string Text(string text)
    {
        // Excel reads _x000D_ as a character: an underscore that looks like the beginning of one is written as one itself.
        var escaped = Escape().Replace(XmlText.Clean(text), "_x005F_x");
        if (escaped.Length <= LongestText)
        {
            return escaped;
        }

        var rest = $"……（本格超过 Excel 上限，全文 {text.Length} 字见 Word 材料）";
        var cut = LongestText - rest.Length;
        return escaped[..(char.IsHighSurrogate(escaped[cut - 1]) ? cut - 1 : cut)] + rest;
    }

    private static string Styles()
    {
        var border = string.Concat(((string[])["left", "right", "top", "bottom"]).Select(side => $"""<{side} style="thin"><color rgb="FF000000"/></{side}>"""));
        return $"""
            {Declaration}
            <styleSheet xmlns="{Main}"><fonts count="3"><font><sz val="11"/><name val="{Font(FontSet.Windows.Body)}"/></font><font><sz val="18"/><name val="{Font(FontSet.Gb2312.Title)}"/></font><font><sz val="11"/><name val="{Font(FontSet.Windows.Heading)}"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>{border}<diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="6"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>{CellFormat(1, 0, "center")}{CellFormat(2, 1, "center")}{CellFormat(0, 1, "center")}{CellFormat(0, 1, "left")}{CellFormat(0, 1, "center")}</cellXfs></styleSheet>
            """;
    }

    private static string CellFormat(int font, int border, string alignment) =>
        $"""<xf numFmtId="0" fontId="{font}" fillId="0" borderId="{border}" xfId="0" applyFont="1" applyBorder="1" applyAlignment="1"><alignment horizontal="{alignment}" vertical="center" wrapText="1"/></xf>""";

    private static string Font(string name) => SecurityElement.Escape(name);

    // A column's width counts digits, two to a Chinese character; a little stays free at the border.
    private static int Lines(SheetColumn column, string text) => LineMeasure.Lines(text, column.Width / 2.0 - 0.5, 1);

    private static int Width(MaterialColumnKind kind) => kind switch
    {
        MaterialColumnKind.Number => 6,
        MaterialColumnKind.Frequency or MaterialColumnKind.PlanMet => 10,
        MaterialColumnKind.Leaders or MaterialColumnKind.Deadline => 14,
        MaterialColumnKind.LeadUnits or MaterialColumnKind.SupportingUnits or MaterialColumnKind.Shortfall or MaterialColumnKind.Other => 22,
        MaterialColumnKind.Content or MaterialColumnKind.Target or MaterialColumnKind.EarlierProgress => 44,
        MaterialColumnKind.Progress => 64,
    };

    private static int Format(MaterialColumnKind kind) => kind switch
    {
        MaterialColumnKind.Number => NumberStyle,
        MaterialColumnKind.Leaders or MaterialColumnKind.Frequency or MaterialColumnKind.LeadUnits or MaterialColumnKind.SupportingUnits
            or MaterialColumnKind.Deadline or MaterialColumnKind.PlanMet => CenteredStyle,
        MaterialColumnKind.Content or MaterialColumnKind.Target or MaterialColumnKind.EarlierProgress or MaterialColumnKind.Progress
            or MaterialColumnKind.Shortfall or MaterialColumnKind.Other => TextStyle,
    };

    private static string Letter(int column) => column < 26 ? ((char)('A' + column)).ToString() : Letter(column / 26 - 1) + Letter(column % 26);

    private static string Absolute(string cell) => Reference().Replace(cell, "$$$1$$$2");

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>One sheet: a title across it, a header, rows of as many texts as there are columns.</summary>
    private sealed record Sheet(string Name, string Title, IReadOnlyList<SheetColumn> Columns, int RowCount, IEnumerable<IEnumerable<string>> Rows);

    private sealed record SheetColumn(string Header, int Width, int Style);

    [GeneratedRegex("_x(?=[0-9A-Fa-f]{4}_)")]
    private static partial Regex Escape();

    [GeneratedRegex("^([A-Z]+)([0-9]+)$")]
    private static partial Regex Reference();
}

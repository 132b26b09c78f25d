using System.Globalization;
using Luoshi.Core.Meetings;
using Luoshi.Documents.Reading.Xlsx;

namespace Luoshi.Documents.Writing;

/// <summary>
/// The material as a sheet to sort and filter. Every text is written as text: what begins with = + - @ is shown, never calculated.
/// The same material gives the same bytes.
/// </summary>
public static class MeetingMaterialXlsx
{
    private const int HeaderRow = 2;

    private static readonly SheetStyles s_styles = new(FontSet.Windows.Body);
    private static readonly int s_title = s_styles.Add(new CellLook(FontSet.Gb2312.Title, "center") { Size = 18, HasBorder = false });
    private static readonly int s_header = s_styles.Add(new CellLook(FontSet.Windows.Heading, "center"));
    private static readonly int s_text = s_styles.Add(new CellLook(FontSet.Windows.Body, "left"));
    private static readonly int s_centered = s_styles.Add(new CellLook(FontSet.Windows.Body, "center"));

    // In the order of DoubtSheet.Columns.
    private static readonly SheetColumn[] s_doubtColumns = [new("", 6, s_centered, IsNumber: true), new("", 22, s_centered), new("", 20, s_centered), new("", 60, s_text), new("", 60, s_text), new("", 22, s_text)];

    /// <summary><paramref name="doubts"/>, if any, become a sheet of their own.</summary>
    public static byte[] Write(MeetingMaterial material, DoubtSheet? doubts = null)
    {
        var sheets = doubts is null ? [Tasks(material)] : new[] { Tasks(material), Doubts(doubts) };
        using var zip = new DeterministicZip();
        WorkbookPackage.WriteTypes(zip, sheets.Length);
        WorkbookPackage.WriteWorkbook(zip, [.. sheets.Select(sheet => new SheetFrame(sheet.Name, HeaderRow, SheetMarkup.Absolute(sheet.Columns.Count - 1, HeaderRow + sheet.RowCount)))]);
        s_styles.Write(zip);
        for (var i = 0; i < sheets.Length; i++)
        {
            using var markup = new SheetMarkup(zip.Add(WorkbookPackage.SheetPart(i)), " Word 材料");
            Write(markup, sheets[i]);
        }

        return zip.Finish();
    }

    private static Sheet Tasks(MeetingMaterial material)
    {
        var columns = MaterialColumn.Of(material, withLeaders: true);
        return new Sheet(
            "重点工作",
            material.Heading,
            [.. columns.Select(column => new SheetColumn(column.Header, Width(column.Kind), Format(column.Kind), column.Kind == MaterialColumnKind.Number))],
            material.Rows.Count(),
            material.Rows.Select(row => columns.Select(column => column.Text(row))));
    }

    private static Sheet Doubts(DoubtSheet doubts) => new(
        DoubtSheet.Title,
        $"{DoubtSheet.Notice}。{doubts.Explanation}",
        [new("分管领导", 16, s_centered), .. DoubtSheet.Columns.Zip(s_doubtColumns, (header, column) => column with { Header = header })],
        doubts.Sections.Sum(section => section.Lines.Count),
        doubts.Sections.SelectMany(section => section.Lines.Select(line => line.Cells.Prepend(section.Leader))));

    private static void Write(SheetMarkup markup, Sheet sheet)
    {
        var columns = sheet.Columns;
        var lastColumn = CellReference.ColumnName(columns.Count - 1);
        var lastCell = $"{lastColumn}{HeaderRow + sheet.RowCount}";
        markup.Raw($"""<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:{lastCell}"/><sheetViews><sheetView workbookViewId="0"><pane ySplit="{HeaderRow}" topLeftCell="A{HeaderRow + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>""");
        for (var i = 0; i < columns.Count; i++)
        {
            markup.Raw($"""<col min="{i + 1}" max="{i + 1}" width="{columns[i].Width}" customWidth="1"/>""");
        }

        markup.Raw("</cols>");
        markup.BeginRows();
        markup.BeginRow(2);
        markup.Text(sheet.Title, s_title);
        markup.EndRow();
        Row(markup, columns, columns.Select(column => column.Header), isHeader: true);
        foreach (var row in sheet.Rows)
        {
            Row(markup, columns, row, isHeader: false);
        }

        markup.EndRows();
        markup.Raw($"""<autoFilter ref="A{HeaderRow}:{lastCell}"/><mergeCells count="1"><mergeCell ref="A1:{lastColumn}1"/></mergeCells><pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/><headerFooter><oddFooter>&amp;C— &amp;P —</oddFooter></headerFooter>""");
    }

    private static void Row(SheetMarkup markup, IReadOnlyList<SheetColumn> columns, IEnumerable<string> cells, bool isHeader)
    {
        var texts = cells.ToList();
        markup.BeginRow(texts.Zip(columns, (text, column) => SheetMarkup.Lines(text, column.Width)).Max());
        foreach (var (text, column) in texts.Zip(columns))
        {
            if (column.IsNumber && !isHeader && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            {
                markup.Number(text, column.Style);
            }
            else
            {
                markup.Text(text, isHeader ? s_header : text == MaterialWording.Nothing ? s_centered : column.Style);
            }
        }

        markup.EndRow();
    }

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
        MaterialColumnKind.Number or MaterialColumnKind.Leaders or MaterialColumnKind.Frequency or MaterialColumnKind.LeadUnits or MaterialColumnKind.SupportingUnits
            or MaterialColumnKind.Deadline or MaterialColumnKind.PlanMet => s_centered,
        MaterialColumnKind.Content or MaterialColumnKind.Target or MaterialColumnKind.EarlierProgress or MaterialColumnKind.Progress
            or MaterialColumnKind.Shortfall or MaterialColumnKind.Other => s_text,
    };

    /// <summary>One sheet: a title across it, a header, rows of as many texts as there are columns.</summary>
    private sealed record Sheet(string Name, string Title, IReadOnlyList<SheetColumn> Columns, int RowCount, IEnumerable<IEnumerable<string>> Rows);

    private sealed record SheetColumn(string Header, int Width, int Style, bool IsNumber = false);
}

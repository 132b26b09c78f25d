using Luoshi.Core.Reporting;
using Luoshi.Documents.Reading.Xlsx;

namespace Luoshi.Documents.Writing;

/// <summary>
/// A list as a workbook to sort and filter: the title across the columns, the header frozen. Rows are written as they come, whatever
/// their number; every text is written as text.
/// </summary>
public static class ListXlsx
{
    private const string SheetName = "列表";

    private static readonly SheetStyles s_styles = new(FontSet.Windows.Body);
    private static readonly int s_title = s_styles.Add(new CellLook(FontSet.Gb2312.Title, "center") { Size = 18, HasBorder = false });
    private static readonly int s_subtitle = s_styles.Add(new CellLook(FontSet.Windows.Kai, "center") { Size = 12, HasBorder = false });
    private static readonly int s_header = s_styles.Add(new CellLook(FontSet.Windows.Heading, "center") { Fill = "E7E6E6" });
    private static readonly int s_text = s_styles.Add(new CellLook(FontSet.Windows.Body, "left"));
    private static readonly int s_number = s_styles.Add(new CellLook(FontSet.Windows.Body, "right"));
    private static readonly int s_percent = s_styles.Add(new CellLook(FontSet.Windows.Body, "right") { NumberFormat = "0.00%" });
    private static readonly int s_day = s_styles.Add(new CellLook(FontSet.Windows.Body, "center") { NumberFormat = "yyyy\"年\"m\"月\"d\"日\"" });
    private static readonly int s_moment = s_styles.Add(new CellLook(FontSet.Windows.Body, "center") { NumberFormat = "yyyy\"年\"m\"月\"d\"日\"hh:mm" });

    /// <summary>Writes to <paramref name="destination"/>, which is only written forward and stays open.</summary>
    /// <exception cref="InvalidOperationException">There are more rows than a sheet has.</exception>
    public static void Write(Stream destination, ListSheet list)
    {
        using var zip = new DeterministicZip(destination);
        WorkbookPackage.WriteTypes(zip, 1);
        s_styles.Write(zip);
        var headerRow = list.Subtitle is null ? 2 : 3;
        int lastRow;
        using (var sheet = new SheetMarkup(zip.Add(WorkbookPackage.SheetPart(0)), "系统"))
        {
            lastRow = Write(sheet, list, headerRow);
        }

        WorkbookPackage.WriteWorkbook(zip, new SheetFrame(SheetName, headerRow, SheetMarkup.Absolute(list.Columns.Count - 1, lastRow)));
    }

    private static int Write(SheetMarkup sheet, ListSheet list, int headerRow)
    {
        var columns = list.Columns;
        var lastColumn = CellReference.ColumnName(columns.Count - 1);
        sheet.Raw($"""<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane ySplit="{headerRow}" topLeftCell="A{headerRow + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>""");
        for (var i = 0; i < columns.Count; i++)
        {
            sheet.Raw($"""<col min="{i + 1}" max="{i + 1}" width="{columns[i].Width}" customWidth="1"/>""");
        }

        sheet.Raw("</cols>");
        sheet.BeginRows();
        Line(sheet, 2, list.Title, s_title);
        if (list.Subtitle is { } subtitle)
        {
            Line(sheet, SheetMarkup.Lines(subtitle, columns.Sum(column => column.Width)), subtitle, s_subtitle);
        }

        sheet.BeginRow(columns.Max(column => SheetMarkup.Lines(column.Header, column.Width)));
        foreach (var column in columns)
        {
            sheet.Text(column.Header, s_header);
        }

        sheet.EndRow();
        var row = headerRow;
        foreach (var values in list.Rows)
        {
            if (++row > CellReference.Rows)
            {
                throw new InvalidOperationException("The list has more rows than a sheet.");
            }

            Row(sheet, columns, values);
        }

        sheet.EndRows();
        var merged = string.Concat(Enumerable.Range(1, headerRow - 1).Select(line => $"""<mergeCell ref="A{line}:{lastColumn}{line}"/>"""));
        var merges = columns.Count == 1 ? "" : $"""<mergeCells count="{headerRow - 1}">{merged}</mergeCells>""";
        sheet.Raw($"""<autoFilter ref="A{headerRow}:{lastColumn}{row}"/>{merges}<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/><headerFooter><oddFooter>&amp;C— &amp;P —</oddFooter></headerFooter>""");
        return row;
    }

    private static void Line(SheetMarkup sheet, int lines, string text, int style)
    {
        sheet.BeginRow(lines);
        sheet.Text(text, style);
        sheet.EndRow();
    }

    private static void Row(SheetMarkup sheet, IReadOnlyList<ListColumn> columns, IReadOnlyList<object?> values)
    {
        var lines = 1;
        for (var i = 0; i < columns.Count; i++)
        {
            lines = Math.Max(lines, values[i] is string text ? SheetMarkup.Lines(text, columns[i].Width) : 1);
        }

        sheet.BeginRow(lines);
        for (var i = 0; i < columns.Count; i++)
        {
            var cell = new ListCell(values[i], columns[i].Kind);
            if (cell.Number is { } number)
            {
                sheet.Number(number, cell.Kind == ListColumnKind.Percent ? s_percent : s_number);
            }
            else if (cell.SerialDay is { } day)
            {
                sheet.Number(day, cell.HasTime ? s_moment : s_day);
            }
            else
            {
                sheet.Text(cell.Shown, s_text);
            }
        }

        sheet.EndRow();
    }
}

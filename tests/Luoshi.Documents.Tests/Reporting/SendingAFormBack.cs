using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Luoshi.Core.Reporting;
using Luoshi.Documents.Reading;
using Luoshi.Documents.Reporting;
using Luoshi.Documents.Tests.Builders;

namespace Luoshi.Documents.Tests.Reporting;

public sealed class SendingAFormBack
{
    private static readonly Dictionary<string, string> s_errors = new() { ["k-102"] = "选了“否”，请填写“未完成情况说明”。", ["k-103"] = "=本项未填" };

    [Fact]
    public void The_errors_stand_in_red_beside_what_was_filled_in()
    {
        var file = WriteErrors(UnitFormXlsx.Write(SampleForm.April));

        Assert.Empty(EditedSheet.Errors(file));
        Assert.Equal(["错误原因", "", s_errors["k-102"], s_errors["k-103"]], Enumerable.Range(3, 4).Select(row => EditedSheet.Text(file, $"L{row}")));
        using var workbook = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
        var styles = workbook.WorkbookPart!.WorkbookStylesPart!.Stylesheet!;
        var cell = workbook.WorkbookPart.WorksheetParts.First().Worksheet!.Descendants<Cell>().Single(cell => cell.CellReference == "L5");
        var format = styles.CellFormats!.Elements<CellFormat>().ElementAt((int)cell.StyleIndex!.Value);
        Assert.Equal("FFC00000", styles.Fonts!.Elements<Font>().ElementAt((int)format.FontId!.Value).Color!.Rgb!.Value);
    }

    [Fact]
    public void What_the_unit_wrote_stays_to_the_letter()
    {
        var sent = EditedSheet.Edit(UnitFormXlsx.Write(SampleForm.April), sheet =>
        {
            sheet.Set("I4", "  两端有空格，\r\n换行，_x0041_，<b>&amp; ");
            sheet.SetFormula("K4", "1+1", "2");
            sheet.Set("M9", "表外的字");
        });

        var file = WriteErrors(sent);

        Assert.Equal(Cells(sent), Cells(file).Where(cell => !cell.Key.StartsWith('N')));
        Assert.Equal(UnitFormXlsx.Read(sent, ReadLimits.Upload).Value.Rows.Select(Answers), UnitFormXlsx.Read(file, ReadLimits.Upload).Value.Rows.Select(Answers));
    }

    [Fact]
    public void A_form_sent_back_twice_has_one_column_of_errors()
    {
        var once = WriteErrors(UnitFormXlsx.Write(SampleForm.April));
        var mended = EditedSheet.Edit(once, sheet => sheet.Set("K5", "2个小区加装电梯意见尚未统一。"));

        var twice = UnitFormXlsx.WriteErrors(mended, new Dictionary<string, string> { ["k-103"] = "本项未填。" }, ReadLimits.Upload).Value;

        Assert.Empty(EditedSheet.Errors(twice));
        Assert.Equal(["错误原因", "", "", "本项未填。"], Enumerable.Range(3, 4).Select(row => EditedSheet.Text(twice, $"L{row}")));
        Assert.DoesNotContain(Cells(twice), cell => cell.Key.StartsWith('M'));
        var filled = UnitFormXlsx.Read(twice, ReadLimits.Upload).Value;
        Assert.Equal("2个小区加装电梯意见尚未统一。", filled.Rows[1].Shortfall);
        Assert.Empty(filled.Problems);
    }

    [Fact]
    public void Column_widths_of_other_programs_keep_their_columns()
    {
        var wide = EditedSheet.Edit(UnitFormXlsx.Write(SampleForm.April), sheet =>
        {
            var columns = (Columns)sheet.Data.PreviousSibling()!;
            columns.RemoveAllChildren();
            columns.AppendChild(new Column { Min = 1, Max = 2, Hidden = true, Width = 9 });
            columns.AppendChild(new Column { Min = 3, Max = 16_384, Width = 20, CustomWidth = true });
        });

        var file = WriteErrors(wide);

        Assert.Empty(EditedSheet.Errors(file));
        using var workbook = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
        Assert.Equal(
            [(1, 2, 9), (3, 11, 20), (12, 12, 30), (13, 16_384, 20)],
            workbook.WorkbookPart!.WorksheetParts.First().Worksheet!.Descendants<Column>().Select(column => ((int)column.Min!.Value, (int)column.Max!.Value, (int)column.Width!.Value)));
    }

    [Fact]
    public void A_form_saved_by_another_program_is_sent_back_too()
    {
        // Shared strings, a prefix for the namespace, no widths, no styles, a sheet in another folder.
        var form = UnitFormXlsx.Write(SampleForm.April);
        var texts = new[] { "A3", "B3", "I3", "J3", "K3", "A4", "B4" }.Select(cell => EditedSheet.Text(form, cell)!).ToList();
        var cells = new[] { "A3", "B3", "I3", "J3", "K3", "A4", "B4" }.Select((cell, i) => (Cell: cell, Markup: $"<x:c r=\"{cell}\" t=\"s\"><x:v>{i}</x:v></x:c>")).ToList();
        var saved = new XlsxFile()
            .SharedStrings(string.Concat(texts.Select(text => $"<si><t>{text}</t></si>")))
            .Sheet("Sheet1", "")
            .Part("xl/worksheets/sheet1.xml", "<x:worksheet xmlns:x=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><x:dimension ref=\"A1\"/><x:sheetData>"
                + $"<x:row r=\"3\" spans=\"1:11\">{string.Concat(cells.Where(cell => cell.Cell.EndsWith('3')).Select(cell => cell.Markup))}</x:row>"
                + $"<x:row r=\"4\">{string.Concat(cells.Where(cell => cell.Cell.EndsWith('4')).Select(cell => cell.Markup))}<x:c r=\"I4\" t=\"str\"><x:v>已开工。</x:v></x:c><x:c r=\"J4\"/></x:row></x:sheetData></x:worksheet>")
            .ToArray();

        var file = UnitFormXlsx.WriteErrors(saved, new Dictionary<string, string> { ["k-101"] = "没有填“是否完成月度计划”。" }, ReadLimits.Upload).Value;

        Assert.Contains(new TableCell("没有填“是否完成月度计划”。", 11), XlsxFile.Read(file, ReadLimits.Upload).Blocks.OfType<TableBlock>().Single().Rows[1].Cells);
        Assert.Equal("已开工。", UnitFormXlsx.Read(file, ReadLimits.Upload).Value.Rows[0].Progress);
    }

    [Fact]
    public void The_same_file_and_errors_give_the_same_bytes()
    {
        var form = UnitFormXlsx.Write(SampleForm.April);

        Assert.Equal(WriteErrors(form), WriteErrors(form));
    }

    [Fact]
    public void A_full_sheet_has_no_place_for_errors()
    {
        var full = EditedSheet.Edit(UnitFormXlsx.Write(SampleForm.April), sheet => sheet.Set("XFD5", "边"));

        Assert.Equal("no-free-column", UnitFormXlsx.WriteErrors(full, s_errors, ReadLimits.Upload).Refusal?.Code);
    }

    [Fact]
    public void Files_that_are_no_form_are_refused()
    {
        byte[][] files = ["日期,数量\n1,2\n"u8.ToArray(), [], XlsxFile.WithRows(XlsxFile.Row(1, "序号", "工作内容")).ToArray(), DocxFile.Of(DocxFile.Paragraph("正文")).ToBytes()];

        Assert.Equal(
            ["not-a-unit-form", "empty-file", "not-a-unit-form", "not-a-unit-form"],
            files.Select(file => UnitFormXlsx.WriteErrors(file, s_errors, ReadLimits.Upload).Refusal?.Code));
    }

    [Fact]
    public void The_caps_of_reading_hold_for_both_ways()
    {
        var form = UnitFormXlsx.Write(SampleForm.April);
        var tight = ReadLimits.Upload with { Cells = 20 };

        Assert.Equal("too-many-cells", UnitFormXlsx.Read(form, tight).Refusal?.Code);
        Assert.Equal("too-many-cells", UnitFormXlsx.WriteErrors(form, s_errors, tight).Refusal?.Code);
        Assert.Equal("inflates-too-much", UnitFormXlsx.WriteErrors(form, s_errors, ReadLimits.Upload with { InflatedBytes = 12_000 }).Refusal?.Code);
    }

    private static byte[] WriteErrors(byte[] file) => UnitFormXlsx.WriteErrors(file, s_errors, ReadLimits.Upload).Value;

    private static (string?, bool?, string?) Answers(FilledUnitFormRow row) => (row.Progress, row.PlanMet, row.Shortfall);

    private static Dictionary<string, string> Cells(byte[] file)
    {
        using var workbook = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
        return workbook.WorkbookPart!.WorksheetParts.First().Worksheet!.Descendants<Cell>().ToDictionary(cell => cell.CellReference!.Value!, cell => cell.InnerXml);
    }
}

using Luoshi.Core;
using Luoshi.Core.Meetings;
using Luoshi.Core.Reporting;
using Luoshi.Documents.Reading;
using Luoshi.Documents.Reading.Packages;
using Luoshi.Documents.Writing;

namespace Luoshi.Documents.Reporting;

/// <summary>
/// 单位填报表 as a workbook: goes out with all that the office knows, comes back with three columns filled, goes out again with what is wrong
/// beside each row. The same form gives the same bytes.
/// </summary>
public static class UnitFormXlsx
{
    private const string SheetName = "填报";
    private const int HeaderRow = 3;
    private const int FirstShown = 2;

    // Room to write, also where nothing was filled in yet.
    private const int FewestLines = 5;

    private static readonly int[] s_widths = [5, 17, 13, 32, 24, 30, 44, 11, 26];

    private static readonly SheetStyles s_styles = new(FontSet.Windows.Body) { Differences = ["""<dxf><fill><patternFill patternType="solid"><bgColor rgb="FFFFD966"/></patternFill></fill></dxf>"""] };
    private static readonly int s_title = s_styles.Add(new CellLook(FontSet.Gb2312.Title, "center") { Size = 18, HasBorder = false });
    private static readonly int s_line = s_styles.Add(new CellLook(FontSet.Windows.Kai, "left") { Size = 12, HasBorder = false });
    private static readonly int s_header = s_styles.Add(new CellLook(FontSet.Windows.Heading, "center") { Fill = "E7E6E6" });
    private static readonly int s_answerHeader = s_styles.Add(new CellLook(FontSet.Windows.Heading, "center") { Fill = "FFF2CC" });
    private static readonly int s_centered = s_styles.Add(new CellLook(FontSet.Windows.Body, "center"));
    private static readonly int s_text = s_styles.Add(new CellLook(FontSet.Windows.Body, "left"));
    private static readonly int s_grey = s_styles.Add(new CellLook(FontSet.Windows.Body, "left") { Color = "767676" });

    // As text, so that 1-2 or 4.20 typed into an answer stays what was typed.
    private static readonly int s_answer = s_styles.Add(new CellLook(FontSet.Windows.Body, "left") { NumberFormat = "@", IsUnlocked = true });
    private static readonly int s_claim = s_styles.Add(new CellLook(FontSet.Windows.Body, "center") { NumberFormat = "@", IsUnlocked = true });

    public static byte[] Write(UnitForm form)
    {
        using var zip = new DeterministicZip();
        WorkbookPackage.WriteTypes(zip, 2);
        WorkbookPackage.WriteWorkbook(zip, new SheetFrame(SheetName, HeaderRow), new SheetFrame(UnitFormGuidance.SheetName));
        s_styles.Write(zip);
        using (var sheet = new SheetMarkup(zip.Add(WorkbookPackage.SheetPart(0)), "系统"))
        {
            Write(sheet, form);
        }

        using (var guidance = new SheetMarkup(zip.Add(WorkbookPackage.SheetPart(1)), "系统"))
        {
            UnitFormGuidance.Write(guidance, new(s_title, s_header, s_text, s_centered));
        }

        return zip.Finish();
    }

    /// <summary>
    /// Reads a form that came back: rows and columns moved, removed or added, saved by any program. What was not understood or not taken
    /// is told with its row.
    /// </summary>
    /// <returns>
    /// The answers, or a refusal: <c>not-a-unit-form</c>, <c>unknown-form-format</c>, <c>answer-column-gone</c>, or one of <see cref="DocumentReader"/>.
    /// </returns>
    public static Outcome<FilledUnitForm> Read(ReadOnlyMemory<byte> file, ReadLimits limits) => CappedReading.Run<FilledUnitForm>(file, limits, budget =>
    {
        using var package = Open(file, budget);
        return new FilledUnitFormReader(LocatedForm.Find(package, budget), budget).Read();
    });

    /// <summary>
    /// The same file with a column 错误原因 beside what the unit wrote, which stays as it is to the letter; it can be filled and read again.
    /// Every row of the form has a cell there, empty where its item has no error. An error whose item has no row on the sheet has no place.
    /// </summary>
    /// <param name="original">As it was read.</param>
    /// <param name="errors">What is wrong, by <see cref="FilledUnitFormRow.ItemKey"/>.</param>
    /// <param name="limits">As for reading.</param>
    /// <returns>The file, or a refusal as of <see cref="Read"/>, or <c>no-free-column</c>.</returns>
    public static Outcome<byte[]> WriteErrors(ReadOnlyMemory<byte> original, IReadOnlyDictionary<string, string> errors, ReadLimits limits) =>
        CappedReading.Run<byte[]>(original, limits, budget =>
        {
            using var package = Open(original, budget);
            return new ErrorColumn(LocatedForm.Find(package, budget), errors, package, budget).Write();
        });

    private static OfficePackage Open(ReadOnlyMemory<byte> file, ReadBudget budget) =>
        FileKinds.Detect(file.Span) == FileKind.Zip ? OfficePackage.Open(file, budget) : throw LocatedForm.NotAForm();

    private static void Write(SheetMarkup sheet, UnitForm form)
    {
        var lastRow = HeaderRow + Math.Max(1, form.Rows.Count);
        var (progress, planMet, shortfall) = ("I", "J", "K");
        sheet.Raw($"""<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane ySplit="{HeaderRow}" topLeftCell="A{HeaderRow + 1}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="{progress}{HeaderRow + 1}" sqref="{progress}{HeaderRow + 1}"/></sheetView></sheetViews><cols><col min="1" max="{FirstShown}" width="9" hidden="1" customWidth="1"/>""");
        for (var i = 0; i < s_widths.Length; i++)
        {
            sheet.Raw($"""<col min="{FirstShown + i + 1}" max="{FirstShown + i + 1}" width="{s_widths[i]}" customWidth="1"/>""");
        }

        sheet.Raw("</cols>");
        sheet.BeginRows();
        Line(sheet, 2, $"{form.Government}重点工作完成情况填报表（{form.Period.InWords()}）", s_title);
        Line(sheet, 2, $"填报单位：{form.UnitName}　　请于{form.DueText}前报送。只填黄色表头的三栏，其余各栏已锁定；填表要求见工作表“{UnitFormGuidance.SheetName}”。", s_line);
        Header(sheet, form);
        foreach (var row in form.Rows)
        {
            Row(sheet, form, row);
        }

        sheet.EndRows();

        // A lock against slips, without a password: widths and heights stay the unit's own.
        sheet.Raw($"""<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0"/><mergeCells count="2"><mergeCell ref="C1:{shortfall}1"/><mergeCell ref="C2:{shortfall}2"/></mergeCells>""");
        sheet.Raw($"""<conditionalFormatting sqref="{shortfall}{HeaderRow + 1}:{shortfall}{lastRow}"><cfRule type="expression" dxfId="0" priority="1"><formula>AND(${planMet}{HeaderRow + 1}="{UnitFormColumns.No}",LEN(TRIM(${shortfall}{HeaderRow + 1}))=0)</formula></cfRule></conditionalFormatting>""");
        sheet.Raw($"""<dataValidations count="2"><dataValidation type="list" allowBlank="1" showErrorMessage="1" errorTitle="{UnitFormColumns.PlanMet}" error="请选“是”或“否”。" sqref="{planMet}{HeaderRow + 1}:{planMet}{lastRow}"><formula1>"{UnitFormColumns.Yes},{UnitFormColumns.No}"</formula1></dataValidation><dataValidation type="textLength" operator="lessThanOrEqual" allowBlank="1" showErrorMessage="1" errorTitle="字数过多" error="每格不超过 {UnitForm.LongestAnswer} 字，请精简。" sqref="{progress}{HeaderRow + 1}:{progress}{lastRow} {shortfall}{HeaderRow + 1}:{shortfall}{lastRow}"><formula1>{UnitForm.LongestAnswer}</formula1></dataValidation></dataValidations>""");
        sheet.Raw("""<printOptions horizontalCentered="1"/><pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/><headerFooter><oddFooter>&amp;C— &amp;P —</oddFooter></headerFooter>""");
    }

    private static void Line(SheetMarkup sheet, int lines, string text, int style)
    {
        sheet.BeginRow(lines);
        sheet.Skip(FirstShown);
        sheet.Text(text, style);
        sheet.EndRow();
    }

    private static void Header(SheetMarkup sheet, UnitForm form)
    {
        sheet.BeginRow(2);
        sheet.Text(new FormMark(form.FormId, form.Period, form.Rows.Count).ToString(), s_text);
        sheet.Text(UnitFormColumns.Check, s_text);
        foreach (var header in UnitFormColumns.Locked)
        {
            sheet.Text(header, s_header);
        }

        foreach (var header in UnitFormColumns.Answers)
        {
            sheet.Text(header, s_answerHeader);
        }

        sheet.EndRow();
    }

    private static void Row(SheetMarkup sheet, UnitForm form, UnitFormRow row)
    {
        var (locked, answers) = (UnitFormColumns.LockedTexts(row), UnitFormColumns.AnswerTexts(row));
        sheet.BeginRow(Math.Max(FewestLines, locked.Concat(answers).Zip(s_widths, SheetMarkup.Lines).Max()));
        sheet.Text(row.ItemKey, s_text);
        sheet.Text(RowMark.Of(form.FormId, row), s_text);
        for (var i = 0; i < locked.Count; i++)
        {
            sheet.Text(locked[i], i < 3 || locked[i] == MaterialWording.Nothing ? s_centered : i == locked.Count - 1 ? s_grey : s_text);
        }

        sheet.Text(answers[0], s_answer);
        sheet.Text(answers[1], s_claim);
        sheet.Text(answers[2], s_answer);
        sheet.EndRow();
    }
}

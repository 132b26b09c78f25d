using Luoshi.Core.Reading;
using Luoshi.Documents.Reading;
using Luoshi.Documents.Reading.Packages;
using Luoshi.Documents.Reading.Xlsx;

namespace Luoshi.Documents.Reporting;

/// <summary>The form inside a workbook that came back: its sheet, whatever it is called now, and its columns, wherever they stand now.</summary>
internal sealed class LocatedForm
{
    private readonly Dictionary<string, int> _columns = [];

    private LocatedForm(WorkbookSheet tab, Sheet sheet, int headerRow, FormMark mark, Workbook workbook, List<ReadingProblem> problems) =>
        (Tab, Sheet, HeaderRow, Mark, Workbook, Problems) = (tab, sheet, headerRow, mark, workbook, problems);

    public WorkbookSheet Tab { get; }

    public Sheet Sheet { get; }

    public int HeaderRow { get; }

    public FormMark Mark { get; }

    public Workbook Workbook { get; }

    /// <summary>What the whole workbook is to be told.</summary>
    public List<ReadingProblem> Problems { get; }

    public int KeyColumn { get; private set; }

    /// <exception cref="RefusedDocumentException">There is no form, or one that cannot be read.</exception>
    public static LocatedForm Find(OfficePackage package, ReadBudget budget)
    {
        var workbook = Workbook.Of(package);
        var strings = SharedStrings.Read(workbook.SharedStringsPart, package, budget);
        var styles = CellStyles.Read(workbook.StylesPart, package, workbook.CountsFrom1904);
        LocatedForm? found = null;
        var others = new List<ReadingProblem>();
        foreach (var tab in workbook.Sheets.Where(tab => tab is { HasCells: true, Part: { } part } && package.Has(part)).OrderBy(tab => tab.Hidden))
        {
            var said = new SheetProblems(tab.Name, 1);
            using var xml = package.OpenXml(tab.Part!);
            var sheet = new SheetReader(strings, styles, said, budget).Read(xml);
            if (found is null && MarkIn(sheet) is var (row, cell))
            {
                found = new LocatedForm(tab, sheet, row.Number, FormMark.Parse(cell.Text) ?? throw UnknownFormat(), workbook, [.. said.All()]);
                found.ReadHeader(row, cell);
            }
            else if (sheet.Rows.Count > 0 && tab.Name != UnitFormGuidance.SheetName)
            {
                others.Add(new ReadingProblem(ProblemSeverity.Warning, "other-sheet", $"工作表“{tab.Name}”没有读取，只读取了填报表一张。", new SourceLocation(Sheet: tab.Name)));
            }
        }

        found?.Problems.AddRange(others);
        return found ?? throw NotAForm();
    }

    public static RefusedDocumentException NotAForm() => new(
        "not-a-unit-form",
        "这不是本系统导出的填报表，或者左边隐藏的识别列已被删除。请重新下载填报表，把内容粘贴过去再传。");

    /// <summary>Where a column stands, from 0; null when it is gone.</summary>
    public int? Column(string header) => _columns.TryGetValue(header, out var column) ? column : null;

    /// <summary>The header above a column, if the form knows it.</summary>
    public bool IsKnown(int column) => column == KeyColumn || _columns.ContainsValue(column);

    public ReadingProblem Problem(ProblemSeverity severity, string code, string message, int row) =>
        new(severity, code, message, new SourceLocation(Row: row, Sheet: Tab.Name));

    private static (SheetRow Row, SheetCell Cell)? MarkIn(Sheet sheet)
    {
        foreach (var row in sheet.Rows)
        {
            foreach (var cell in row.Cells.Where(cell => cell.Text.StartsWith(FormMark.Prefix, StringComparison.Ordinal)))
            {
                return (row, cell);
            }
        }

        return null;
    }

    private static RefusedDocumentException UnknownFormat() => new(
        "unknown-form-format",
        "填报表的识别信息被改动，或者它出自另一版本的系统。请重新下载填报表，把内容粘贴过去再传。");

    private void ReadHeader(SheetRow row, SheetCell mark)
    {
        KeyColumn = mark.Column;
        string[] known = [UnitFormColumns.Check, .. UnitFormColumns.Locked, .. UnitFormColumns.Answers, UnitFormColumns.Error];
        foreach (var cell in row.Cells.Where(cell => cell.Column != KeyColumn))
        {
            var header = PlainText.Compact(cell.Text);
            if (Array.IndexOf(known, header) < 0)
            {
                Problems.Add(Problem(ProblemSeverity.Info, "extra-column", $"“{cell.Text}”一栏是自行增加的，没有读取。", row.Number));
            }
            else if (!_columns.TryAdd(header, cell.Column))
            {
                Problems.Add(Problem(ProblemSeverity.Warning, "duplicate-column", $"有两栏都叫“{header}”，只读取了左边一栏。", row.Number));
            }
        }

        if (Column(UnitFormColumns.Check) is null)
        {
            throw NotAForm();
        }

        if (UnitFormColumns.Answers.FirstOrDefault(header => Column(header) is null) is { } gone)
        {
            throw new RefusedDocumentException("answer-column-gone", $"表头里找不到“{gone}”一栏，可能被删除或改名。请恢复表头，或重新下载填报表填写。");
        }
    }
}

using System.Globalization;
using System.Xml;
using Luoshi.Core.Reading;
using Luoshi.Documents.Reading.Packages;

namespace Luoshi.Documents.Reading.Xlsx;

/// <summary>Walks over one sheet once and keeps the cells that have text. The declared dimension is not looked at.</summary>
internal sealed class SheetReader(SharedStrings strings, CellStyles styles, SheetProblems problems, ReadBudget budget)
{
    private readonly CellText _text = new(budget);
    private readonly List<SheetRow> _rows = [];
    private readonly List<MergedArea> _merged = [];
    private readonly VisibleColumns _columns = new();

    // Where the next cell stands if it does not say.
    private int _row;
    private int _column;
    private bool _rowIsNumbered;
    private bool _rowHidden;
    private List<SheetCell> _cells = [];

    public Sheet Read(CappedXmlReader xml)
    {
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (xml.Xml.Depth, xml.LocalName)
            {
                case (2, "col"):
                    ReadColumns(xml.Xml);
                    break;
                case (2, "row"):
                    StartRow(xml.Xml);
                    break;
                case (3, "c"):
                    ReadCell(xml);
                    break;
                case (2, "mergeCell"):
                    if (MergedArea.Parse(xml.Xml.GetAttribute("ref")) is { } area)
                    {
                        _merged.Add(area);
                    }

                    break;
            }
        }

        EndRow();
        return new Sheet(InOrder(), _merged, _columns);
    }

    private void ReadColumns(XmlReader xml)
    {
        if (Workbook.IsTrue(xml.GetAttribute("hidden"))
            && int.TryParse(xml.GetAttribute("min"), NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            && int.TryParse(xml.GetAttribute("max"), NumberStyles.None, CultureInfo.InvariantCulture, out var last))
        {
            _columns.Hide(first - 1, last - 1);
        }
    }

    private void StartRow(XmlReader xml)
    {
        EndRow();
        var number = CellReference.ParseRow(xml.GetAttribute("r"));
        _rowIsNumbered = number is not null;
        _row = number ?? _row + 1;
        _rowHidden = Workbook.IsTrue(xml.GetAttribute("hidden"));
        _column = 0;
    }

    private void EndRow()
    {
        if (_cells.Count > 0)
        {
            _rows.Add(new SheetRow(_row, _rowHidden, _cells));
            _cells = [];
        }
    }

    private void ReadCell(CappedXmlReader xml)
    {
        budget.CountCells(1);
        if (CellReference.Parse(xml.Xml.GetAttribute("r")) is { } reference)
        {
            _column = reference.Column;
            if (!_rowIsNumbered)
            {
                _row = reference.Row;
                _rowIsNumbered = true;
            }
        }

        var cell = new CellReference(_column, _row);
        _column++;
        if (xml.Xml.IsEmptyElement)
        {
            return;
        }

        var text = ReadText(xml, cell);
        if (text.Length == 0)
        {
            return;
        }

        if (cell is { Column: < CellReference.Columns, Row: <= CellReference.Rows })
        {
            _cells.Add(new SheetCell(cell.Column, text));
        }
        else
        {
            problems.AddCell(ProblemSeverity.Error, "cell-outside-sheet", "有单元格超出了表格的最大行列，没有读取", cell);
        }
    }

    private string ReadText(CappedXmlReader xml, CellReference cell)
    {
        var type = xml.Xml.GetAttribute("t");
        var style = int.TryParse(xml.Xml.GetAttribute("s"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var depth = xml.Xml.Depth;
        var inline = string.Empty;
        var value = string.Empty;
        var calculated = false;
        while (xml.ReadInside(depth))
        {
            if (xml.NodeType == XmlNodeType.Element && xml.Xml.Depth == depth + 1)
            {
                switch (xml.LocalName)
                {
                    case "v":
                        value = _text.ReadPlain(xml);
                        break;
                    case "is":
                        inline = _text.ReadRich(xml);
                        break;
                    case "f":
                        calculated = true;
                        break;
                }
            }
        }

        if (calculated && value.Length == 0 && type is null or "n")
        {
            problems.AddCell(ProblemSeverity.Error, "formula-without-value", "有公式没有存下计算结果，读不出数，请用 Excel 或 WPS 打开后保存一次再试", cell);
        }

        return type == "inlineStr" ? styles.Format(style).Show(inline) : Shown(value, type, styles.Format(style), cell);
    }

    private string Shown(string value, string? type, CellFormat format, CellReference cell)
    {
        switch (type)
        {
            case "s":
                var shared = int.TryParse(value, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var index)
                    ? strings.Take(index)
                    : null;
                if (shared is null)
                {
                    problems.AddCell(ProblemSeverity.Error, "missing-text", "有单元格的文字在文件里找不到，按空白处理，请用 Excel 或 WPS 打开核对", cell);
                }

                return format.Show(shared ?? string.Empty);

            case "str":
                return format.Show(CellText.Clean(value));

            case "b":
                return Workbook.IsTrue(value.Trim()) ? "TRUE" : "FALSE";

            case "e":
                var error = CellText.Clean(value);
                problems.AddCell(ProblemSeverity.Warning, "cell-error", $"有单元格是错误值 {error}，请在原表中改正", cell);
                return error;

            case "d" when DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var date):
                return format.Show(date);

            default:
                return double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var amount) && double.IsFinite(amount)
                    ? CellText.Clean(format.Show(amount))
                    : CellText.Clean(value);
        }
    }

    /// <summary>Excel writes rows and cells in order; a file that does not is put right, and of two cells at one place the first counts.</summary>
    private List<SheetRow> InOrder()
    {
        var inOrder = new List<SheetRow>(_rows.Count);
        foreach (var row in _rows.OrderBy(row => row.Number))
        {
            if (inOrder.Count > 0 && inOrder[^1].Number == row.Number)
            {
                inOrder[^1].Cells.AddRange(row.Cells);
            }
            else
            {
                inOrder.Add(row);
            }
        }

        foreach (var cells in inOrder.Select(row => row.Cells).Where(cells => !Ascends(cells)))
        {
            List<SheetCell> sorted = [.. cells.DistinctBy(cell => cell.Column).OrderBy(cell => cell.Column)];
            cells.Clear();
            cells.AddRange(sorted);
        }

        return inOrder;
    }

    private static bool Ascends(List<SheetCell> cells)
    {
        for (var i = 1; i < cells.Count; i++)
        {
            if (cells[i].Column <= cells[i - 1].Column)
            {
                return false;
            }
        }

        return true;
    }
}

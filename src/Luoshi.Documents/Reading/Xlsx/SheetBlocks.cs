using Luoshi.Core.Reading;

namespace Luoshi.Documents.Reading.Xlsx;

/// <summary>
/// Turns the rows of a sheet into blocks. A row without text ends a table; rows of a single cell above the first row of several
/// are lines (title, date, leader); everything else is a row, and what a later single cell means is not decided here.
/// </summary>
internal sealed class SheetBlocks(Sheet sheet, string name, int table, SheetProblems problems, ReadBudget budget)
{
    private readonly MergedAreas _merged = new(sheet.Merged, budget);
    private readonly int _lastPlace = LastPlace(sheet);
    private readonly List<Block> _blocks = [];
    private readonly SortedSet<int> _droppedColumns = [];
    private int _firstDroppedRow;
    private List<TableRow> _rows = [];

    public IReadOnlyList<Block> Build()
    {
        var coveredUntil = 0;
        foreach (var row in sheet.Rows)
        {
            _merged.MoveTo(row.Number);
            var cells = Cells(row);
            if (cells.TrueForAll(cell => cell.MergedFromAbove))
            {
                continue;
            }

            if (row.Number > coveredUntil + 1)
            {
                EndTable();
            }

            coveredUntil = _merged.CoveredUntil(row.Number);
            var location = At(row.Number);
            if (_rows.Count == 0 && cells.Count == 1)
            {
                _blocks.Add(new ParagraphBlock(cells[0].Text, location));
            }
            else
            {
                _rows.Add(new TableRow(cells, location));
            }
        }

        EndTable();
        ReportHiddenRows();
        ReportHiddenColumns();
        return _blocks;
    }

    /// <summary>The last shown column that has text: merged areas reach no further.</summary>
    private static int LastPlace(Sheet sheet) =>
        sheet.Rows.SelectMany(row => row.Cells).Select(cell => sheet.Columns.Place(cell.Column)).DefaultIfEmpty().Max();

    private List<TableCell> Cells(SheetRow row)
    {
        var cells = new List<TableCell>(row.Cells.Count);
        foreach (var cell in row.Cells)
        {
            if (_merged.At(cell.Column) is not { } area)
            {
                Add(cells, cell, cell.Column, row.Number);
            }
            else if (area.First == new CellReference(cell.Column, row.Number))
            {
                area.HasText = true;
                Add(cells, cell, area.Last.Column, row.Number);
            }
            else
            {
                problems.AddCell(
                    ProblemSeverity.Warning, "covered-cell", "有合并单元格下面压着看不见的文字，没有读取", new CellReference(cell.Column, row.Number));
            }
        }

        foreach (var area in _merged.Here)
        {
            if (area.HasText && area.First.Row < row.Number && Span(area.First.Column, area.Last.Column) is > 0 and var span)
            {
                cells.Add(new TableCell(string.Empty, sheet.Columns.Place(area.First.Column), span, MergedFromAbove: true));
            }
        }

        cells.Sort((a, b) => a.Column.CompareTo(b.Column));
        return cells;
    }

    private void Add(List<TableCell> cells, SheetCell cell, int lastColumn, int row)
    {
        var span = Span(cell.Column, lastColumn);
        if (span > 0)
        {
            cells.Add(new TableCell(cell.Text, sheet.Columns.Place(cell.Column), span));
        }
        else
        {
            if (_droppedColumns.Count == 0)
            {
                _firstDroppedRow = row;
            }

            _droppedColumns.Add(cell.Column);
        }
    }

    private int Span(int first, int last)
    {
        var shown = sheet.Columns.Count(first, last);
        return shown == 0 ? 0 : Math.Clamp(_lastPlace - sheet.Columns.Place(first) + 1, 1, shown);
    }

    private void EndTable()
    {
        if (_rows.Count > 0)
        {
            _blocks.Add(new TableBlock(_rows, _rows[0].Location));
            _rows = [];
        }
    }

    private void ReportHiddenRows()
    {
        for (var i = 0; i < sheet.Rows.Count; i++)
        {
            if (!sheet.Rows[i].Hidden)
            {
                continue;
            }

            var first = sheet.Rows[i].Number;
            while (i + 1 < sheet.Rows.Count && sheet.Rows[i + 1].Hidden && sheet.Rows[i + 1].Number == sheet.Rows[i].Number + 1)
            {
                i++;
            }

            var last = sheet.Rows[i].Number;
            var rows = first == last ? $"第 {first} 行" : $"第 {first} 至 {last} 行";
            problems.Add(ProblemSeverity.Info, "hidden-row", $"{rows}是隐藏的（或被筛选掉的），已照常读取。", first);
        }
    }

    private void ReportHiddenColumns()
    {
        if (_droppedColumns.Count > 0)
        {
            var columns = string.Join("、", _droppedColumns.Select(CellReference.ColumnName));
            problems.Add(ProblemSeverity.Warning, "hidden-column", $"的 {columns} 列是隐藏的，其中的内容没有读取。如需读取，请取消隐藏后再试。", _firstDroppedRow);
        }
    }

    private SourceLocation At(int row) => new(Table: table, Row: row, Sheet: name);
}

using Luoshi.Core.Reading;

namespace Luoshi.Documents.Reading.Text;

/// <summary>One table of a web page while it is read: puts cells into the grid that their spans claim, within reason.</summary>
internal sealed class HtmlTable(BlockCollector blocks, int number, int? line)
{
    // What browsers allow; a page may claim anything.
    private const int LargestColumnSpan = 1000;
    private const int LargestRowSpan = 65_534;

    private readonly List<TableRow> _rows = [];
    private readonly HashSet<int> _hiddenColumns = [];
    private readonly HashSet<int> _reportedColumns = [];
    private List<Merge> _merges = [];
    private List<Merge> _nextMerges = [];
    private List<TableCell>? _cells;
    private OpenCell? _open;
    private bool _rowIsHidden;
    private int _declaredColumns;
    private int _column;
    private int _nextMerge;

    public bool InCell => _open is not null;

    private SourceLocation Here => new(Line: line, Table: number, Row: _rows.Count + 1);

    public void DeclareColumns(int count, bool hidden)
    {
        for (var i = 0; i < Math.Clamp(count, 1, LargestColumnSpan); i++)
        {
            if (hidden)
            {
                _hiddenColumns.Add(_declaredColumns);
            }

            _declaredColumns++;
        }
    }

    public void StartRow(bool hidden)
    {
        EndRow();
        _cells = [];
        _rowIsHidden = hidden;
    }

    /// <summary>The cell before must have been ended with its text.</summary>
    public void StartCell(int columns, int rows, bool hidden)
    {
        if (_cells is null)
        {
            StartRow(hidden: false);
        }

        PlaceMerges(upTo: null);
        _open = new OpenCell(_column, Math.Clamp(columns, 1, LargestColumnSpan), hidden || _hiddenColumns.Contains(_column));
        _column += _open.Value.Span;
        var below = rows == 0 ? LargestRowSpan : Math.Clamp(rows, 1, LargestRowSpan) - 1;
        if (below > 0)
        {
            _nextMerges.Add(new Merge(_open.Value.Column, _open.Value.Span, below));
        }
    }

    public void EndCell(string text)
    {
        if (_open is not { } cell)
        {
            return;
        }

        _open = null;
        if (!cell.Hidden)
        {
            blocks.Budget.CountCells(1);
            _cells!.Add(new TableCell(text, cell.Column, cell.Span));
        }
        else if (text.Length > 0 && _reportedColumns.Add(cell.Column))
        {
            blocks.Report(ProblemSeverity.Info, "hidden-column", $"第 {number} 张表第 {cell.Column + 1} 列是隐藏的，没有读入。", Here);
        }
    }

    public void EndRow()
    {
        if (_cells is null)
        {
            return;
        }

        PlaceMerges(upTo: int.MaxValue);
        var says = _cells.Exists(c => c.Text.Length > 0);
        if (_rowIsHidden && says)
        {
            blocks.Report(ProblemSeverity.Info, "hidden-row", $"第 {number} 张表第 {_rows.Count + 1} 行是隐藏的，已照常读入。", Here);
        }

        // Excel ends its tables with a hidden row of nothing that only sets widths.
        if (_cells.Count > 0 && (says || !_rowIsHidden))
        {
            _rows.Add(new TableRow(_cells, Here));
        }

        _nextMerges.Sort((a, b) => a.Column.CompareTo(b.Column));
        (_merges, _nextMerges) = (_nextMerges, []);
        (_cells, _column, _nextMerge) = (null, 0, 0);
    }

    public void Finish()
    {
        EndRow();
        blocks.AddTable(_rows);
    }

    /// <summary>Puts the cells that continue from above where they belong: those at the next free column, at a row's end all.</summary>
    private void PlaceMerges(int? upTo)
    {
        while (_nextMerge < _merges.Count && _merges[_nextMerge].Column <= (upTo ?? _column))
        {
            var merge = _merges[_nextMerge++];
            if (merge.Column >= _column)
            {
                if (!_hiddenColumns.Contains(merge.Column))
                {
                    blocks.Budget.CountCells(1);
                    _cells!.Add(new TableCell(string.Empty, merge.Column, merge.Span, MergedFromAbove: true));
                }

                _column = merge.Column + merge.Span;
            }

            if (merge.RowsBelow > 1)
            {
                _nextMerges.Add(merge with { RowsBelow = merge.RowsBelow - 1 });
            }
        }
    }

    private readonly record struct Merge(int Column, int Span, int RowsBelow);

    private readonly record struct OpenCell(int Column, int Span, bool Hidden);
}

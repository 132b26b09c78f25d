using Luoshi.Core.Reading;

namespace Luoshi.Documents.Reading.Docx;

/// <summary>
/// A table that is being read. Depths say which end tag closes which part; text positions say where a nested table's row or cell
/// begins in the text of the cell around it.
/// </summary>
internal sealed class OpenTable(int depth, bool nested, SourceLocation location)
{
    private const int NotOpen = -1;

    private readonly List<TableCell> _cells = [];
    private readonly List<TableRow> _rows = [];
    private int _column;

    public int Depth => depth;

    public bool IsNested => nested;

    public int RowDepth { get; private set; } = NotOpen;

    public int CellDepth { get; private set; } = NotOpen;

    public RowProperties Row { get; set; }

    public CellProperties Cell { get; set; }

    public int RowStart { get; private set; }

    public int CellStart { get; private set; }

    public bool IsInRow => RowDepth != NotOpen;

    public bool IsInCell => CellDepth != NotOpen;

    /// <summary>Whether the open cell lies below another one that shows in its place. A merge with nothing above it shows its own text.</summary>
    public bool IsInCoveredCell => IsInCell && Cell.JoinsAbove && _rows.Count > 0;

    /// <summary>The row that is open, or the table where none is. A nested table's place is that of the row around it.</summary>
    public SourceLocation Place => nested || !IsInRow ? location : location with { Row = _rows.Count + 1 };

    public void OpenRow(int rowDepth, int textStart)
    {
        RowDepth = rowDepth;
        RowStart = textStart;
        Row = default;
        _column = 0;
        _cells.Clear();
    }

    public void OpenCell(int cellDepth, int textStart)
    {
        CellDepth = cellDepth;
        CellStart = textStart;
        Cell = CellProperties.Single;
    }

    /// <returns>Whether text was left out because a vertical merge covers it.</returns>
    public bool CloseCell(string text)
    {
        var covered = IsInCoveredCell;
        CellDepth = NotOpen;
        if (Cell.Deleted)
        {
            return false;
        }

        var column = _cells.Count == 0 ? Row.ColumnsBefore : _column;
        _column = column + Cell.Span;
        if (Cell.JoinsLeft && _cells.Count > 0)
        {
            var left = _cells[^1];
            _cells[^1] = left with { Span = left.Span + Cell.Span, Text = text.Length == 0 ? left.Text : $"{left.Text}\n{text}".Trim() };
            return false;
        }

        _cells.Add(new TableCell(covered ? "" : text, column, Cell.Span, covered));
        return covered && text.Length > 0;
    }

    public void CloseRow()
    {
        if (!Row.Deleted)
        {
            _rows.Add(new TableRow(_cells.ToArray(), Place));
        }

        RowDepth = NotOpen;
    }

    /// <summary>The table as it was read; null when no row is left of it.</summary>
    public TableBlock? Close() => _rows.Count == 0 ? null : new TableBlock(_rows, location);
}

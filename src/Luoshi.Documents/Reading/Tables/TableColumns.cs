using Luoshi.Core.Reading;
using Luoshi.Core.Reporting;

namespace Luoshi.Documents.Reading.Tables;

/// <summary>One column of a task table: where it stands in the grid, its header as written, and what it says of a task.</summary>
internal sealed record TableColumn(int Start, int Span, string Header, ColumnRole Role, PeriodMention? Period)
{
    public int End => Start + Span;
}

/// <summary>The columns of a task table, found from its header row or rows.</summary>
internal sealed class TableColumns
{
    private const int DeepestHeader = 4;

    private readonly int[] _columnAt;

    private TableColumns(IReadOnlyList<TableColumn> columns)
    {
        Columns = columns;
        _columnAt = new int[columns.Max(column => column.End)];
        Array.Fill(_columnAt, -1);
        for (var i = 0; i < columns.Count; i++)
        {
            _columnAt.AsSpan(columns[i].Start, columns[i].Span).Fill(i);
        }
    }

    public IReadOnlyList<TableColumn> Columns { get; }

    /// <summary>Grid columns from the first to the last that the header covers.</summary>
    public int Width => _columnAt.Length;

    public bool Has(ColumnRole role) => Columns.Any(column => column.Role == role);

    /// <summary>The index of the column that covers a grid column; -1 when the header has nothing there.</summary>
    public int IndexAt(int gridColumn) => gridColumn < _columnAt.Length ? _columnAt[gridColumn] : -1;

    /// <summary>
    /// Reads a header that begins at <paramref name="row"/>; null when the row is none. <paramref name="rowsTaken"/> counts the rows
    /// below that name the parts of columns which a row above spans.
    /// </summary>
    public static TableColumns? TryRead(IReadOnlyList<TableRow> rows, int row, out int rowsTaken)
    {
        rowsTaken = 0;
        var top = rows[row];
        if (!MayBeHeader(top))
        {
            return null;
        }

        var whole = top;
        var depth = 1;
        while (depth < DeepestHeader && row + depth < rows.Count && IsPartOfHeader(whole, rows[row + depth]))
        {
            whole = whole with { Cells = Combined(whole, rows[row + depth]) };
            depth++;
        }

        var found = whole.Cells.Where(cell => cell.Text.Length > 0).Select(cell => (Cell: cell, Meaning: HeaderWords.Classify(cell.Text))).ToList();
        // 测评等次 over 满意, 基本满意, 不满意 is one thing not understood, not three.
        // Twelve months beside four known columns are no sign that the header is not understood.
        var groups = found.Where(f => f.Meaning is not null || !HeaderWords.IsBarePeriod(f.Cell.Text)).GroupBy(f => CellOver(top, f.Cell.Column)?.Column ?? f.Cell.Column, f => f.Meaning is not null).Select(group => group.Contains(true)).ToList();
        var understood = groups.Count(group => group);
        if (understood < 2 || understood * 2 < groups.Count || !found.Any(f => f.Meaning?.Role is ColumnRole.Content or ColumnRole.Progress or ColumnRole.Target))
        {
            return null;
        }

        rowsTaken = depth;
        return new TableColumns(ColumnRoles.Decide(found));
    }

    /// <summary>Columns named by somebody who looked at the values, for a table without a header.</summary>
    public static TableColumns Of(IReadOnlyList<TableColumn> columns) => new(columns);

    /// <summary>The same columns with one of them given another role.</summary>
    public TableColumns With(int index, ColumnRole role) =>
        new([.. Columns.Select((column, i) => i == index ? column with { Role = role } : column)]);

    /// <summary>Whether the row says the same words as this header: a header repeated after a page break.</summary>
    public bool IsRepeatedBy(TableRow row)
    {
        var same = 0;
        foreach (var cell in row.Cells)
        {
            if (cell.Text.Length == 0)
            {
                continue;
            }

            if (cell.Text.Length > HeaderWords.LongestHeader
                || IndexAt(cell.Column) is var index && index < 0
                || !PlainText.Compact(Columns[index].Header).StartsWith(PlainText.Compact(cell.Text), StringComparison.Ordinal))
            {
                return false;
            }

            same++;
        }

        return same >= 2;
    }

    private static bool MayBeHeader(TableRow row)
    {
        var filled = 0;
        foreach (var cell in row.Cells)
        {
            // A bare number stands in every row of data and in no header: most rows are told apart here at no cost.
            if (cell.Text.Length > HeaderWords.LongestHeader || (cell.Text.Length is 1 or 2 or 3 && cell.Text.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0))
            {
                return false;
            }

            filled += cell.Text.Length > 0 ? 1 : 0;
        }

        return filled >= 2;
    }

    // A row below belongs to the header when it fills only what the first one leaves open: under a spanned cell, or under nothing.
    private static bool IsPartOfHeader(TableRow top, TableRow below)
    {
        var parts = 0;
        foreach (var cell in below.Cells)
        {
            if (cell.MergedFromAbove || cell.Text.Length == 0)
            {
                continue;
            }

            if (cell.Text.Length > HeaderWords.LongestHeader)
            {
                return false;
            }

            var above = CellOver(top, cell.Column);
            // A text table keeps no spans: an empty cell to the right shows that the header above reaches over it.
            var underSpan = above is { Text.Length: > 0 } header && ((header.Span > 1 && cell.Span <= header.Span) || CellOver(top, header.Column + header.Span) is { Text.Length: 0, MergedFromAbove: false });
            var underNothing = above is null or { Text.Length: 0 };
            if (!underSpan && !underNothing)
            {
                return false;
            }

            parts++;
        }

        return parts >= 2;
    }

    private static List<TableCell> Combined(TableRow top, TableRow below)
    {
        var cells = new List<TableCell>();
        foreach (var cell in top.Cells.Where(cell => cell.Text.Length > 0))
        {
            var end = cell.Column + cell.Span;
            var openEnd = cell.Span > 1 ? end : top.Cells.Where(c => c.Column > cell.Column && c.Text.Length > 0).Select(c => c.Column).DefaultIfEmpty(int.MaxValue).Min();
            var parts = below.Cells.Where(c => c.Text.Length > 0 && !c.MergedFromAbove && c.Column >= cell.Column && c.Column < openEnd).ToList();
            if (parts.Count == 0 || (parts.Count == 1 && cell.Span == 1 && parts[0].Column != cell.Column))
            {
                cells.Add(cell);
            }

            cells.AddRange(parts.Select(part => part with { Text = cell.Text + "\n" + part.Text }));
        }

        return cells;
    }

    private static TableCell? CellOver(TableRow row, int column)
    {
        foreach (var cell in row.Cells)
        {
            if (cell.Column <= column && column < cell.Column + cell.Span)
            {
                return cell;
            }
        }

        return null;
    }
}

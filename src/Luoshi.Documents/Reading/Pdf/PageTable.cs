namespace Luoshi.Documents.Reading.Pdf;

/// <summary>The part of a table that stands on one page, its cells still as printed lines.</summary>
internal sealed class PageTable
{
    private readonly PageCell[,] _owners;

    public PageTable(RulingGrid grid, int page, ReadBudget budget)
    {
        Grid = grid;
        Page = page;
        _owners = new PageCell[grid.Rows, grid.Columns];
        for (var row = 0; row < grid.Rows; row++)
        {
            var cells = new List<PageCell>();
            for (var column = 0; column < grid.Columns;)
            {
                var end = column + 1;
                while (end < grid.Columns && !grid.WallLeft[end, row])
                {
                    end++;
                }

                cells.Add(CellAt(row, column, end));
                column = end;
            }

            budget.CountCells(cells.Count);
            Rows.Add(new PageRow(cells, page));
        }
    }

    public RulingGrid Grid { get; }

    public int Page { get; }

    public List<PageRow> Rows { get; } = [];

    public IEnumerable<TextLine> Lines => Rows.SelectMany(r => r.Cells).SelectMany(c => c.Lines);

    public bool IsEmpty => Rows.Count == 0 || Rows.TrueForAll(r => r.IsEmpty);

    public void Place(Glyph glyph)
    {
        var middle = glyph.Middle;
        _owners[RulingGrid.IndexOf(Grid.Ys, middle.Y), RulingGrid.IndexOf(Grid.Xs, middle.X)].Glyphs.Add(glyph);
    }

    /// <summary>Makes lines of what was placed and drops the rows that only doubled borders made.</summary>
    public void GatherLines()
    {
        const double lowestRow = 5;
        for (var row = Rows.Count - 1; row >= 0; row--)
        {
            Rows[row].Cells.ForEach(c => c.GatherLines());
            if (Rows[row].IsEmpty && Grid.Ys[row + 1] - Grid.Ys[row] < lowestRow)
            {
                Rows.RemoveAt(row);
            }
        }
    }

    private PageCell CellAt(int row, int column, int end)
    {
        var above = row == 0 ? null : _owners[row - 1, column];
        var merged = above is not null && above.Column == column && above.Span == end - column;
        for (var i = column; i < end; i++)
        {
            merged &= !Grid.WallAbove[row, i];
        }

        var cell = new PageCell(column, end - column, merged, Grid.Xs[column], Grid.Xs[end]);
        for (var i = column; i < end; i++)
        {
            // What is printed in a merged cell belongs to its first row, wherever it was centred.
            _owners[row, i] = merged ? above! : cell;
        }

        return cell;
    }
}

internal sealed record PageRow(List<PageCell> Cells, int Page)
{
    public bool IsEmpty => Cells.TrueForAll(c => c.Lines.Count == 0);
}

internal sealed record PageCell(int Column, int Span, bool MergedFromAbove, double Left, double Right)
{
    public List<Glyph> Glyphs { get; } = [];

    public List<TextLine> Lines { get; } = [];

    /// <summary>The bare text, for comparing.</summary>
    public string Compared => string.Concat(Lines.Select(l => l.Text)).Replace(" ", "", StringComparison.Ordinal);

    public void GatherLines()
    {
        Lines.AddRange(TextLine.Gather(Glyphs));
        Glyphs.Clear();
    }
}

using Luoshi.Core.Reading;

namespace Luoshi.Documents.Reading.Pdf;

/// <summary>A whole table, put together from the parts on its pages.</summary>
internal sealed class TableChain
{
    private const int MostHeaderRows = 3;

    private readonly PageTable _first;
    private readonly int _number;
    private readonly List<PageRow> _rows;
    private PageTable _last;
    private int _headerRows;

    public TableChain(PageTable first, int number)
    {
        _first = _last = first;
        _number = number;
        _rows = [.. first.Rows];
    }

    public int LastPage => _last.Page;

    /// <summary>
    /// Takes in the part on the next page, if it is one: the same column edges, and not another header. A header printed again is left
    /// out; a row that the page's end cut in two becomes one.
    /// </summary>
    public bool TryContinue(PageTable next, List<ReadingProblem> problems)
    {
        if (!next.Grid.HasEdgesOf(_first.Grid))
        {
            return false;
        }

        var page = next.Page;
        var repeated = RepeatedHeaderRows(next);
        if (repeated == 0 && StartsAnew(next))
        {
            return false;
        }

        if (repeated > 0)
        {
            _headerRows = repeated;
            problems.Add(new ReadingProblem(
                ProblemSeverity.Info, "repeated-header", $"第 {page} 页重复的表头已略去。", new SourceLocation(Page: page, Table: _number)));
        }

        var body = next.Rows.Skip(repeated).ToList();
        if (body.Count > 0 && _rows.Count > _headerRows && IsRestOf(_rows[^1], body[0], next, repeated))
        {
            problems.Add(new ReadingProblem(
                ProblemSeverity.Warning, "continued-row", $"第 {page} 页开头的半行并入上页末行。",
                new SourceLocation(Page: page, Table: _number, Row: _rows.Count)));
            foreach (var (cell, rest) in _rows[^1].Cells.Zip(body[0].Cells))
            {
                cell.Lines.AddRange(rest.Lines);
            }

            body.RemoveAt(0);
        }

        _rows.AddRange(body);
        _last = next;
        return true;
    }

    public TableBlock ToBlock(ReadBudget budget)
    {
        var (left, right) = Insets();
        var rows = new List<TableRow>();
        foreach (var row in _rows)
        {
            var cells = row.Cells.ConvertAll(cell =>
            {
                var text = Paragraphs.Join(cell.Lines, cell.Left + left[cell.Column], cell.Right - right[cell.Column + cell.Span - 1]);
                budget.CheckCellLength(text.Length);
                return new TableCell(text, cell.Column, cell.Span, cell.MergedFromAbove);
            });
            rows.Add(new TableRow(cells, new SourceLocation(Page: row.Page, Table: _number, Row: rows.Count + 1)));
        }

        return new TableBlock(rows, new SourceLocation(Page: _first.Page, Table: _number));
    }

    private int RepeatedHeaderRows(PageTable next)
    {
        var same = 0;
        var most = Math.Min(MostHeaderRows, Math.Min(next.Rows.Count, _first.Rows.Count));
        while (same < most && !_first.Rows[same].IsEmpty && AreSame(_first.Rows[same], next.Rows[same]))
        {
            same++;
        }

        return same;
    }

    /// <summary>The first cell says 序号 again, but the header is another: another table that happens to be as wide.</summary>
    private bool StartsAnew(PageTable next) =>
        _first.Rows.Count > 0 && _first.Rows[0].Cells[0].Compared is { Length: > 0 } key && next.Rows[0].Cells[0].Compared == key;

    private static bool AreSame(PageRow a, PageRow b) =>
        HaveSameCells(a, b) && a.Cells.Zip(b.Cells).All(pair => pair.First.Compared == pair.Second.Compared);

    private static bool HaveSameCells(PageRow a, PageRow b) =>
        a.Cells.Count == b.Cells.Count && a.Cells.Zip(b.Cells).All(pair => pair.First.Span == pair.Second.Span);

    /// <summary>
    /// Is the first row of a page the rest of the last one? It is where a border was left undrawn at the cut, or where the key, which
    /// stands once in a row, is empty on one side of the cut only.
    /// </summary>
    private bool IsRestOf(PageRow last, PageRow next, PageTable nextTable, int repeated)
    {
        if (last.Cells.Count < 2 || next.IsEmpty || !HaveSameCells(last, next))
        {
            return false;
        }

        var keyBefore = last.Cells[0].Lines.Count > 0;
        var keyAfter = next.Cells[0].Lines.Count > 0;
        var cut = _last.Grid.OpenBottom || (nextTable.Grid.OpenTop && repeated == 0);
        return keyBefore != keyAfter || (cut && !(keyBefore && keyAfter));
    }

    /// <summary>The room cells keep free on either side, by column: as far as any line of the column reaches.</summary>
    private (double[] Left, double[] Right) Insets()
    {
        const double unknown = double.MaxValue;
        var left = Enumerable.Repeat(unknown, _first.Grid.Columns).ToArray();
        var right = Enumerable.Repeat(unknown, _first.Grid.Columns).ToArray();
        foreach (var cell in _rows.SelectMany(r => r.Cells))
        {
            foreach (var line in cell.Lines)
            {
                left[cell.Column] = Math.Min(left[cell.Column], Math.Max(0, line.Left - cell.Left));
                var last = cell.Column + cell.Span - 1;
                right[last] = Math.Min(right[last], Math.Max(0, cell.Right - line.Right));
            }
        }

        // A column of short lines does not show its right inset: cells are set alike on both sides.
        var usual = left.Append(6).Min();
        for (var i = 0; i < left.Length; i++)
        {
            left[i] = Math.Min(left[i], usual + 2);
            right[i] = Math.Min(right[i], usual + 2);
        }

        return (left, right);
    }
}

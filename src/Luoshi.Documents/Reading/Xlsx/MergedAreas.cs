namespace Luoshi.Documents.Reading.Xlsx;

/// <summary>A merged area; its text is that of its upper left cell.</summary>
internal sealed record MergedArea(CellReference First, CellReference Last)
{
    /// <summary>Whether the first cell's text was met, so that the rows below continue something.</summary>
    public bool HasText { get; set; }

    /// <summary>Reads <c>A1:G1</c>; null for anything else.</summary>
    public static MergedArea? Parse(string? reference)
    {
        var colon = reference?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        return colon > 0
            && CellReference.Parse(reference.AsSpan(0, colon)) is { } first
            && CellReference.Parse(reference.AsSpan(colon + 1)) is { } last
            && first.Column <= last.Column && first.Row <= last.Row
                ? new MergedArea(first, last)
                : null;
    }
}

/// <summary>
/// The merged areas of a sheet, met row by row from above. Whatever a file declares, at one row at most one area covers a column:
/// where areas overlap, which Excel does not allow, the first counts.
/// </summary>
internal sealed class MergedAreas
{
    private readonly List<MergedArea> _all;
    private readonly List<MergedArea> _here = [];
    private readonly ReadBudget _budget;
    private int _next;

    public MergedAreas(IEnumerable<MergedArea> areas, ReadBudget budget)
    {
        _all = [.. areas.OrderBy(a => a.First.Row).ThenBy(a => a.First.Column)];
        _budget = budget;
    }

    /// <summary>The areas that reach into the current row, from left to right.</summary>
    public IReadOnlyList<MergedArea> Here => _here;

    /// <summary>Goes down to a row. Areas that lie between rows that were stopped at are passed over.</summary>
    public void MoveTo(int row)
    {
        _here.RemoveAll(area => area.Last.Row < row);

        // Thousands of areas as long as the sheet would cost their number in every row: they count as the cells they cover.
        _budget.CountCells(_here.Count);
        for (; _next < _all.Count && _all[_next].First.Row <= row; _next++)
        {
            if (_all[_next].Last.Row >= row)
            {
                Enter(_all[_next]);
            }
        }
    }

    public MergedArea? At(int column)
    {
        var index = IndexOfLastFrom(column);
        return index >= 0 && _here[index].Last.Column >= column ? _here[index] : null;
    }

    /// <summary>The last row that is covered without a gap from the current row on; the current row's own number if none is.</summary>
    public int CoveredUntil(int row) => _here.Count == 0 ? row : _here.Max(area => area.Last.Row);

    private void Enter(MergedArea area)
    {
        var before = IndexOfLastFrom(area.First.Column);
        var free = (before < 0 || _here[before].Last.Column < area.First.Column)
            && (before + 1 >= _here.Count || _here[before + 1].First.Column > area.Last.Column);
        if (free)
        {
            _here.Insert(before + 1, area);
        }
    }

    /// <summary>The index of the last area that begins at or before a column, -1 if there is none.</summary>
    private int IndexOfLastFrom(int column)
    {
        var low = 0;
        var high = _here.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_here[middle].First.Column <= column)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low - 1;
    }
}

namespace Luoshi.Documents.Reading.Xlsx;

/// <summary>Which columns of a sheet are shown, and where each stands once the hidden ones are gone.</summary>
internal sealed class VisibleColumns
{
    // Entry n: how many hidden ranges begin at column n less those that ended before it. Ranges may overlap and come by the million.
    private readonly int[] _hiddenChange = new int[CellReference.Columns + 1];
    private int[]? _visibleBefore;

    /// <summary>Hides columns, counted from 0, both ends included. Only before the first question is asked.</summary>
    public void Hide(int first, int last)
    {
        if (first >= 0 && first <= last && first < CellReference.Columns)
        {
            _hiddenChange[first]++;
            _hiddenChange[Math.Min(last + 1, CellReference.Columns)]--;
        }
    }

    public bool IsHidden(int column) => Count(column, column) == 0;

    /// <summary>How many columns are shown from <paramref name="first"/> to <paramref name="last"/>.</summary>
    public int Count(int first, int last) => VisibleBefore[last + 1] - VisibleBefore[first];

    /// <summary>The place of a shown column among the shown ones; for a hidden column that of the next shown one.</summary>
    public int Place(int column) => VisibleBefore[column];

    private int[] VisibleBefore => _visibleBefore ??= Number();

    private int[] Number()
    {
        var before = new int[CellReference.Columns + 1];
        var hiding = 0;
        for (var column = 0; column < CellReference.Columns; column++)
        {
            hiding += _hiddenChange[column];
            before[column + 1] = before[column] + (hiding == 0 ? 1 : 0);
        }

        return before;
    }
}

using Luoshi.Core.Reading;

namespace Luoshi.Documents.Reading.Xlsx;

/// <summary>
/// What is to be said about one sheet. The same thing about many cells is said once, with the first few places,
/// so that a workbook full of #REF! does not bury everything else.
/// </summary>
internal sealed class SheetProblems(string sheet, int table)
{
    private const int PlacesNamed = 5;

    private readonly List<ReadingProblem> _single = [];
    private readonly Dictionary<(ProblemSeverity Severity, string Code, string Message), Places> _many = [];

    public void Add(ProblemSeverity severity, string code, string message, int row) =>
        _single.Add(new ReadingProblem(severity, code, $"工作表“{sheet}”{message}", At(row)));

    /// <summary>Says of a cell what <paramref name="message"/> says; the places follow it in brackets.</summary>
    public void AddCell(ProblemSeverity severity, string code, string message, CellReference cell)
    {
        if (!_many.TryGetValue((severity, code, message), out var places))
        {
            _many.Add((severity, code, message), places = new Places(cell.Row));
        }

        places.Count++;
        if (places.Named.Count < PlacesNamed)
        {
            places.Named.Add(cell.ToString());
        }
    }

    /// <summary>Everything, in the order of rows.</summary>
    public IEnumerable<ReadingProblem> All() =>
        _single.Concat(_many.Select(pair => new ReadingProblem(
            pair.Key.Severity,
            pair.Key.Code,
            $"工作表“{sheet}”{pair.Key.Message}（{pair.Value}）。",
            At(pair.Value.FirstRow)))).OrderBy(problem => problem.Location.Row);

    private SourceLocation At(int row) => new(Table: table, Row: row, Sheet: sheet);

    private sealed class Places(int firstRow)
    {
        public int FirstRow => firstRow;

        public int Count { get; set; }

        public List<string> Named { get; } = [];

        public override string ToString() => string.Join("、", Named) + (Count > Named.Count ? $" 等 {Count} 处" : string.Empty);
    }
}

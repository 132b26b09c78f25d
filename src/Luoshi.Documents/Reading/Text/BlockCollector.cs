using Luoshi.Core.Reading;

namespace Luoshi.Documents.Reading.Text;

/// <summary>Gathers what a text reader finds, and charges the budget for it.</summary>
internal sealed class BlockCollector(ReadBudget budget)
{
    private readonly List<Block> _blocks = [];
    private readonly List<ReadingProblem> _problems = [];

    public ReadBudget Budget => budget;

    public void AddParagraph(string text, SourceLocation location)
    {
        budget.CheckCellLength(text.Length);
        if (text.Length > 0)
        {
            budget.CountElement(depth: 1);
            _blocks.Add(new ParagraphBlock(text, location));
        }
    }

    public void AddTable(IReadOnlyList<TableRow> rows)
    {
        if (rows.Count > 0)
        {
            _blocks.Add(new TableBlock(rows, rows[0].Location));
        }
    }

    public void Report(ReadingProblem problem) => _problems.Add(problem);

    public void Report(ProblemSeverity severity, string code, string message, SourceLocation location) =>
        Report(new ReadingProblem(severity, code, message, location));

    public BlockDocument ToDocument() => new(_blocks, _problems);
}

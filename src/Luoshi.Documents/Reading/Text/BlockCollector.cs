using Luoshi.Core.Reading;

namespace Luoshi.Documents.Reading.Text;

/// <summary>Gathers what a text reader finds, and charges the budget for it.</summary>
internal sealed class BlockCollector(ReadBudget budget)
{
    private const int MostProblems = 1000;

    private readonly List<Block> _blocks = [];
    private readonly List<ReadingProblem> _problems = [];
    private int _untold;

    public ReadBudget Budget => budget;

    public void AddParagraph(string text, SourceLocation location)
    {
        budget.CheckCellLength(text.Length);
        if (text.Length > 0)
        {
            budget.CountCells(1);
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

    /// <summary>Nobody reads a thousand problems, and a hostile file has one in every line: the rest are only counted.</summary>
    public void Report(ReadingProblem problem)
    {
        if (_problems.Count < MostProblems)
        {
            _problems.Add(problem);
        }
        else
        {
            _untold++;
        }
    }

    public void Report(ProblemSeverity severity, string code, string message, SourceLocation location) =>
        Report(new ReadingProblem(severity, code, message, location));

    public BlockDocument ToDocument()
    {
        if (_untold > 0)
        {
            _problems.Add(new ReadingProblem(ProblemSeverity.Warning, "more-problems", $"另有 {_untold} 处问题没有逐一列出。请核对原文件后再试。", default));
        }

        return new BlockDocument(_blocks, _problems);
    }
}

using Luoshi.Core.Reading;
using Luoshi.Core.Reporting;

namespace Luoshi.Documents.Reading.Tables;

/// <summary>
/// Understands a document: which tables are task tables, whose leader they stand under, which month they cover. One walk over the
/// blocks; the same for every format.
/// </summary>
internal static class TaskDocumentInterpreter
{
    public static TaskDocument Interpret(BlockDocument document, string source, ReadBudget budget)
    {
        var problems = new List<ReadingProblem>(document.Problems);
        var blocks = InternalSheet.LeaveOut(document.Blocks, problems);
        var facts = DocumentFacts.From(LinesOutsideTables(blocks));
        var documentPeriod = facts.TitlePeriod?.In(facts.Year);
        var reader = new TaskTableReader(facts.Year, documentPeriod, SheetLeaders.Of(blocks), problems, budget);
        foreach (var block in blocks)
        {
            switch (block)
            {
                case ParagraphBlock paragraph:
                    reader.Pass(paragraph);
                    break;
                case TableBlock table:
                    reader.Read(table);
                    break;
                default:
                    throw new InvalidOperationException($"Unknown block: {block.GetType().Name}");
            }
        }

        var tasks = reader.Finish();
        if (tasks.Count == 0)
        {
            tasks = TaskListReader.Read(blocks, facts.Year, documentPeriod, problems);
        }

        if (tasks.Count == 0)
        {
            problems.Add(new ReadingProblem(ProblemSeverity.Warning, "no-task-table", "没有找到重点工作表：没有同时写明任务和进展（或责任单位）的表格或条目。", default));
        }

        if (documentPeriod is { } inTitle && reader.NewestHeaderPeriod?.In(facts.Year) is { } inHeader && inTitle != inHeader)
        {
            problems.Add(new ReadingProblem(ProblemSeverity.Warning, "period-conflict", $"标题写的是 {inTitle}，表头写的是 {inHeader}；报送期按表头，请核对。", default));
        }

        return new TaskDocument
        {
            Source = source,
            Title = facts.Title,
            Government = facts.Government,
            Date = facts.Date,
            Period = Period(facts, documentPeriod, reader, tasks),
            Tasks = tasks,
            Problems = problems,
        };
    }

    // A pure plan has no period. The months over the columns say more than the title.
    private static ReportingPeriod? Period(DocumentFacts facts, ReportingPeriod? fromTitle, TaskTableReader reader, IReadOnlyList<ReportedTask> tasks)
    {
        if (!tasks.Any(task => task.Progress is not null || task.PlanMet is not null) && !reader.HasProgressColumn)
        {
            return null;
        }

        return reader.NewestHeaderPeriod?.In(facts.Year) ?? fromTitle ?? facts.PeriodWithoutMonth();
    }

    private static List<string> LinesOutsideTables(IReadOnlyList<Block> blocks)
    {
        var lines = new List<string>();
        foreach (var block in blocks)
        {
            if (block is ParagraphBlock paragraph)
            {
                lines.AddRange(paragraph.Text.Split('\n'));
            }
            else if (block is TableBlock table)
            {
                if (table.Location.Sheet is { } sheet && !lines.Contains(sheet))
                {
                    lines.Add(sheet);
                }

                // Title rows above the header: one text each.
                foreach (var row in table.Rows.Take(6))
                {
                    if (SingleText(row) is { } text)
                    {
                        lines.AddRange(text.Split('\n'));
                    }
                    else
                    {
                        break;
                    }
                }
            }
        }

        return lines;
    }

    /// <summary>The only text of a row; null when it has none or several.</summary>
    internal static string? SingleText(TableRow row)
    {
        string? only = null;
        foreach (var cell in row.Cells)
        {
            if (cell.Text.Length > 0)
            {
                if (only is not null)
                {
                    return null;
                }

                only = cell.Text;
            }
        }

        return only;
    }
}

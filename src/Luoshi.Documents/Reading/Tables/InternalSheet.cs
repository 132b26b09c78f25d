using Luoshi.Core.Meetings;
using Luoshi.Core.Reading;

namespace Luoshi.Documents.Reading.Tables;

/// <summary>A material ends where its own sheet of doubts begins: what stands there speaks of tasks and is none.</summary>
internal static class InternalSheet
{
    /// <summary>The blocks before the sheet. What is left out is told.</summary>
    public static IReadOnlyList<Block> LeaveOut(IReadOnlyList<Block> blocks, List<ReadingProblem> problems)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            if (IsTitle(blocks[i]))
            {
                problems.Add(new ReadingProblem(ProblemSeverity.Info, "internal-sheet", $"“{DoubtSheet.Title}”是核对结果，不是任务，从这里起没有读入。", blocks[i].Location));
                return [.. blocks.Take(i)];
            }
        }

        return blocks;
    }

    private static bool IsTitle(Block block) => block.Location.Sheet == DoubtSheet.Title || (block is ParagraphBlock paragraph && paragraph.Text == DoubtSheet.Title);
}

using Luoshi.Core.Reading;
using Luoshi.Documents.Reading.Packages;

namespace Luoshi.Documents.Reading.Xlsx;

/// <summary>
/// Reads a workbook: every shown sheet, walked over once, its cells as a person sees them. Rows and cells without text are not handed on,
/// so a cell's place is its <see cref="TableCell.Column"/>, counted over the shown columns of the sheet.
/// </summary>
internal static class ExcelReader
{
    /// <exception cref="RefusedDocumentException">A damaged or binary workbook, or one that passes a cap.</exception>
    public static BlockDocument Read(OfficePackage package, ReadBudget budget)
    {
        var workbook = Workbook.Of(package);
        var strings = SharedStrings.Read(workbook.SharedStringsPart, package, budget);
        var styles = CellStyles.Read(workbook.StylesPart, package, workbook.CountsFrom1904);
        var blocks = new List<Block>();
        var problems = new List<ReadingProblem>();
        var table = 0;
        foreach (var sheet in workbook.Sheets.Where(sheet => sheet.HasCells))
        {
            var place = new SourceLocation(Sheet: sheet.Name);
            if (sheet.Hidden)
            {
                problems.Add(new ReadingProblem(
                    ProblemSeverity.Warning, "hidden-sheet", $"工作表“{sheet.Name}”是隐藏的，没有读取。如需读取，请取消隐藏后再试。", place));
                continue;
            }

            if (sheet.Part is null || !package.Has(sheet.Part))
            {
                problems.Add(new ReadingProblem(
                    ProblemSeverity.Error, "missing-sheet", $"工作表“{sheet.Name}”的内容在文件里找不到。请用 Excel 或 WPS 打开核对，另存一份再试。", place));
                continue;
            }

            var said = new SheetProblems(sheet.Name, ++table);
            using var xml = package.OpenXml(sheet.Part);
            var read = new SheetReader(strings, styles, said, budget).Read(xml);
            blocks.AddRange(new SheetBlocks(read, sheet.Name, table, said, budget).Build());
            problems.AddRange(said.All());
        }

        return new BlockDocument(blocks, problems);
    }
}

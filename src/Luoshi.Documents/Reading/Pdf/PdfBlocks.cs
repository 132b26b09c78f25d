using Luoshi.Core.Reading;

namespace Luoshi.Documents.Reading.Pdf;

/// <summary>Puts the pages' lines and tables together to one document in reading order.</summary>
internal static class PdfBlocks
{
    public static BlockDocument Of(IReadOnlyList<PageLayout> pages, ReadBudget budget)
    {
        AskForText(pages);
        var problems = new List<ReadingProblem>();
        foreach (var page in pages)
        {
            if (page.LeftOutLetters > 0)
            {
                problems.Add(new ReadingProblem(
                    ProblemSeverity.Warning, "watermark", $"第 {page.Number} 页斜排、隐藏或水印样的文字（{page.LeftOutLetters} 字）没有读取。",
                    new SourceLocation(Page: page.Number)));
            }

            if (page.LettersWithoutMeaning > 0)
            {
                problems.Add(new ReadingProblem(
                    ProblemSeverity.Error, "unknown-characters", $"第 {page.Number} 页有 {page.LettersWithoutMeaning} 个字因字体缺少编码而读不出，以“�”代替，请核对。",
                    new SourceLocation(Page: page.Number)));
            }
        }

        problems.AddRange(pages.Where(p => p.HasGuessedColumns).Select(p => new ReadingProblem(
            ProblemSeverity.Warning, "guessed-columns", $"第 {p.Number} 页有表格没有竖线，按文字位置分了列，请核对。", new SourceLocation(Page: p.Number))));
        RunningText.Remove(pages, problems);
        var (left, right) = TextEdges(pages);
        var parts = new List<object>();
        foreach (var page in pages)
        {
            AddPage(page, left, right, parts, problems);
        }

        var blocks = parts.ConvertAll(part => part as Block ?? ((TableChain)part).ToBlock(budget));
        return new BlockDocument(blocks, problems);
    }

    private static void AskForText(IReadOnlyList<PageLayout> pages)
    {
        var readable = pages.Sum(p => p.Lines.Concat(p.Tables.SelectMany(t => t.Lines)).Sum(l => l.Text.Length));
        var withoutMeaning = pages.Sum(p => p.LettersWithoutMeaning);
        if (readable == 0)
        {
            throw new RefusedDocumentException("no-text-layer", "这是扫描件或图片PDF，没有文字层，读不出文字。请提供Word或可复制文字的PDF。");
        }

        if (withoutMeaning * 2 > readable)
        {
            throw new RefusedDocumentException("no-text-layer", "这份PDF的字体没有文字编码，复制出来是乱码，读不出文字。请提供Word或可复制文字的PDF。");
        }
    }

    /// <summary>Where the text of the document begins and ends on the page; a lone centred title does not tell.</summary>
    private static (double Left, double Right) TextEdges(IReadOnlyList<PageLayout> pages)
    {
        const double widestMargin = 0.15;
        var width = pages.Max(p => p.Width);
        var (lines, grids) = (pages.SelectMany(p => p.Lines).ToList(), pages.SelectMany(p => p.Tables).Select(t => t.Grid).ToList());
        var left = lines.Select(l => l.Left).Concat(grids.Select(g => g.Left)).Append(width * widestMargin).Min();
        var right = lines.Select(l => l.Right).Concat(grids.Select(g => g.Right)).Append(width * (1 - widestMargin)).Max();
        return (left, right);
    }

    private static void AddPage(PageLayout page, double left, double right, List<object> parts, List<ReadingProblem> problems)
    {
        var pitch = Paragraphs.Pitch(page.Lines);
        var line = 0;
        foreach (var table in page.Tables)
        {
            line = AddParagraphs(page, line, table.Grid.Top, left, right, pitch, parts);
            if (!(parts.Count > 0 && parts[^1] is TableChain open && page.Number == open.LastPage + 1 && open.TryContinue(table, problems)))
            {
                parts.Add(new TableChain(table, parts.Count(p => p is TableChain) + 1));
            }
        }

        AddParagraphs(page, line, double.MaxValue, left, right, pitch, parts);
    }

    private static int AddParagraphs(PageLayout page, int line, double until, double left, double right, double pitch, List<object> parts)
    {
        var paragraph = new List<TextLine>();
        for (; line < page.Lines.Count && page.Lines[line].Baseline < until; line++)
        {
            if (paragraph.Count > 0 && Paragraphs.Ends(paragraph[^1], page.Lines[line], left, right, pitch))
            {
                Add(paragraph);
            }

            paragraph.Add(page.Lines[line]);
        }

        Add(paragraph);
        return line;

        void Add(List<TextLine> lines)
        {
            if (lines.Count > 0)
            {
                parts.Add(new ParagraphBlock(Paragraphs.Join(lines, left, right), new SourceLocation(Page: page.Number)));
                lines.Clear();
            }
        }
    }
}

using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace Luoshi.Documents.Reading.Pdf;

/// <summary>Reads a PDF that has a text layer: tables from their drawn lines, paragraphs from how full the printed lines are.</summary>
internal static class PdfReader
{
    private const int MostPages = 3_000;

    /// <summary>The library recurses by the file's will, and a stack that overflows cannot be caught: its own guard fits in this one.</summary>
    private const int StackBytes = 64 * 1024 * 1024;

    private const int NestingInLibrary = 256;

    /// <exception cref="RefusedDocumentException">Encrypted, damaged, without text, or past a cap.</exception>
    /// <exception cref="OperationCanceledException">The time limit is over.</exception>
    public static BlockDocument Read(ReadOnlyMemory<byte> file, ReadBudget budget)
    {
        BlockDocument? document = null;
        Exception? failure = null;
        var reading = new Thread(
            () =>
            {
                try
                {
                    document = ReadPages(file, budget);
                }
#pragma warning disable CA1031 // The library throws exceptions of every kind at damaged files; none may end the process.
                catch (Exception error)
#pragma warning restore CA1031
                {
                    failure = error;
                }
            },
            StackBytes)
        {
            IsBackground = true,
            Name = "PDF",
        };
        reading.Start();

        // Our own code looks at the clock; a loop inside the library does not, and is left behind.
        if (!reading.Join(budget.Limits.Time))
        {
            throw new OperationCanceledException();
        }

        return failure switch
        {
            null => document!,
            RefusedDocumentException refused => throw new RefusedDocumentException(refused.Refusal),
            OperationCanceledException => throw new OperationCanceledException(),
            PdfDocumentEncryptedException => throw new RefusedDocumentException("encrypted-file", "PDF 设有打开密码。请去掉密码，另存一份再试。"),
            _ => throw new RefusedDocumentException("damaged-file", "PDF 损坏、不完整或含有办公文档不该有的内容，读不出来。请重新导出 PDF，或提供 Word 文件。"),
        };
    }

    private static BlockDocument ReadPages(ReadOnlyMemory<byte> file, ReadBudget budget)
    {
        var options = new ParsingOptions
        {
            FilterProvider = new PdfFilters(budget),
            MaxStackDepth = NestingInLibrary,
            SkipMissingFonts = true,
            UseLenientParsing = true,
        };
        using var pdf = PdfDocument.Open(file, options);
        if (pdf.NumberOfPages > MostPages)
        {
            throw new RefusedDocumentException("too-many-elements", $"PDF 超过 {MostPages:N0} 页。请拆成几个文件再试。");
        }

        pdf.AddPageFactory<PageMarks, PageMarksFactory>();
        var pages = new List<PageLayout>();
        for (var number = 1; number <= pdf.NumberOfPages; number++)
        {
            budget.Step();
            pages.Add(PageLayout.Of(pdf.GetPage<PageMarks>(number), budget));
        }

        return PdfBlocks.Of(pages, budget);
    }
}

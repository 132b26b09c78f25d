using Luoshi.Core;
using Luoshi.Documents.Reading.Docx;
using Luoshi.Documents.Reading.Packages;
using Luoshi.Documents.Reading.Pdf;
using Luoshi.Documents.Reading.Text;

namespace Luoshi.Documents.Reading;

/// <summary>Reads the running text of a document: a work report is paragraphs, not a table.</summary>
public static class ParagraphReader
{
    /// <returns>The paragraphs in their order without markup; or a refusal as of <see cref="DocumentReader.Read"/>, <c>no-text</c> where there is none.</returns>
    public static Outcome<IReadOnlyList<string>> Read(ReadOnlyMemory<byte> file, ReadLimits limits) =>
        CappedReading.Run<IReadOnlyList<string>>(file, limits, budget =>
        {
            var paragraphs = Blocks(file, budget).Blocks.OfType<ParagraphBlock>().Select(block => block.Text).ToList();
            return paragraphs.Count > 0 ? paragraphs : new Refusal("no-text", "文件里没有正文。政府工作报告请用 Word、PDF 或文本文件。");
        });

    private static BlockDocument Blocks(ReadOnlyMemory<byte> file, ReadBudget budget)
    {
        switch (FileKinds.Detect(file.Span))
        {
            case FileKind.Pdf:
                return PdfReader.Read(file, budget);
            case FileKind.Zip:
                using (var package = OfficePackage.Open(file, budget))
                {
                    return package.Has("word/document.xml") ? WordReader.Read(package, budget) : throw new RefusedDocumentException("no-text", "这不是 Word 文件。政府工作报告请用 Word、PDF 或文本文件。");
                }

            default:
                return PlainTextReader.Read(file, budget);
        }
    }
}

using Luoshi.Core;
using Luoshi.Core.Reading;
using Luoshi.Documents.Reading.Docx;
using Luoshi.Documents.Reading.Packages;
using Luoshi.Documents.Reading.Pdf;
using Luoshi.Documents.Reading.Tables;
using Luoshi.Documents.Reading.Text;
using Luoshi.Documents.Reading.Xlsx;

namespace Luoshi.Documents.Reading;

/// <summary>Reads any document an office really has. Bytes in, what they say of key tasks out; nothing else is touched.</summary>
public static class DocumentReader
{
    /// <summary>
    /// Reads one document. <paramref name="source"/> is its file name: it is shown to people and decides nothing.
    /// A document without a task table succeeds with no tasks and a problem that says so.
    /// </summary>
    /// <returns>
    /// The document, or a refusal: <c>file-too-large</c>, <c>empty-file</c>, <c>old-office-format</c>, <c>encrypted-file</c>, <c>macro-file</c>,
    /// <c>unknown-format</c>, <c>damaged-file</c>, <c>no-text-layer</c>, <c>took-too-long</c> or the code of a cap.
    /// </returns>
    public static Outcome<TaskDocument> Read(ReadOnlyMemory<byte> file, string source, ReadLimits limits) =>
        CappedReading.Run<TaskDocument>(file, limits, budget => TaskDocumentInterpreter.Interpret(ReadBlocks(file, budget), source, budget));

    /// <summary>The refusal of a file over the size limit, for callers that see the size before they have the bytes.</summary>
    public static Refusal TooLarge(ReadLimits limits) =>
        new("file-too-large", $"文件超过 {limits.FileBytes / 1_000_000} MB，请拆分或压缩其中的图片后再试。");

    private static BlockDocument ReadBlocks(ReadOnlyMemory<byte> file, ReadBudget budget)
    {
        switch (FileKinds.Detect(file.Span))
        {
            case FileKind.Pdf:
                return PdfReader.Read(file, budget);
            case FileKind.Zip:
                using (var package = OfficePackage.Open(file, budget))
                {
                    return ReadPackage(package, budget);
                }

            default:
                return PlainTextReader.Read(file, budget);
        }
    }

    private static BlockDocument ReadPackage(OfficePackage package, ReadBudget budget)
    {
        var type = package.MainContentType ?? "";
        if (type.Contains("wordprocessingml", StringComparison.OrdinalIgnoreCase))
        {
            return WordReader.Read(package, budget);
        }

        if (type.Contains("spreadsheetml", StringComparison.OrdinalIgnoreCase) || type.Contains("ms-excel", StringComparison.OrdinalIgnoreCase))
        {
            return ExcelReader.Read(package, budget);
        }

        // Some programs write no content types, or wrong ones; the parts lie where everybody puts them.
        return package.Has("word/document.xml") ? WordReader.Read(package, budget)
            : package.MainPart?.StartsWith("xl/", StringComparison.OrdinalIgnoreCase) == true ? ExcelReader.Read(package, budget)
            : throw new RefusedDocumentException("unknown-format", "这是压缩包，不是 Word 或 Excel 文件。请解压后逐个读取。");
    }
}

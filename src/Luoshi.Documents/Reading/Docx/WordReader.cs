using Luoshi.Documents.Reading.Packages;

namespace Luoshi.Documents.Reading.Docx;

internal static class WordReader
{
    public static BlockDocument Read(OfficePackage package, ReadBudget budget) => throw new RefusedDocumentException("unknown-format", "暂不支持。");
}

using Luoshi.Documents.Reading.Packages;

namespace Luoshi.Documents.Reading.Xlsx;

internal static class ExcelReader
{
    public static BlockDocument Read(OfficePackage package, ReadBudget budget) => throw new RefusedDocumentException("unknown-format", "暂不支持。");
}

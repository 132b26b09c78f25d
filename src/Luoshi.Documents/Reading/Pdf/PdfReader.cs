namespace Luoshi.Documents.Reading.Pdf;

internal static class PdfReader
{
    public static BlockDocument Read(ReadOnlyMemory<byte> file, ReadBudget budget) => throw new RefusedDocumentException("unknown-format", "暂不支持。");
}

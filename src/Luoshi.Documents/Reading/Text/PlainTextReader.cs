namespace Luoshi.Documents.Reading.Text;

internal static class PlainTextReader
{
    public static BlockDocument Read(ReadOnlyMemory<byte> file, ReadBudget budget) => throw new RefusedDocumentException("unknown-format", "暂不支持。");
}

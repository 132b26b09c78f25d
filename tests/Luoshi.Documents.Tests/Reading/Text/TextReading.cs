using System.Text;
using Luoshi.Documents.Reading;
using Luoshi.Documents.Reading.Text;

namespace Luoshi.Documents.Tests.Reading.Text;

/// <summary>Texts in, blocks out, under the caps of an upload, and how tests write a block down.</summary>
internal static class TextReading
{
    public static BlockDocument Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    public static BlockDocument Read(byte[] file) => Read(file, ReadLimits.Upload);

    public static BlockDocument Read(byte[] file, ReadLimits limits)
    {
        using var clock = new CancellationTokenSource(limits.Time);
        return PlainTextReader.Read(file, new ReadBudget(limits, file.Length, clock.Token));
    }

    public static RefusedDocumentException Refused(byte[] file) => Assert.Throws<RefusedDocumentException>(() => Read(file));

    public static List<string> Paragraphs(this BlockDocument document) => [.. document.Blocks.OfType<ParagraphBlock>().Select(p => p.Text)];

    public static List<TableBlock> Tables(this BlockDocument document) => [.. document.Blocks.OfType<TableBlock>()];

    /// <summary>Rows as lines, cells parted by <c>¦</c>, line breaks in cells as <c>↵</c>.</summary>
    public static string[] Rows(this TableBlock table) =>
        [.. table.Rows.Select(r => string.Join("¦", r.Cells.Select(c => c.Text.Replace('\n', '↵'))))];
}

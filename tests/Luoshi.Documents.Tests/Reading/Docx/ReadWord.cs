using Luoshi.Documents.Reading;
using Luoshi.Documents.Reading.Docx;
using Luoshi.Documents.Reading.Packages;
using Luoshi.Documents.Tests.Builders;

namespace Luoshi.Documents.Tests.Reading.Docx;

/// <summary>Reads a built document and shows what a test asks about.</summary>
internal static class ReadWord
{
    public static BlockDocument Read(DocxFile file) => Read(file.ToBytes(), ReadLimits.Upload);

    public static BlockDocument Read(byte[] file, ReadLimits limits)
    {
        var budget = new ReadBudget(limits, file.Length, CancellationToken.None);
        using var package = OfficePackage.Open(file, budget);
        return WordReader.Read(package, budget);
    }

    /// <summary>The paragraphs of a body, in order.</summary>
    public static string[] Paragraphs(params string[] body) => Paragraphs(DocxFile.Of(body));

    public static string[] Paragraphs(DocxFile file) => [.. Read(file).Blocks.OfType<ParagraphBlock>().Select(p => p.Text)];

    /// <summary>The rows of the body's only table.</summary>
    public static IReadOnlyList<TableRow> Rows(params string[] body) => Rows(DocxFile.Of(body));

    public static IReadOnlyList<TableRow> Rows(DocxFile file) => Assert.Single(Read(file).Blocks.OfType<TableBlock>()).Rows;

    /// <summary>The texts of the body's only table, by row.</summary>
    public static string[][] Texts(params string[] body) => Texts(DocxFile.Of(body));

    public static string[][] Texts(DocxFile file) => [.. Rows(file).Select(row => row.Cells.Select(cell => cell.Text).ToArray())];

    /// <summary>The text of a cell with this content.</summary>
    public static string CellText(string content) => Texts(DocxFile.Table($"<w:tr>{DocxFile.Cell(content)}</w:tr>"))[0][0];

    /// <summary>The codes of the problems a body gives.</summary>
    public static string[] Problems(params string[] body) => [.. Read(DocxFile.Of(body)).Problems.Select(p => p.Code)];
}

using System.Runtime.CompilerServices;
using Luoshi.Documents.Reading;
using Luoshi.Documents.Reading.Pdf;

namespace Luoshi.Documents.Tests.Reading.Pdf;

internal static class PdfFixtures
{
    public static BlockDocument Read(byte[] file)
    {
        var limits = ReadLimits.Upload;
        using var clock = new CancellationTokenSource(limits.Time);
        return PdfReader.Read(file, new ReadBudget(limits, file.Length, clock.Token));
    }

    public static BlockDocument ReadFixture(string name) => Read(File.ReadAllBytes(Path.Combine(Folder(), "Fixtures", name)));

    /// <summary>A table as text, one line a row: <c>|</c> between cells, <c>^</c> for a cell merged into the one above, <c>[2]</c> before one two columns wide.</summary>
    public static string[] Outline(TableBlock table) =>
        [.. table.Rows.Select(row => string.Join('|', row.Cells.Select(cell =>
            (cell.MergedFromAbove ? "^" : "") + (cell.Span > 1 ? $"[{cell.Span}]" : "") + cell.Text)))];

    private static string Folder([CallerFilePath] string thisFile = "") => Path.GetDirectoryName(thisFile)!;
}

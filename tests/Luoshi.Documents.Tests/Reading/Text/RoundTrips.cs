using System.Net;
using System.Text;
using CsCheck;

namespace Luoshi.Documents.Tests.Reading.Text;

/// <summary>Any grid of cells that is written in a syntax reads back equal.</summary>
public sealed class RoundTrips
{
    private static readonly string[] Words = ["修路", "区发改局", "63%", "3*4", "a_b", "<人才办>", "，", "。", "“好”", "& co", "-3.2%", "/", "《办法》", "x|y"];

    private static readonly Gen<string> Word = Gen.Int[0, Words.Length - 1].Select(i => Words[i]);

    private static readonly Gen<string> Cell =
        from paragraphs in Word.Array[1, 3].Select(words => string.Join(string.Empty, words)).Array[0, 3]
        select string.Join('\n', paragraphs);

    // A header makes the grid a table; which words do is another test's business.
    private static readonly Gen<string[][]> Grid =
        from columns in Gen.Int[3, 8]
        from rows in Cell.Array[columns].Array[1, 12]
        select (string[][])[[.. Enumerable.Range(0, columns).Select(i => i == 0 ? "序号" : $"工作内容{i}")], .. rows.Select(r => (string[])["1", .. r[1..]])];

    [Fact]
    public void Comma_separated() => Check(grid => Delimited(grid, ','));

    [Fact]
    public void Semicolon_separated() => Check(grid => Delimited(grid, ';'));

    [Fact]
    public void Tab_separated() => Check(grid => Delimited(grid, '\t'));

    [Fact]
    public void Piped() => Check(grid =>
    {
        var lines = grid.Select(row => $"| {string.Join(" | ", row.Select(c => c.Replace("|", @"\|", StringComparison.Ordinal).Replace("\n", "<br>", StringComparison.Ordinal)))} |").ToList();
        lines.Insert(1, "|" + string.Concat(Enumerable.Repeat(" --- |", grid[0].Length)));
        return string.Join('\n', lines);
    });

    [Fact]
    public void Html() => Check(grid =>
    {
        var page = new StringBuilder("<html><body><table>");
        foreach (var row in grid)
        {
            page.Append("<tr>");
            foreach (var cell in row)
            {
                page.Append("<td><p>").Append(WebUtility.HtmlEncode(cell).Replace("\n", "</p>\n<p>", StringComparison.Ordinal)).Append("</td>");
            }
        }

        return page.Append("</table>").ToString();
    });

    private static void Check(Func<string[][], string> write) => Grid.Sample(
        grid =>
        {
            var table = Assert.Single(TextReading.Read(write(grid)).Tables());

            Assert.Equal(grid, table.Rows.Select(r => r.Cells.Select(c => c.Text).ToArray()));
        },
        iter: 1_000);

    private static string Delimited(string[][] grid, char delimiter) =>
        string.Join("\r\n", grid.Select(row => string.Join(delimiter, row.Select(c => c.AsSpan().ContainsAny([delimiter, '"', '\n']) ? $"\"{c.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : c))));
}

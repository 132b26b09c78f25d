using System.Buffers;
using System.Text;
using Luoshi.Core.Reporting;

namespace Luoshi.Documents.Writing;

/// <summary>
/// A list as comma-separated values for programs: UTF-8 with the mark by which Excel knows it, the header first, days as 2024-04-28. A text that a
/// spreadsheet would take for a formula is disarmed (<see cref="FormulaGuard"/>); numbers, also negative ones, are numbers.
/// </summary>
public static class ListCsv
{
    // Semicolon and tab separate in other settings of the same programs.
    private static readonly SearchValues<char> s_quoted = SearchValues.Create(",;\t\"\r\n");

    /// <summary>Writes to <paramref name="destination"/> row by row; it stays open.</summary>
    public static void Write(Stream destination, ListSheet list)
    {
        using var writer = new StreamWriter(destination, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
        writer.WriteLine(string.Join(',', list.Columns.Select(column => Field(FormulaGuard.Add(column.Header)))));
        foreach (var row in list.Rows)
        {
            writer.WriteLine(string.Join(',', row.Select((value, i) => Field(new ListCell(value, list.Columns[i].Kind)))));
        }
    }

    private static string Field(ListCell cell) => Field(cell.IsOfItsKind ? cell.ForPrograms : FormulaGuard.Add(cell.Shown));

    private static string Field(string text) =>
        text.AsSpan().ContainsAny(s_quoted) || text.StartsWith(' ') || text.EndsWith(' ') ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}

namespace Luoshi.Documents.Reading.Text;

/// <summary>
/// A line, or the several lines of one quoted record, that may be a row of a table: its cells still with markup, its first line,
/// and the part of the text it stands in.
/// </summary>
internal sealed record TextRow(IReadOnlyList<string> Cells, int Line, Range Source)
{
    public int Filled => Cells.Count(c => !string.IsNullOrWhiteSpace(c));

    /// <summary>Whether the row only draws a line: <c>----</c>, <c>:--:</c>, <c>+====+</c>. A lone <c>-</c> is an office's word for nothing.</summary>
    public bool IsRuler => Filled > 0 && Cells.All(c => string.IsNullOrWhiteSpace(c) || IsDrawn(c.AsSpan().Trim()));

    /// <summary>Whether only the first cell says something: a title or leader line that a spreadsheet padded with empty cells.</summary>
    public bool IsTitle => Filled == 1 && !string.IsNullOrWhiteSpace(Cells[0]);

    private static bool IsDrawn(ReadOnlySpan<char> cell) => cell.Length >= 2 && cell.ContainsAny('-', '=') && !cell.ContainsAnyExcept("-=:+ ");
}

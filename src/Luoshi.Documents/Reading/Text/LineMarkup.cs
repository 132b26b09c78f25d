namespace Luoshi.Documents.Reading.Text;

/// <summary>What Markdown writes around a line, and the way of any text out of its inline markup.</summary>
internal static class LineMarkup
{
    private const string Strokes = "-*_=—–─━－＿＝~";

    /// <summary>A cell or paragraph without emphasis, tags and entities, tidied.</summary>
    public static string Remove(string text, ReadBudget budget)
    {
        budget.CheckCellLength(text.Length);
        return CellText.Tidy(InlineTags.Remove(Emphasis.Remove(text)));
    }

    /// <summary>Whether the line only draws: a rule, a heading's underline, a code fence.</summary>
    public static bool IsDrawn(ReadOnlySpan<char> line) =>
        line.StartsWith("```") || (line.Length >= 3 && Strokes.Contains(line[0], StringComparison.Ordinal) && !line.ContainsAnyExcept(line[0], ' '));

    /// <summary>The line without the marks of a heading, a quotation or a bullet. <c>#1机组</c>, <c>&gt;5%</c> and <c>-3.2%</c> are text.</summary>
    public static ReadOnlySpan<char> WithoutPrefix(ReadOnlySpan<char> line)
    {
        while (line.StartsWith("> "))
        {
            line = line[2..].TrimStart();
        }

        var level = line.IndexOfAnyExcept('#');
        if (level is >= 1 and <= 6 && (line[level] == ' ' || level > 1))
        {
            return line.Trim('#').Trim();
        }

        return line.StartsWith("- ") || line.StartsWith("* ") || line.StartsWith("+ ") ? line[2..].TrimStart() : line;
    }
}

using System.Text;

namespace Luoshi.Samples.Returns;

/// <summary>A unit's return as text: tab-separated, comma-separated, or numbered lines without a table.</summary>
internal static class TextReturn
{
    public static byte[] Write(UnitReturn unit)
    {
        var lines = unit.Habit.Format switch
        {
            ReturnFormat.Text => TabSeparated(unit),
            ReturnFormat.Csv => CommaSeparated(unit),
            ReturnFormat.Paragraphs => NumberedLines(unit),
            ReturnFormat.Word or ReturnFormat.Excel => throw new InvalidOperationException($"{unit.Unit} does not send text."),
        };
        var encoding = unit.Has(Dirt.Gb18030) ? Encoding.GetEncoding("GB18030") : new UTF8Encoding(unit.Has(Dirt.ByteOrderMark));

        // Windows wrote these files.
        var text = string.Concat(lines.Select(line => line + "\r\n"));
        return [.. encoding.Preamble, .. encoding.GetBytes(text)];
    }

    private static IEnumerable<string> TabSeparated(UnitReturn unit)
    {
        yield return unit.Title;
        foreach (var group in unit.RowsByLeader)
        {
            yield return "";
            if (unit.Habit.Leaders is LeaderPlacement.LineAbove)
            {
                yield return group.Key.Line;
                yield return "";
            }

            yield return string.Join('\t', unit.Headers.Select(header => header.Replace('\n', ' ')));
            foreach (var row in group)
            {
                yield return string.Join('\t', unit.Habit.Columns.Select(column => OneLine(unit, row, column.Field)));
            }
        }
    }

    private static string OneLine(UnitReturn unit, ReturnRow row, ReturnField field)
    {
        var text = unit.Text(row, field) ?? "";
        if (!unit.Has(Dirt.MarkupLeft))
        {
            return text.Replace('\n', ' ');
        }

        // Exported from a web form, tags and entities included.
        var escaped = text.Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
        return field is ReturnField.Content or ReturnField.Progress
            ? string.Concat(escaped.Split('\n').Select(paragraph => $"<p>{paragraph}</p>"))
            : escaped;
    }

    private static IEnumerable<string> CommaSeparated(UnitReturn unit)
    {
        yield return string.Join(',', unit.Headers.Select(Quoted));
        foreach (var row in unit.Rows)
        {
            yield return string.Join(',', unit.Habit.Columns.Select(column => Quoted(unit.Text(row, column.Field) ?? "")));
        }
    }

    private static string Quoted(string text) =>
        text.AsSpan().ContainsAny(",\"\n，") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;

    private static IEnumerable<string> NumberedLines(UnitReturn unit)
    {
        yield return unit.Title;
        yield return "";
        foreach (var group in unit.RowsByLeader)
        {
            yield return group.Key.Line;
            foreach (var row in group)
            {
                yield return $"{unit.NumberOf(row)}. {row.Task.Content}";
                foreach (var (column, header) in unit.Habit.Columns.Zip(unit.Headers))
                {
                    yield return $"{header}：{unit.Text(row, column.Field)}";
                }

                yield return "";
            }
        }
    }
}

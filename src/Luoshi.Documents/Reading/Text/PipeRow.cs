using System.Text;

namespace Luoshi.Documents.Reading.Text;

/// <summary>Splits a line of a Markdown table at its pipes. An escaped pipe is text; the outer pipes may be missing.</summary>
internal static class PipeRow
{
    public static List<string> Split(ReadOnlySpan<char> line)
    {
        line = line.Trim();
        if (line.StartsWith("|"))
        {
            line = line[1..];
        }

        var cells = new List<string>();
        var cell = new StringBuilder();
        while (!line.IsEmpty)
        {
            var next = line.IndexOfAny('|', '\\');
            if (next < 0)
            {
                cell.Append(line);
                break;
            }

            cell.Append(line[..next]);
            if (line[next] == '|' && cells.Count < DelimitedRecords.MostFields)
            {
                cells.Add(cell.ToString());
                cell.Clear();
                line = line[(next + 1)..];
            }
            else if (line[next..].StartsWith(@"\|"))
            {
                cell.Append('|');
                line = line[(next + 2)..];
            }
            else
            {
                // Any other escape is the business of the markup, both characters of it: \\| is a backslash and the end of the cell.
                var length = Math.Min(line[next] == '|' ? 1 : 2, line.Length - next);
                cell.Append(line.Slice(next, length));
                line = line[(next + length)..];
            }
        }

        // What stands after the last pipe is a cell only where it says something: the outer pipe ends the row.
        if (!string.IsNullOrWhiteSpace(cell.ToString()))
        {
            cells.Add(cell.ToString());
        }

        return cells;
    }
}

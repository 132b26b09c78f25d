using Luoshi.Core.Reading;

namespace Luoshi.Documents.Reading.Text;

/// <summary>
/// Reads text line by line: paragraphs, and runs of adjacent lines that are rows, separated by tabs or by pipes. A blank line ends a table;
/// whether the next one continues it is decided where tables are understood.
/// </summary>
internal sealed class LineReader(string text, BlockCollector blocks)
{
    private int _position;
    private int _line = 1;
    private int _columns;

    public void Read()
    {
        while (_position < text.Length)
        {
            var line = CurrentLine();
            if (line.IsWhiteSpace())
            {
                Advance();
            }
            else if (IsHtmlTable(line))
            {
                AddHtmlTable();
            }
            else if (IsTabbed(line))
            {
                AddRun(ReadTabbedRows(), framed: false);
            }
            else if (line.Contains('|'))
            {
                AddPipedRun();
            }
            else
            {
                AddParagraph(line, _line);
                Advance();
            }
        }
    }

    private ReadOnlySpan<char> CurrentLine() => text.AsSpan(_position..TextLines.EndOfLine(text, _position));

    private void Advance()
    {
        blocks.Budget.Step();
        _position = TextLines.AfterLineEnd(text, TextLines.EndOfLine(text, _position));
        _line++;
    }

    /// <summary>Markdown may hold whole tables as HTML, over as many lines as they like.</summary>
    private static bool IsHtmlTable(ReadOnlySpan<char> line)
    {
        line = line.TrimStart();
        return line.StartsWith("<table>", StringComparison.OrdinalIgnoreCase)
            || line.StartsWith("<table ", StringComparison.OrdinalIgnoreCase)
            || (line.StartsWith("<html", StringComparison.OrdinalIgnoreCase) && line.Contains("<table", StringComparison.OrdinalIgnoreCase));
    }

    private void AddHtmlTable()
    {
        var end = new HtmlReader(text, blocks, _line).ReadTable(_position);
        _line += TextLines.CountLineEnds(text.AsSpan(_position..end));
        _position = end;
    }

    private static bool IsTabbed(ReadOnlySpan<char> line) => line.Contains('\t') && !line.IsWhiteSpace() && !line.TrimStart().StartsWith("|");

    private List<TextRow> ReadTabbedRows()
    {
        var rows = new List<TextRow>();
        var records = new DelimitedRecords(text, _position, _line, '\t');
        while (!records.AtEnd && IsTabbed(text.AsSpan(records.Position..TextLines.EndOfLine(text, records.Position))))
        {
            var (start, line) = (records.Position, records.Line);
            var cells = new List<string>();
            records.Read(cells, blocks.Budget);
            blocks.Budget.CountCells(cells.Count);
            rows.Add(new TextRow(cells, line, start..records.Position));
        }

        (_position, _line) = (records.Position, records.Line);
        return rows[0].Cells.All(IsQuoted) ? [.. rows.Select(r => r with { Cells = [.. r.Cells.Select(WithoutQuotes)] })] : rows;
    }

    // Some writers quote every cell. Else quotes around a whole cell are the office's own: "一号工程".
    private static bool IsQuoted(string cell) => cell.Length > 1 && cell[0] == '"' && cell[^1] == '"';

    private static string WithoutQuotes(string cell) => IsQuoted(cell) ? cell[1..^1] : cell;

    private void AddPipedRun()
    {
        var rows = new List<TextRow>();
        var framed = true;
        while (_position < text.Length)
        {
            var line = CurrentLine();
            if (!line.Contains('|'))
            {
                break;
            }

            framed &= line.TrimStart().StartsWith("|");
            var cells = PipeRow.Split(line);
            blocks.Budget.CountCells(cells.Count);
            rows.Add(new TextRow(cells, _line, _position..(_position + line.Length)));
            Advance();
        }

        AddRun(rows, framed);
    }

    private void AddRun(List<TextRow> rows, bool framed)
    {
        var columns = TableEvidence.UsualColumns(rows);
        if (!(framed && columns > 1) && !TableEvidence.IsTable(rows, columns, _columns))
        {
            foreach (var row in rows)
            {
                AddParagraph(text.AsSpan(row.Source), row.Line);
            }

            return;
        }

        _columns = columns;
        var titles = rows.TakeWhile(r => r.IsTitle).ToList();
        foreach (var title in titles)
        {
            AddParagraph(title.Cells[0], title.Line);
        }

        blocks.AddTable([.. rows.Skip(titles.Count).Where(r => !r.IsRuler).Select(ToTableRow)]);
    }

    private TableRow ToTableRow(TextRow row) =>
        new([.. row.Cells.Select((cell, column) => new TableCell(LineMarkup.Remove(cell, blocks.Budget), column))], new SourceLocation(Line: row.Line));

    private void AddParagraph(ReadOnlySpan<char> line, int number)
    {
        var location = new SourceLocation(Line: number);
        var trimmed = line.Trim();
        if (PageNumber.Is(trimmed))
        {
            blocks.Report(ProblemSeverity.Info, "page-number", $"第 {number} 行是页码，没有读入。", location);
        }
        else if (!LineMarkup.IsDrawn(trimmed))
        {
            blocks.AddParagraph(LineMarkup.Remove(LineMarkup.WithoutPrefix(trimmed).ToString().Replace('\t', ' '), blocks.Budget), location);
        }
    }
}

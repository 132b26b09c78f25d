using Luoshi.Core.Reading;

namespace Luoshi.Documents.Reading.Text;

/// <summary>Reads a whole file of delimited records. A blank record ends a table; titles above a table are paragraphs.</summary>
internal static class CsvReader
{
    private const int SampleRecords = 200;

    /// <summary>The delimiter where the text is made of delimited records; null for prose, which has commas too.</summary>
    public static char? DelimiterOf(string text, ReadBudget budget)
    {
        if (text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && text.Length > 5 && TextLines.IsLineEnd(text[5]))
        {
            return text[4];
        }

        return IsDelimited(text, ',', budget) ? ',' : IsDelimited(text, ';', budget) ? ';' : null;
    }

    public static void Read(string text, char delimiter, BlockCollector blocks)
    {
        var records = new DelimitedRecords(text, 0, 1, delimiter);
        var fields = new List<string>();
        var rows = new List<TableRow>();
        if (text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase))
        {
            records.Read(fields, blocks.Budget);
        }

        while (!records.AtEnd)
        {
            var line = records.Line;
            records.Read(fields, blocks.Budget);
            blocks.Budget.CountCells(fields.Count);
            var row = new TextRow(fields, line, default);
            if (records.HadStrayQuote)
            {
                blocks.Report(ProblemSeverity.Warning, "stray-quote", $"第 {row.Line} 行的引号不成对，已按原样读入，请核对。", new SourceLocation(Line: row.Line));
            }

            if (row.Filled == 0)
            {
                blocks.AddTable(rows);
                rows = [];
            }
            else if (rows.Count == 0 && row.IsTitle)
            {
                blocks.AddParagraph(Clean(fields[0], blocks.Budget), new SourceLocation(Line: row.Line));
            }
            else if (!row.IsRuler)
            {
                rows.Add(ToTableRow(row, blocks));
            }
        }

        blocks.AddTable(rows);
    }

    /// <summary>
    /// Whether records have the same number of fields again and again, under a header or from the first one on. Titles above and
    /// the odd record in between may differ.
    /// </summary>
    private static bool IsDelimited(string text, char delimiter, ReadBudget budget)
    {
        var rows = Sample(text, delimiter, budget);
        var header = rows.FindIndex(r => r.Cells.Count > 1 && TableEvidence.IsHeader(r.Cells));
        if (header >= 0)
        {
            var columns = rows[header].Cells.Count;
            return rows.Take(header).All(r => r.Cells.Count == columns || r.Filled <= 1)
                && rows.Skip(header).Count(r => r.Cells.Count == columns) * 2 >= rows.Count - header;
        }

        var body = rows.SkipWhile(r => r.Filled <= 1).ToList();
        return body.Count >= 3
            && body[0].Cells.Count >= 3
            && body.All(r => r.Cells.Count == body[0].Cells.Count)
            && !body.TrueForAll(r => EndsSentence(r.Cells[^1]))
            && !body.Exists(r => r.Cells.SkipLast(1).Any(EndsSentence));
    }

    private static bool EndsSentence(string field) => field.AsSpan().TrimEnd() is [.., '。' or '；' or '！' or '？'];

    private static List<TextRow> Sample(string text, char delimiter, ReadBudget budget)
    {
        var records = new DelimitedRecords(text, 0, 1, delimiter);
        var rows = new List<TextRow>();
        for (var read = 0; read < SampleRecords && !records.AtEnd; read++)
        {
            var fields = new List<string>();
            var (start, line) = (records.Position, records.Line);
            records.Read(fields, budget);
            var row = new TextRow(fields, line, start..records.Position);
            if (row.Filled > 0)
            {
                rows.Add(row);
            }
        }

        return rows;
    }

    private static TableRow ToTableRow(TextRow row, BlockCollector blocks) =>
        new([.. row.Cells.Select((field, column) => new TableCell(Clean(field, blocks.Budget), column))], new SourceLocation(Line: row.Line));

    private static string Clean(string field, ReadBudget budget)
    {
        budget.CheckCellLength(field.Length);
        return CellText.Tidy(InlineTags.Remove(FormulaGuard.Remove(field)));
    }
}

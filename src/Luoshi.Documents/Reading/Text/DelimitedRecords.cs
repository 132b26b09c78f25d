using System.Buffers;

namespace Luoshi.Documents.Reading.Text;

/// <summary>
/// Reads records of delimited fields forward from a place in a text: quotes, doubled quotes, line ends inside quotes. A quote that is
/// never closed, or closed in the middle of a field, is text. (Our own, not CsvHelper's: tables are embedded in prose at any line, every record
/// needs its line, and a stray quote must not swallow the rest of the file.)
/// </summary>
internal struct DelimitedRecords(string text, int position, int line, char delimiter)
{
    /// <summary>No spreadsheet has more columns. What follows them in a line is one field, so that a line of delimiters costs no memory.</summary>
    public const int MostFields = 16_384;

    private readonly SearchValues<char> _ends = TextLines.EndsAnd(delimiter);

    /// <summary>Where the next record begins.</summary>
    public int Position { get; private set; } = position;

    /// <summary>The line of <see cref="Position"/>, from 1.</summary>
    public int Line { get; private set; } = line;

    /// <summary>Whether the record that was read last had a quote that is neither closed nor doubled.</summary>
    public bool HadStrayQuote { get; private set; }

    public readonly bool AtEnd => Position >= text.Length;

    /// <summary>Reads one record into <paramref name="fields"/>, as it was meant: quotes taken off.</summary>
    public void Read(List<string> fields, ReadBudget budget)
    {
        fields.Clear();
        HadStrayQuote = false;
        while (true)
        {
            budget.Step();
            fields.Add(Position < text.Length && text[Position] == '"' && TryReadQuoted(out var quoted) ? quoted : ReadPlain());
            if (Position < text.Length && text[Position] == delimiter)
            {
                Position++;
                if (fields.Count < MostFields)
                {
                    continue;
                }

                fields.Add(text[Position..TextLines.EndOfLine(text, Position)]);
                Position += fields[^1].Length;
            }

            Position = TextLines.AfterLineEnd(text, Position);
            Line++;
            return;
        }
    }

    private bool TryReadQuoted(out string field)
    {
        var quote = Position;
        do
        {
            quote = text.IndexOf('"', quote + 1);
            if (quote < 0 || quote + 1 == text.Length || text[quote + 1] != '"')
            {
                break;
            }

            quote++;
        }
        while (true);

        if (quote < 0 || !EndsField(quote + 1))
        {
            HadStrayQuote = true;
            field = string.Empty;
            return false;
        }

        var raw = text.AsSpan((Position + 1)..quote);
        if (delimiter == '\t' && !raw.Contains('"') && !raw.ContainsAny(_ends))
        {
            // Nothing here needed quotes in a copied table: they may be the office's own.
            field = string.Empty;
            return false;
        }

        Line += TextLines.CountLineEnds(raw);
        field = raw.Contains('"') ? raw.ToString().Replace("\"\"", "\"", StringComparison.Ordinal) : raw.ToString();
        Position = quote + 1;
        return true;
    }

    private readonly bool EndsField(int at) => at >= text.Length || text[at] == delimiter || TextLines.IsLineEnd(text[at]);

    private string ReadPlain()
    {
        var rest = text.AsSpan(Position);
        var length = rest.IndexOfAny(_ends);
        var field = length < 0 ? rest : rest[..length];
        Position += field.Length;
        return field.ToString();
    }
}

namespace Luoshi.Documents.Reading.Text;

/// <summary>Everything that is text: web pages, comma-separated values, and lines with or without Markdown. The content decides which.</summary>
internal static class PlainTextReader
{
    /// <exception cref="RefusedDocumentException">The bytes are no text, or a cap was passed.</exception>
    public static BlockDocument Read(ReadOnlyMemory<byte> file, ReadBudget budget)
    {
        var decoded = DecodedText.Of(file.Span, budget);
        var blocks = new BlockCollector(budget);
        if (decoded.Problem is { } problem)
        {
            blocks.Report(problem);
        }

        if (HtmlReader.Recognises(decoded.Text))
        {
            new HtmlReader(decoded.Text, blocks).Read();
        }
        else if (CsvReader.DelimiterOf(decoded.Text, budget) is { } delimiter)
        {
            CsvReader.Read(decoded.Text, delimiter, blocks);
        }
        else
        {
            new LineReader(decoded.Text, blocks).Read();
        }

        return blocks.ToDocument();
    }
}

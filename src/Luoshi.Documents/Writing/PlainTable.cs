namespace Luoshi.Documents.Writing;

/// <summary>A table of texts in the material's look: a header repeated on every page, bands across it, rows that break when they are long.</summary>
internal sealed class PlainTable(WordMarkup word, IReadOnlyList<int> widths, TemplateStyles styles)
{
    // As in the material's own table.
    private const int LinesKeptTogether = 8;

    public void Begin()
    {
        word.Open("tbl").Open("tblPr").Flag("tblStyle", styles[WordStyles.Table])
            .Open("tblW").With("w", widths.Sum()).With("type", "dxa").Close()
            .Flag("jc", "center")
            .Open("tblLayout").With("type", "fixed").Close().Close();
        word.Open("tblGrid");
        foreach (var width in widths)
        {
            word.Open("gridCol").With("w", width).Close();
        }

        word.Close();
    }

    public void Header(IReadOnlyList<string> headers)
    {
        word.Open("tr").Open("trPr").Flag("cantSplit").Flag("tblHeader").Close();
        for (var i = 0; i < headers.Count; i++)
        {
            Cell(widths[i], 1);
            Lines(WordStyles.TableHeader, headers[i]);
        }

        word.Close();
    }

    /// <summary>One cell across the table; it stays with the row below it.</summary>
    public void Band(string text, bool repeated = false) => Across(WordStyles.TableHeader, text, repeated);

    /// <summary>A line of text across the table.</summary>
    public void Note(string text) => Across(WordStyles.TableText, text, repeated: false);

    /// <summary>One row; the cells of the columns <paramref name="centered"/>, and those with nothing to say, are centred.</summary>
    public void Row(IReadOnlyList<string> texts, params ReadOnlySpan<int> centered)
    {
        word.Open("tr");
        if (texts.Select((text, i) => LineMeasure.Lines(text, widths[i] - 2 * PageGeometry.CellMargin, styles.TableHalfPoints * 10)).Max() <= LinesKeptTogether)
        {
            word.Open("trPr").Flag("cantSplit").Close();
        }

        for (var i = 0; i < texts.Count; i++)
        {
            Cell(widths[i], 1);
            Lines(centered.Contains(i) || texts[i].Length <= 1 ? WordStyles.TableCentered : WordStyles.TableText, texts[i]);
        }

        word.Close();
    }

    public void End()
    {
        word.Close();
        word.AfterTable();
    }

    private void Across(string style, string text, bool repeated)
    {
        word.Open("tr").Open("trPr").Flag("cantSplit");
        if (repeated)
        {
            word.Flag("tblHeader");
        }

        word.Close();
        Cell(widths.Sum(), widths.Count);
        Lines(style, text);
        word.Close();
    }

    private void Cell(int width, int span)
    {
        word.Open("tc").Open("tcPr").Open("tcW").With("w", width).With("type", "dxa").Close();
        if (span > 1)
        {
            word.Flag("gridSpan", span);
        }

        word.Flag("vAlign", "center").Close();
    }

    /// <summary>The cell's paragraphs, and its end.</summary>
    private void Lines(string style, string text)
    {
        foreach (var line in text.Split('\n'))
        {
            word.Open("p").Open("pPr").Flag("pStyle", styles[style]).Close().Run(line).Close();
        }

        word.Close();
    }
}

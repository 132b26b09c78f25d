namespace Luoshi.Documents.Reading.Docx;

/// <summary>
/// How a cell lies in its row. <paramref name="JoinsLeft"/> is the legacy horizontal merge (<c>w:hMerge</c>), which WPS still writes;
/// <paramref name="Deleted"/> a cell that a tracked change took away.
/// </summary>
internal readonly record struct CellProperties(int Span, bool JoinsAbove, bool JoinsLeft, bool Deleted)
{
    // Word stops at 63 columns. A number beyond this is damage, and must not become work for whoever lays out the grid.
    private const int MostColumns = 1_000;

    public static CellProperties Single { get; } = new(1, false, false, false);

    /// <summary>Reads the <c>w:tcPr</c> the walk stands on, to its end.</summary>
    public static CellProperties Read(WordXml xml)
    {
        var properties = Single;
        var content = xml.Content;
        while (xml.NextElement(content))
        {
            switch (xml.Name)
            {
                case "gridSpan":
                    properties = properties with { Span = Math.Max(1, Columns(xml)) };
                    break;
                case "vMerge":
                    properties = properties with { JoinsAbove = xml.Attribute("val") is not "restart" };
                    break;
                case "hMerge":
                    properties = properties with { JoinsLeft = xml.Attribute("val") is not "restart" };
                    break;
                case "cellDel":
                    properties = properties with { Deleted = true };
                    break;
                case "tcPrChange":
                    xml.Skip();
                    break;
            }
        }

        return properties;
    }

    /// <summary>A count of grid columns, kept between 0 and what a table can have.</summary>
    public static int Columns(WordXml xml) => Math.Clamp(xml.Integer("val") ?? 0, 0, MostColumns);
}

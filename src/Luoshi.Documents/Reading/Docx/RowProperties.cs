namespace Luoshi.Documents.Reading.Docx;

/// <summary>How a row lies in its table: grid columns left free before its first cell, hidden, deleted by a tracked change.</summary>
internal readonly record struct RowProperties(int ColumnsBefore, bool Hidden, bool Deleted)
{
    /// <summary>Reads the <c>w:trPr</c> the walk stands on, to its end.</summary>
    public static RowProperties Read(WordXml xml)
    {
        var properties = default(RowProperties);
        var content = xml.Content;
        while (xml.NextElement(content))
        {
            switch (xml.Name)
            {
                case "gridBefore":
                    properties = properties with { ColumnsBefore = CellProperties.Columns(xml) };
                    break;
                case "hidden":
                    properties = properties with { Hidden = xml.IsOn };
                    break;
                case "del":
                    properties = properties with { Deleted = true };
                    break;
                case "trPrChange":
                    xml.Skip();
                    break;
            }
        }

        return properties;
    }
}

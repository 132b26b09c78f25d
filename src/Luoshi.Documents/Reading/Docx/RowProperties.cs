using System.Xml;

namespace Luoshi.Documents.Reading.Docx;

/// <summary>How a row lies in its table: grid columns left free before its first cell, hidden, deleted by a tracked change.</summary>
internal readonly record struct RowProperties(int ColumnsBefore, bool Hidden, bool Deleted)
{
    /// <summary>Reads the <c>w:trPr</c> the walk stands on, to its end.</summary>
    public static RowProperties Read(WordXml xml)
    {
        var properties = default(RowProperties);
        if (xml.IsEmpty)
        {
            return properties;
        }

        var depth = xml.Depth;
        while (xml.ReadInside(depth))
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

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

using System.Xml;
using Luoshi.Documents.Reading.Packages;

namespace Luoshi.Documents.Reading.Docx.Numbering;

/// <summary>The lists of <c>word/numbering.xml</c>.</summary>
internal sealed class NumberingPart
{
    // Word takes no more than this.
    private const int LongestText = 255;

    private readonly Dictionary<int, ListDefinition> _definitions = [];
    private readonly Dictionary<int, ListInstance> _lists = [];
    private ListDefinition? _definition;
    private ListInstance? _list;
    private ListLevel _level = new();
    private int _override;

    private NumberingPart()
    {
    }

    public bool IsEmpty => _lists.Count == 0;

    /// <exception cref="RefusedDocumentException">The part is damaged or passes a cap.</exception>
    public static NumberingPart Read(OfficePackage package, string? part)
    {
        var numbering = new NumberingPart();
        if (part is null || !package.Has(part))
        {
            return numbering;
        }

        using var xml = new WordXml(package.OpenXml(part));
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                numbering.OpenElement(xml);
            }
        }

        return numbering;
    }

    public ListInstance? List(int id) => _lists.GetValueOrDefault(id);

    public ListDefinition? Definition(ListInstance list) => _definitions.GetValueOrDefault(list.DefinitionId);

    private void OpenElement(WordXml xml)
    {
        switch (xml.Name)
        {
            case "abstractNum":
                _definition = new ListDefinition();
                _list = null;
                _definitions[xml.Integer("abstractNumId") ?? -1] = _definition;
                break;
            case "numStyleLink" when _definition is not null:
                _definition.LinkedStyle = xml.Attribute("val");
                break;
            case "num":
                _list = new ListInstance();
                _definition = null;
                _lists[xml.Integer("numId") ?? -1] = _list;
                break;
            case "abstractNumId" when _list is not null:
                _list.DefinitionId = xml.Integer("val") ?? -1;
                break;
            case "lvlOverride":
                _override = LevelIndex(xml);
                break;
            case "startOverride" when _list is not null:
                _list.Starts[_override] = xml.Integer("val");
                break;
            case "lvl":
                _level = new ListLevel();
                if ((_list?.Levels ?? _definition?.Levels) is { } levels)
                {
                    levels[LevelIndex(xml)] = _level;
                }

                break;
            case "pPr" or "rPr":
                xml.Skip();
                break;
            case "" when xml.CompatibilityName == "Choice":
                // A number format newer than the standard; the fallback beside it is the one everybody knows.
                xml.Skip();
                break;
            default:
                ReadLevel(xml);
                break;
        }
    }

    private void ReadLevel(WordXml xml)
    {
        switch (xml.Name)
        {
            case "start":
                _level.Start = xml.Integer("val") ?? 0;
                break;
            case "numFmt":
                _level.Format = xml.Attribute("val") ?? "decimal";
                break;
            case "lvlText":
                _level.Text = xml.Attribute("val") is { Length: <= LongestText } text ? text : "";
                break;
            case "suff":
                _level.HasSpaceAfter = xml.Attribute("val") is not "nothing";
                break;
            case "lvlRestart":
                _level.RestartsAfter = xml.Integer("val");
                break;
            case "isLgl":
                _level.IsLegal = xml.IsOn;
                break;
            case "pStyle":
                _level.Style = xml.Attribute("val");
                break;
        }
    }

    private static int LevelIndex(WordXml xml) => Math.Clamp(xml.Integer("ilvl") ?? 0, 0, ListDefinition.LevelCount - 1);
}

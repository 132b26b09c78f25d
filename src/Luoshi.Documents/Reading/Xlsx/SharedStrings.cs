using System.Xml;
using Luoshi.Documents.Reading.Packages;

namespace Luoshi.Documents.Reading.Xlsx;

/// <summary>The workbook's string table, which cells point into by number.</summary>
internal sealed class SharedStrings
{
    private readonly List<string> _texts = [];
    private readonly long _charactersAllowed;
    private long _charactersTaken;

    private SharedStrings(ReadBudget budget) => _charactersAllowed = budget.Limits.InflatedBytes;

    public static SharedStrings Read(string? part, OfficePackage package, ReadBudget budget)
    {
        var strings = new SharedStrings(budget);
        if (part is null || !package.Has(part))
        {
            return strings;
        }

        var text = new CellText(budget);
        using var xml = package.OpenXml(part);
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "si")
            {
                strings._texts.Add(text.ReadRich(xml));
            }
        }

        return strings;
    }

    /// <summary>The text of that number; null where the table has none.</summary>
    /// <exception cref="RefusedDocumentException">
    /// Cells have taken more characters together than a document may inflate to: one long text that every cell points to is a bomb too.
    /// </exception>
    public string? Take(int index)
    {
        if (index < 0 || index >= _texts.Count)
        {
            return null;
        }

        _charactersTaken += _texts[index].Length;
        return _charactersTaken <= _charactersAllowed
            ? _texts[index]
            : throw new RefusedDocumentException("inflates-too-much", "表格里的文字反复引用后大得反常，疑似压缩炸弹，没有读取。请确认来源；正常文件请用 Excel 或 WPS 另存一份再试。");
    }
}

using System.Globalization;
using System.Xml;
using Luoshi.Documents.Reading.Packages;

namespace Luoshi.Documents.Reading.Xlsx;

/// <summary>How each cell style shows numbers. Fonts, fills and borders are nobody's business here.</summary>
internal sealed class CellStyles
{
    private readonly List<int> _formatIds = [];
    private readonly Dictionary<int, string> _codes = [];
    private readonly Dictionary<int, CellFormat> _formats = [];
    private readonly bool _countsFrom1904;

    private CellStyles(bool countsFrom1904) => _countsFrom1904 = countsFrom1904;

    public static CellStyles Read(string? part, OfficePackage package, bool countsFrom1904)
    {
        var styles = new CellStyles(countsFrom1904);
        if (part is null || !package.Has(part))
        {
            return styles;
        }

        using var xml = package.OpenXml(part);
        var inCellFormats = false;
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (xml.Xml.Depth == 1)
            {
                inCellFormats = xml.LocalName == "cellXfs";
            }
            else if (xml.LocalName == "numFmt" && Number(xml, "numFmtId") is { } id && xml.Xml.GetAttribute("formatCode") is { } code)
            {
                styles._codes.TryAdd(id, code);
            }
            else if (inCellFormats && xml.Xml.Depth == 2 && xml.LocalName == "xf")
            {
                styles._formatIds.Add(Number(xml, "numFmtId") ?? 0);
            }
        }

        return styles;
    }

    /// <summary>The number format of a style; General for a style that the workbook does not have.</summary>
    public CellFormat Format(int style)
    {
        var id = style >= 0 && style < _formatIds.Count ? _formatIds[style] : 0;
        if (!_formats.TryGetValue(id, out var format))
        {
            format = new CellFormat(_codes.GetValueOrDefault(id) ?? NumberFormatCodes.BuiltIn(id), _countsFrom1904);
            _formats.Add(id, format);
        }

        return format;
    }

    private static int? Number(CappedXmlReader xml, string attribute) =>
        int.TryParse(xml.Xml.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

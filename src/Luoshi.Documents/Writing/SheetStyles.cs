using System.Security;

namespace Luoshi.Documents.Writing;

/// <summary>How a cell looks. Colours are RRGGBB; a number format of null is General.</summary>
internal sealed record CellLook(string Font, string Horizontal)
{
    public int Size { get; init; } = 11;

    public string? Color { get; init; }

    public string? Fill { get; init; }

    public bool HasBorder { get; init; } = true;

    public string? NumberFormat { get; init; }

    public bool IsUnlocked { get; init; }
}

/// <summary>The styles part of a workbook, made of the looks that its sheets ask for. A style is named by its number; 0 is a plain cell.</summary>
internal sealed class SheetStyles
{
    private const string NoFills = """<fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>""";
    private const int OwnFills = 2;

    // What lies below belongs to Excel.
    private const int FirstNumberFormat = 164;

    private readonly List<string> _fonts;
    private readonly List<string> _fills = [];
    private readonly List<string> _numberFormats = [];
    private readonly List<string> _formats = ["""<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>"""];

    public SheetStyles(string font) => _fonts = [Font(font, 11, null)];

    /// <summary>What conditional formats refer to, as <c>dxf</c> elements.</summary>
    public IReadOnlyList<string> Differences { get; init; } = [];

    public int Add(CellLook look)
    {
        var font = IndexIn(_fonts, Font(look.Font, look.Size, look.Color));
        var fill = look.Fill is { } color ? OwnFills + IndexIn(_fills, $"""<fill><patternFill patternType="solid"><fgColor rgb="FF{color}"/><bgColor indexed="64"/></patternFill></fill>""") : 0;
        var number = look.NumberFormat is { } code ? FirstNumberFormat + IndexIn(_numberFormats, code) : 0;
        var protection = look.IsUnlocked ? """<protection locked="0"/>""" : "";
        _formats.Add($"""<xf numFmtId="{number}" fontId="{font}" fillId="{fill}" borderId="{(look.HasBorder ? 1 : 0)}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1"><alignment horizontal="{look.Horizontal}" vertical="center" wrapText="1"/>{protection}</xf>""");
        return _formats.Count - 1;
    }

    public void Write(DeterministicZip zip)
    {
        var border = string.Concat(((string[])["left", "right", "top", "bottom"]).Select(side => $"""<{side} style="thin"><color rgb="FF000000"/></{side}>"""));
        var numberFormats = _numberFormats.Count == 0 ? "" : $"""<numFmts count="{_numberFormats.Count}">{string.Concat(_numberFormats.Select((code, i) => $"""<numFmt numFmtId="{FirstNumberFormat + i}" formatCode="{SecurityElement.Escape(code)}"/>"""))}</numFmts>""";
        var differences = Differences.Count == 0 ? "" : $"""<dxfs count="{Differences.Count}">{string.Concat(Differences)}</dxfs>""";
        zip.Add("xl/styles.xml", $"""
            {WorkbookPackage.Declaration}
            <styleSheet xmlns="{WorkbookPackage.Main}">{numberFormats}<fonts count="{_fonts.Count}">{string.Concat(_fonts)}</fonts><fills count="{OwnFills + _fills.Count}">{NoFills}{string.Concat(_fills)}</fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>{border}<diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="{_formats.Count}">{string.Concat(_formats)}</cellXfs>{differences}</styleSheet>
            """);
    }

    private static string Font(string name, int size, string? color) =>
        $"""<font><sz val="{size}"/>{(color is null ? "" : $"""<color rgb="FF{color}"/>""")}<name val="{SecurityElement.Escape(name)}"/></font>""";

    private static int IndexIn(List<string> list, string item)
    {
        var index = list.IndexOf(item);
        if (index < 0)
        {
            index = list.Count;
            list.Add(item);
        }

        return index;
    }
}

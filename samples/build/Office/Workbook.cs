using System.Globalization;
using System.Xml.Linq;

namespace Luoshi.Samples.Office;

/// <summary>Writes SpreadsheetML: the text of cells goes into the shared strings, as Excel and WPS do.</summary>
internal sealed class Workbook
{
    private const string MainType = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private static readonly XNamespace S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static readonly XNamespace R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static readonly string[] BorderSides = ["left", "right", "top", "bottom"];

    private readonly List<Sheet> _sheets = [];
    private readonly List<XElement> _strings = [];
    private readonly Dictionary<string, int> _stringIndex = [];

    public Workbook Add(Sheet sheet)
    {
        _sheets.Add(sheet);
        return this;
    }

    public byte[] File()
    {
        var worksheets = _sheets.Select((sheet, index) =>
            new OfficePart($"xl/worksheets/sheet{index + 1}.xml", MainType + "worksheet+xml", Worksheet(sheet))).ToList();
        var links = Enumerable.Range(1, _sheets.Count).Select(index => ("worksheet", $"worksheets/sheet{index}.xml"))
            .Append(("styles", "styles.xml")).Append(("sharedStrings", "sharedStrings.xml")).ToArray();
        return OfficePackage.Zip(
        [
            OfficePackage.Links("_rels/.rels", ("officeDocument", "xl/workbook.xml")),
            new OfficePart("xl/workbook.xml", MainType + "sheet.main+xml", new XElement(
                S + "workbook",
                new XAttribute(XNamespace.Xmlns + "r", R),
                new XElement(S + "sheets", _sheets.Select((sheet, index) => new XElement(
                    S + "sheet",
                    new XAttribute("name", sheet.Name),
                    new XAttribute("sheetId", index + 1),
                    sheet.Hidden ? new XAttribute("state", "hidden") : null,
                    new XAttribute(R + "id", $"rId{index + 1}")))))),
            OfficePackage.Links("xl/_rels/workbook.xml.rels", links),
            .. worksheets,
            new OfficePart("xl/styles.xml", MainType + "styles+xml", Styles()),
            new OfficePart("xl/sharedStrings.xml", MainType + "sharedStrings+xml", new XElement(S + "sst", _strings)),
        ]);
    }

    private XElement Worksheet(Sheet sheet) => new(
        S + "worksheet",
        new XElement(S + "sheetPr", new XElement(S + "pageSetUpPr", new XAttribute("fitToPage", 1))),
        new XElement(S + "cols", sheet.ColumnWidths.Select((width, index) => new XElement(
            S + "col",
            new XAttribute("min", index + 1),
            new XAttribute("max", index + 1),
            new XAttribute("width", width),
            new XAttribute("customWidth", 1),
            sheet.HiddenColumns.Contains(index) ? new XAttribute("hidden", 1) : null))),
        new XElement(S + "sheetData", sheet.Rows.Select((row, index) => row.Count == 0 ? null : new XElement(
            S + "row",
            new XAttribute("r", index + 1),
            Height(row, sheet.ColumnWidths),
            sheet.HiddenRows.Contains(index) ? new XAttribute("hidden", 1) : null,
            row.Select((cell, column) => Cell(cell, $"{ColumnName(column)}{index + 1}"))))),
        sheet.Merges.Count == 0 ? null : new XElement(
            S + "mergeCells",
            new XAttribute("count", sheet.Merges.Count),
            sheet.Merges.Select(merge => new XElement(S + "mergeCell", new XAttribute(
                "ref", $"{ColumnName(merge.FromColumn)}{merge.FromRow + 1}:{ColumnName(merge.ToColumn)}{merge.ToRow + 1}")))),
        new XElement(
            S + "pageSetup",
            new XAttribute("paperSize", 9),
            new XAttribute("fitToHeight", 0),
            new XAttribute("orientation", "landscape")));

    // A width of 1 holds half a Chinese character; Excel leaves the heights of wrapped rows to whoever wrote the file.
    private static XAttribute[] Height(IReadOnlyList<SheetCell> row, IReadOnlyList<double> widths)
    {
        var lines = row.Count == 1 ? 1 : row.Zip(widths).Max(cell => Math.Ceiling((cell.First.Value as string ?? "").Length * 2 / cell.Second));
        return [new("ht", Math.Clamp((lines + 1) * 14, 20, 409)), new("customHeight", 1)];
    }

    private XElement Cell(SheetCell cell, string reference)
    {
        XAttribute[] place = [new("r", reference), new("s", (int)cell.Style)];
        return cell.Value switch
        {
            null => new XElement(S + "c", place),
            double number => new XElement(S + "c", place, new XElement(S + "v", number.ToString("R", CultureInfo.InvariantCulture))),
            // Excel counts days from 1899-12-30 for every date after February 1900.
            DateOnly date => new XElement(S + "c", place, new XElement(S + "v", date.DayNumber - new DateOnly(1899, 12, 30).DayNumber)),
            string text when cell.Inline => new XElement(S + "c", place, new XAttribute("t", "inlineStr"), new XElement(S + "is", Text(text))),
            string text => new XElement(S + "c", place, new XAttribute("t", "s"), new XElement(S + "v", SharedString(text, cell.Rich))),
            var other => throw new InvalidOperationException($"No cell holds a {other.GetType().Name}."),
        };
    }

    private int SharedString(string text, bool rich)
    {
        var key = (rich ? "rich:" : "plain:") + text;
        if (!_stringIndex.TryGetValue(key, out var index))
        {
            index = _strings.Count;
            _strings.Add(rich && text.Length > 4 ? Rich(text) : new XElement(S + "si", Text(text)));
            _stringIndex.Add(key, index);
        }

        return index;
    }

    // The first words in bold, with a phonetic guide that is no part of the text.
    private static XElement Rich(string text) => new(
        S + "si",
        new XElement(S + "r", new XElement(S + "rPr", new XElement(S + "b")), Text(text[..4])),
        new XElement(S + "r", Text(text[4..])),
        new XElement(S + "rPh", new XAttribute("sb", 0), new XAttribute("eb", 1), Text("pīn")));

    private static XElement Text(string text) => new(S + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), text);

    private static string ColumnName(int index) => index < 26 ? ((char)('A' + index)).ToString() : ColumnName((index / 26) - 1) + (char)('A' + (index % 26));

    /// <summary>The cell formats, in the order of <see cref="SheetStyle"/>.</summary>
    private static XElement Styles() => new(
        S + "styleSheet",
        new XElement(S + "numFmts", new XAttribute("count", 1), new XElement(
            S + "numFmt", new XAttribute("numFmtId", 164), new XAttribute("formatCode", "yyyy\"年\"m\"月\""))),
        new XElement(
            S + "fonts",
            new XAttribute("count", 2),
            new XElement(S + "font", new XElement(S + "sz", new XAttribute("val", 11)), new XElement(S + "name", new XAttribute("val", "宋体"))),
            new XElement(
                S + "font", new XElement(S + "b"), new XElement(S + "sz", new XAttribute("val", 16)), new XElement(S + "name", new XAttribute("val", "宋体")))),
        new XElement(
            S + "fills",
            new XAttribute("count", 2),
            new XElement(S + "fill", new XElement(S + "patternFill", new XAttribute("patternType", "none"))),
            new XElement(S + "fill", new XElement(S + "patternFill", new XAttribute("patternType", "gray125")))),
        new XElement(
            S + "borders",
            new XAttribute("count", 2),
            new XElement(S + "border"),
            new XElement(S + "border", BorderSides.Select(side => new XElement(S + side, new XAttribute("style", "thin"))))),
        new XElement(S + "cellStyleXfs", new XAttribute("count", 1), new XElement(S + "xf")),
        new XElement(
            S + "cellXfs",
            new XAttribute("count", 3),
            Format(numberFormat: 0, font: 0, border: 1),
            Format(numberFormat: 0, font: 1, border: 0),
            Format(numberFormat: 164, font: 0, border: 1)));

    private static XElement Format(int numberFormat, int font, int border) => new(
        S + "xf",
        new XAttribute("numFmtId", numberFormat),
        new XAttribute("fontId", font),
        new XAttribute("fillId", 0),
        new XAttribute("borderId", border),
        new XAttribute("xfId", 0),
        new XAttribute("applyNumberFormat", 1),
        new XAttribute("applyAlignment", 1),
        new XElement(S + "alignment", new XAttribute("vertical", "center"), new XAttribute("wrapText", 1)));
}

/// <summary>How a cell looks; the value is its place in the style sheet.</summary>
internal enum SheetStyle
{
    Body = 0,
    Title = 1,
    Month = 2,
}

/// <summary>A cell: text, a number, a date or nothing.</summary>
internal sealed record SheetCell(object? Value, SheetStyle Style = SheetStyle.Body, bool Rich = false, bool Inline = false);

/// <summary>Cells merged into one; rows and columns are counted from 0.</summary>
internal sealed record SheetMerge(int FromRow, int ToRow, int FromColumn, int ToColumn)
{
    public static SheetMerge Across(int row, int fromColumn, int toColumn) => new(row, row, fromColumn, toColumn);

    public static SheetMerge Down(int fromRow, int toRow, int column) => new(fromRow, toRow, column, column);
}

/// <summary>One sheet; rows and columns are counted from 0, and a row without cells leaves a blank line.</summary>
internal sealed record Sheet(string Name, IReadOnlyList<double> ColumnWidths, IReadOnlyList<IReadOnlyList<SheetCell>> Rows)
{
    public IReadOnlyList<SheetMerge> Merges { get; init; } = [];

    public IReadOnlySet<int> HiddenColumns { get; init; } = new HashSet<int>();

    public IReadOnlySet<int> HiddenRows { get; init; } = new HashSet<int>();

    public bool Hidden { get; init; }
}

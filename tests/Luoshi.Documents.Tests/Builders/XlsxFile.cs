using System.IO.Compression;
using System.Security;
using System.Text;
using Luoshi.Documents.Reading;
using Luoshi.Documents.Reading.Packages;
using Luoshi.Documents.Reading.Xlsx;

namespace Luoshi.Documents.Tests.Builders;

/// <summary>A workbook made of raw XML, so that a test can also write what no program would.</summary>
internal sealed class XlsxFile
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string PackageRelationships = "http://schemas.openxmlformats.org/package/2006/relationships";

    private readonly Dictionary<string, string> _parts = [];
    private readonly StringBuilder _sheets = new();
    private readonly StringBuilder _sheetTargets = new();
    private string _workbookProperties = string.Empty;
    private int _count;

    /// <summary>A workbook with one sheet 表1 whose <c>sheetData</c> holds these rows.</summary>
    public static XlsxFile WithRows(params string[] rows) => new XlsxFile().Sheet("表1", Data(rows));

    public static string Data(params string[] rows) => $"<sheetData>{string.Concat(rows)}</sheetData>";

    /// <summary>A row of texts from column A on; an empty text is no cell.</summary>
    public static string Row(int number, params string[] texts) =>
        $"<row r=\"{number}\">{string.Concat(texts.Select((text, i) => text.Length == 0 ? "" : TextCell($"{(char)('A' + i)}{number}", text)))}</row>";

    public static string HiddenRow(int number, params string[] texts) =>
        Row(number, texts).Replace("<row ", "<row hidden=\"1\" ", StringComparison.Ordinal);

    public static string TextCell(string reference, string text) =>
        $"<c r=\"{reference}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape(text)}</t></is></c>";

    public static string Merges(params string[] areas) =>
        $"<mergeCells>{string.Concat(areas.Select(area => $"<mergeCell ref=\"{area}\"/>"))}</mergeCells>";

    /// <summary>Adds a tab; <paramref name="content"/> is all that the <c>worksheet</c> element holds.</summary>
    public XlsxFile Sheet(string name, string content, string state = "visible", string type = "worksheet")
    {
        _count++;
        _sheets.Append($"<sheet name=\"{SecurityElement.Escape(name)}\" sheetId=\"{_count}\" state=\"{state}\" r:id=\"rId{_count}\"/>");
        _sheetTargets.Append($"<Relationship Id=\"rId{_count}\" Type=\"{Relationships}/{type}\" Target=\"worksheets/sheet{_count}.xml\"/>");
        return Part($"xl/worksheets/sheet{_count}.xml", $"<worksheet xmlns=\"{Main}\" xmlns:r=\"{Relationships}\">{content}</worksheet>");
    }

    public XlsxFile SharedStrings(string items) => Part("xl/sharedStrings.xml", $"<sst xmlns=\"{Main}\">{items}</sst>");

    /// <summary>Adds styles: style n of the cells has the n-th of these format codes.</summary>
    public XlsxFile Formats(params string[] codes) => Styles(
        string.Concat(codes.Select((code, i) => $"<numFmt numFmtId=\"{200 + i}\" formatCode=\"{SecurityElement.Escape(code)}\"/>")),
        Enumerable.Range(200, codes.Length));

    public XlsxFile BuiltInFormats(params int[] ids) => Styles(string.Empty, ids);

    public XlsxFile CountingFrom1904()
    {
        _workbookProperties = "<workbookPr date1904=\"1\"/>";
        return this;
    }

    /// <summary>Sets a part to exactly this, also one that is written anyway.</summary>
    public XlsxFile Part(string name, string content)
    {
        _parts[name] = content;
        return this;
    }

    /// <summary>Every part by its name.</summary>
    public Dictionary<string, byte[]> Parts()
    {
        var parts = new Dictionary<string, string>(_parts);
        parts.TryAdd("[Content_Types].xml", ContentTypes("/xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"));
        parts.TryAdd("_rels/.rels", Rels($"<Relationship Id=\"rId1\" Type=\"{Relationships}/officeDocument\" Target=\"xl/workbook.xml\"/>"));
        parts.TryAdd("xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relationships}\">{_workbookProperties}<sheets>{_sheets}</sheets></workbook>");
        parts.TryAdd("xl/_rels/workbook.xml.rels", Rels(
            $"{_sheetTargets}<Relationship Id=\"rIdS\" Type=\"{Relationships}/sharedStrings\" Target=\"sharedStrings.xml\"/>"
            + $"<Relationship Id=\"rIdT\" Type=\"{Relationships}/styles\" Target=\"styles.xml\"/>"));
        return parts.ToDictionary(part => part.Key, part => Encoding.UTF8.GetBytes(part.Value));
    }

    public byte[] ToArray() => Zip(Parts());

    /// <summary>The parts without compression, so that the caps on inflating stay out of the way of the cap under test.</summary>
    public byte[] ToStoredArray() => Zip(Parts(), CompressionLevel.NoCompression);

    public static byte[] Zip(Dictionary<string, byte[]> parts, CompressionLevel level = CompressionLevel.Fastest)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in parts)
            {
                using var entry = zip.CreateEntry(name, level).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }

    public static string ContentTypes(string part, string type) =>
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        + $"<Override PartName=\"{part}\" ContentType=\"{type}\"/></Types>";

    public static string Rels(string relationships) => $"<Relationships xmlns=\"{PackageRelationships}\">{relationships}</Relationships>";

    public BlockDocument Read() => Read(ToArray(), ReadLimits.Upload);

    public static BlockDocument Read(byte[] file, ReadLimits limits)
    {
        using var clock = new CancellationTokenSource(limits.Time);
        var budget = new ReadBudget(limits, file.Length, clock.Token);
        using var package = OfficePackage.Open(file, budget);
        return ExcelReader.Read(package, budget);
    }

    /// <summary>The code with which the file is refused as an upload; fails where it is read.</summary>
    public string RefusalCode() => Assert.Throws<RefusedDocumentException>(() => Read(ToStoredArray(), ReadLimits.Upload)).Refusal.Code;

    /// <summary>The text of the only cell of a sheet that holds this cell alone.</summary>
    public string OnlyText() => Assert.IsType<ParagraphBlock>(Assert.Single(Read().Blocks)).Text;

    /// <summary>
    /// What was read, a line for each paragraph (<c>¶ text</c>) and row (<c>0 text | 1+2 text | 3^</c>: column, span over one, merged from
    /// above), and a line <c>table</c> where one begins.
    /// </summary>
    public string[] Lines() => [.. Read().Blocks.SelectMany(LinesOf)];

    private XlsxFile Styles(string codes, IEnumerable<int> ids) => Part(
        "xl/styles.xml",
        $"<styleSheet xmlns=\"{Main}\"><numFmts>{codes}</numFmts><cellStyleXfs><xf numFmtId=\"9\"/></cellStyleXfs>"
            + $"<cellXfs>{string.Concat(ids.Select(id => $"<xf numFmtId=\"{id}\"><alignment/></xf>"))}</cellXfs></styleSheet>");

    private static IEnumerable<string> LinesOf(Block block) => block switch
    {
        ParagraphBlock paragraph => [$"¶ {paragraph.Text}"],
        TableBlock table => table.Rows.Select(row => string.Join(" | ", row.Cells.Select(LineOf))).Prepend("table"),
        _ => throw new InvalidOperationException(),
    };

    private static string LineOf(TableCell cell) =>
        $"{cell.Column}{(cell.Span > 1 ? $"+{cell.Span}" : "")}{(cell.MergedFromAbove ? "^" : $" {cell.Text}")}";
}

using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Luoshi.Samples.Office;

/// <summary>WordprocessingML in the few forms that office documents of this kind use.</summary>
internal static partial class Word
{
    private const string MainType = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    // A4 landscape less the margins, in twentieths of a point.
    private const int TextWidth = 13958;

    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    public static byte[] File(IEnumerable<XElement> body) => OfficePackage.Zip(
    [
        OfficePackage.Links("_rels/.rels", ("officeDocument", "word/document.xml")),
        new OfficePart("word/document.xml", MainType + "document.main+xml", new XElement(
            W + "document",
            new XAttribute(XNamespace.Xmlns + "w", W),
            new XElement(W + "body", WithRevisionNumbers([.. body]), Section()))),
        OfficePackage.Links("word/_rels/document.xml.rels", ("styles", "styles.xml"), ("numbering", "numbering.xml")),
        new OfficePart("word/styles.xml", MainType + "styles+xml", Styles()),
        new OfficePart("word/numbering.xml", MainType + "numbering+xml", Numbering()),
    ]);

    public static XElement Heading(string text) => new(W + "p", Properties("pPr", Value("pStyle", "Title")), Runs(text));

    public static XElement Line(string text, bool centred = true) =>
        new(W + "p", Properties("pPr", Value("jc", centred ? "center" : "left")), Runs(text));

    public static XElement PageBreak() => new(W + "p", new XElement(W + "r", new XElement(W + "br", Attribute("type", "page"))));

    public static XElement Paragraph(string text) => new(W + "p", Runs(text));

    /// <summary>A paragraph whose number Word counts by itself; the text is empty in a numbered cell.</summary>
    public static XElement NumberedParagraph(string text) => new(
        W + "p",
        Properties("pPr", new XElement(W + "numPr", Value("ilvl", "0"), Value("numId", "1"))),
        Runs(text));

    /// <summary>Lines kept in one paragraph by soft breaks, as Shift+Enter leaves them.</summary>
    public static XElement SoftBrokenParagraph(string text) => new(
        W + "p",
        text.Split('\n').SelectMany((line, index) => index == 0 ? Runs(line) : Runs(line).Prepend(new XElement(W + "r", new XElement(W + "br")))));

    /// <summary>A paragraph whose first figure was corrected with tracked changes on: the old one deleted, the right one inserted.</summary>
    public static XElement CorrectedParagraph(string text)
    {
        var figure = Figure().Match(text);
        if (!figure.Success)
        {
            return Paragraph(text);
        }

        var mistaken = figure.Value[..^1] + (char)('0' + ((figure.Value[^1] - '0' + 3) % 10));
        return new XElement(
            W + "p",
            Runs(text[..figure.Index]),
            new XElement(W + "del", Revision, new XElement(W + "r", new XElement(W + "delText", Preserve, mistaken))),
            new XElement(W + "ins", Revision, Runs(figure.Value)),
            Runs(text[(figure.Index + figure.Length)..]));
    }

    /// <summary>The paragraph inside a content control, as form templates leave it.</summary>
    public static XElement Controlled(XElement paragraph) => new(
        W + "sdt",
        new XElement(W + "sdtPr", Value("alias", "完成情况"), Value("tag", "progress")),
        new XElement(W + "sdtContent", paragraph));

    /// <summary>A table over the text width; the shares say how wide each column is.</summary>
    public static XElement Table(IReadOnlyList<int> shares, IEnumerable<XElement> rows) => new(
        W + "tbl",
        new XElement(
            W + "tblPr",
            new XElement(W + "tblW", Attribute("w", Number(TextWidth)), Attribute("type", "dxa")),
            new XElement(W + "tblBorders", BorderSides().Select(side => new XElement(
                W + side, Attribute("val", "single"), Attribute("sz", "4"), Attribute("space", "0"), Attribute("color", "auto")))),
            new XElement(W + "tblLayout", Attribute("type", "fixed"))),
        new XElement(W + "tblGrid", shares.Select(share => new XElement(W + "gridCol", Attribute("w", Number(Width(share, shares)))))),
        rows);

    public static XElement Row(IEnumerable<XElement> cells, bool repeatsAsHeader = false) => new(
        W + "tr",
        repeatsAsHeader ? new XElement(W + "trPr", new XElement(W + "tblHeader")) : null,
        cells);

    /// <summary>A cell over <paramref name="span"/> columns. Word asks for at least one paragraph in it.</summary>
    public static XElement Cell(IEnumerable<XElement> blocks, int span = 1) => new(
        W + "tc",
        new XElement(W + "tcPr", span > 1 ? Value("gridSpan", Number(span)) : null),
        blocks.DefaultIfEmpty(new XElement(W + "p")));

    public static XElement Cell(string text) => Cell(text.Split('\n').Select(Paragraph));

    // Word starts a new run wherever the script changes; readers have to put the pieces together again.
    private static IEnumerable<XElement> Runs(string text) => Script().Matches(text).Select(piece => new XElement(
        W + "r",
        new XElement(W + "rPr", new XElement(W + "rFonts", Attribute("hint", "eastAsia"))),
        new XElement(W + "t", Preserve, piece.Value)));

    private static int Width(int share, IReadOnlyList<int> shares) => TextWidth * share / shares.Sum();

    private static string[] BorderSides() => ["top", "left", "bottom", "right", "insideH", "insideV"];

    private static XElement Section() => new(
        W + "sectPr",
        new XElement(W + "pgSz", Attribute("w", "16838"), Attribute("h", "11906"), Attribute("orient", "landscape")),
        new XElement(
            W + "pgMar",
            Attribute("top", "1588"), Attribute("right", "1440"), Attribute("bottom", "1474"), Attribute("left", "1440"),
            Attribute("header", "851"), Attribute("footer", "992"), Attribute("gutter", "0")));

    private static XElement Styles() => new(
        W + "styles",
        new XAttribute(XNamespace.Xmlns + "w", W),
        new XElement(W + "docDefaults", new XElement(W + "rPrDefault", new XElement(
            W + "rPr",
            new XElement(W + "rFonts", Attribute("ascii", "Times New Roman"), Attribute("eastAsia", "仿宋"), Attribute("hAnsi", "Times New Roman")),
            Value("sz", "24"),
            new XElement(W + "lang", Attribute("val", "en-US"), Attribute("eastAsia", "zh-CN"))))),
        new XElement(W + "style", Attribute("type", "paragraph"), Attribute("default", "1"), Attribute("styleId", "Normal"), Value("name", "Normal")),
        new XElement(
            W + "style",
            Attribute("type", "paragraph"),
            Attribute("styleId", "Title"),
            Value("name", "Title"),
            Value("basedOn", "Normal"),
            Properties("pPr", new XElement(W + "keepNext"), Value("jc", "center")),
            Properties("rPr", new XElement(W + "b"), Value("sz", "36"))));

    private static XElement Numbering() => new(
        W + "numbering",
        new XAttribute(XNamespace.Xmlns + "w", W),
        new XElement(
            W + "abstractNum",
            Attribute("abstractNumId", "0"),
            new XElement(
                W + "lvl", Attribute("ilvl", "0"), Value("start", "1"), Value("numFmt", "decimal"), Value("lvlText", "%1"), Value("lvlJc", "left"))),
        new XElement(W + "num", Attribute("numId", "1"), Value("abstractNumId", "0")));

    private static XElement Properties(string name, params XElement[] properties) => new(W + name, properties);

    private static XElement Value(string name, string value) => new(W + name, Attribute("val", value));

    private static XAttribute Attribute(string name, string value) => new(W + name, value);

    private static XAttribute Preserve => new(XNamespace.Xml + "space", "preserve");

    private static XAttribute[] Revision => [Attribute("id", "0"), Attribute("author", "填报人"), Attribute("date", "2024-01-01T09:00:00Z")];

    private static List<XElement> WithRevisionNumbers(List<XElement> body)
    {
        var revisions = body.DescendantsAndSelf().Where(element => element.Name == W + "ins" || element.Name == W + "del");
        foreach (var (index, revision) in revisions.Index())
        {
            revision.SetAttributeValue(W + "id", index + 1);
        }

        return body;
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex("[\\x20-\\x7e]+|[^\\x20-\\x7e]+")]
    private static partial Regex Script();

    [GeneratedRegex("\\d+(\\.\\d+)?(?=[个家亩公户万亿%％项处套人米])")]
    private static partial Regex Figure();
}

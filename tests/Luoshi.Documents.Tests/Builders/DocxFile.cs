using System.Globalization;
using System.Text;

namespace Luoshi.Documents.Tests.Builders;

/// <summary>
/// A docx in memory from the raw markup of its body. The static methods write the markup of the usual pieces; a test spells out only what it is about.
/// Prefixes <c>w r m mc wps wp a v w14</c> are declared.
/// </summary>
internal sealed class DocxFile
{
    public const string Transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    public const string Strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";

    private const string TransitionalRelationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string StrictRelationships = "http://purl.oclc.org/ooxml/officeDocument/relationships";
    private const string PackageRelationships = "http://schemas.openxmlformats.org/package/2006/relationships";

    private readonly StringBuilder _body = new();
    private readonly StringBuilder _relationships = new();
    private readonly List<(string Name, byte[] Content)> _more = [];
    private string _namespace = Transitional;
    private string _relationshipTypes = TransitionalRelationships;
    private string _main = "word/document.xml";
    private string _contentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private string? _numbering;
    private string? _styles;

    /// <summary>A document whose body is this markup.</summary>
    public static DocxFile Of(params ReadOnlySpan<string> body)
    {
        var file = new DocxFile();
        foreach (var piece in body)
        {
            file._body.Append(piece);
        }

        return file;
    }

    public static string Paragraph(string text) => $"<w:p>{Run(text)}</w:p>";

    /// <summary>A paragraph with properties (the inside of <c>w:pPr</c>) and any runs.</summary>
    public static string ParagraphOf(string properties, string runs = "") => $"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>";

    /// <summary>A paragraph of a list; an empty text leaves nothing but the number.</summary>
    public static string Numbered(int list, int level = 0, string text = "") =>
        ParagraphOf($"""<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr>""", text.Length == 0 ? "" : Run(text));

    public static string Run(string text, string properties = "") =>
        $"""<w:r>{(properties.Length == 0 ? "" : $"<w:rPr>{properties}</w:rPr>")}<w:t xml:space="preserve">{Escape(text)}</w:t></w:r>""";

    /// <summary>A table of rows (from <see cref="Row"/>, or any markup that may stand there).</summary>
    public static string Table(params ReadOnlySpan<string> rows) => $"<w:tbl><w:tblPr/><w:tblGrid/>{string.Concat(rows)}</w:tbl>";

    /// <summary>A row of cells given as text.</summary>
    public static string Row(params ReadOnlySpan<string> texts)
    {
        var row = new StringBuilder("<w:tr>");
        foreach (var text in texts)
        {
            row.Append(Cell(Paragraph(text)));
        }

        return row.Append("</w:tr>").ToString();
    }

    /// <summary>A row of cells given as markup, with the inside of <c>w:trPr</c>.</summary>
    public static string RowOf(string properties, params ReadOnlySpan<string> cells) => $"<w:tr><w:trPr>{properties}</w:trPr>{string.Concat(cells)}</w:tr>";

    /// <summary>A cell with any content, and the inside of <c>w:tcPr</c>.</summary>
    public static string Cell(string content, string properties = "") =>
        $"<w:tc>{(properties.Length == 0 ? "" : $"<w:tcPr>{properties}</w:tcPr>")}{content}</w:tc>";

    /// <summary>A list level for <see cref="WithNumbering"/>.</summary>
    public static string Level(int level, string format, string text, string more = "", int start = 1) =>
        $"""<w:lvl w:ilvl="{level}"><w:start w:val="{start}"/><w:numFmt w:val="{format}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>""";

    /// <summary>One list, number 1, with these levels.</summary>
    public static string List(params ReadOnlySpan<string> levels) =>
        $"""<w:abstractNum w:abstractNumId="0">{string.Concat(levels)}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>""";

    public static string Escape(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);

    /// <summary>The inside of <c>word/numbering.xml</c>.</summary>
    public DocxFile WithNumbering(string lists)
    {
        _numbering = lists;
        return this;
    }

    /// <summary>The inside of <c>word/styles.xml</c>.</summary>
    public DocxFile WithStyles(string styles)
    {
        _styles = styles;
        return this;
    }

    /// <summary>Any further part; a part the builder writes itself is then there twice.</summary>
    public DocxFile WithPart(string name, string content) => WithPart(name, Encoding.UTF8.GetBytes(content));

    public DocxFile WithPart(string name, byte[] content)
    {
        _more.Add((name, content));
        return this;
    }

    /// <summary>A relationship of the document; its type is given by its last word.</summary>
    public DocxFile WithRelationship(string kind, string target, bool external = false)
    {
        _relationships.Append(CultureInfo.InvariantCulture, $"""<Relationship Id="x{_relationships.Length}" Type="{TransitionalRelationships}/{kind}" Target="{target}"{(external ? " TargetMode=\"External\"" : "")}/>""");
        return this;
    }

    /// <summary>Puts the document into another part than <c>word/document.xml</c>.</summary>
    public DocxFile WithMainPart(string name)
    {
        _main = name;
        return this;
    }

    public DocxFile WithContentType(string type)
    {
        _contentType = type;
        return this;
    }

    /// <summary>Writes the namespaces of the strict variant of the standard.</summary>
    public DocxFile AsStrict()
    {
        _namespace = Strict;
        _relationshipTypes = StrictRelationships;
        return this;
    }

    public ZipFileBuilder ToZip()
    {
        var folder = _main[..(_main.LastIndexOf('/') + 1)];
        var zip = new ZipFileBuilder()
            .Add("[Content_Types].xml", $"""<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/{_main}" ContentType="{_contentType}"/></Types>""")
            .Add("_rels/.rels", Relationships($"""<Relationship Id="r1" Type="{_relationshipTypes}/officeDocument" Target="{_main}"/>"""))
            .Add(_main, Root("document", $"<w:body>{_body}<w:sectPr/></w:body>"));
        if (_numbering is not null)
        {
            WithRelationship("numbering", "numbering.xml");
            zip.Add(folder + "numbering.xml", Root("numbering", _numbering));
        }

        if (_styles is not null)
        {
            WithRelationship("styles", "styles.xml");
            zip.Add(folder + "styles.xml", Root("styles", _styles));
        }

        if (_relationships.Length > 0)
        {
            zip.Add($"{folder}_rels/{_main[folder.Length..]}.rels", Relationships(_relationships.ToString()));
        }

        foreach (var (name, content) in _more)
        {
            zip.Add(name, content);
        }

        return zip;
    }

    public byte[] ToBytes() => ToZip().ToBytes();

    private static string Relationships(string inside) =>
        $"""<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="{PackageRelationships}">{inside}</Relationships>""";

    private string Root(string name, string inside) =>
        $"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:{name} xmlns:w="{_namespace}" xmlns:r="{_relationshipTypes}" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml">{inside}</w:{name}>""";
}

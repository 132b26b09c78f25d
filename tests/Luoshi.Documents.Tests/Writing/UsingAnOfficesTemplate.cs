using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Luoshi.Documents.Reading;
using Luoshi.Documents.Writing;

namespace Luoshi.Documents.Tests.Writing;

public sealed class UsingAnOfficesTemplate
{
    private const string Tables = "<w:p><w:r><w:t>{{各领导表}}</w:t></w:r></w:p>";

    [Fact]
    public void The_shipped_template_is_a_template_like_any_other()
    {
        var look = new MaterialLook();

        var written = MeetingMaterialDocx.Write(SampleMaterial.May, MaterialTemplate.Open(DefaultTemplate.Write(look), ReadLimits.Upload).Value);

        Assert.Equal(MeetingMaterialDocx.Write(SampleMaterial.May, look), written);
    }

    [Fact]
    public void A_placeholder_torn_into_runs_is_found_and_the_rest_of_the_line_stays()
    {
        var outline = Outline("<w:p><w:r><w:t>送：{{政</w:t></w:r><w:r><w:t>府名</w:t></w:r><w:r><w:t>称}}领导（{{ 期别 }}）</w:t></w:r></w:p>" + Tables);

        Assert.StartsWith("[] 送：青岚区人民政府领导（2026年5月）\n", outline, StringComparison.Ordinal);
    }

    [Fact]
    public void A_placeholder_without_a_value_leaves_its_line_empty()
    {
        var outline = DocxOutline.Of(MeetingMaterialDocx.Write(SampleMaterial.May with { Government = null }, new MaterialLook()));

        Assert.StartsWith("[CoverGovernment] \n[CoverTitle]", outline, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_and_the_styles_are_the_templates()
    {
        var section = """<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1000" w:right="1000" w:bottom="1000" w:left="1000" w:header="500" w:footer="500" w:gutter="0"/></w:sectPr>""";
        var styles = """<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:customStyle="1" w:styleId="af3"><w:name w:val="表头"/><w:basedOn w:val="a"/></w:style>""";

        var outline = Outline(Tables + section, styles);

        Assert.Contains("| [af3] 序号", outline, StringComparison.Ordinal);
        Assert.Contains("[Heading1] 2026年政府工作报告重点工作完成情况（5月）", outline, StringComparison.Ordinal);
        var table = outline.Split('\n').First(line => line.StartsWith("table ", StringComparison.Ordinal));
        Assert.Equal(9906, table["table ".Length..].Split('+').Sum(int.Parse));
    }

    [Theory]
    [InlineData("", 3)]
    [InlineData("""<w:pgNumType w:start="1"/>""", 1)]
    public void The_contents_count_the_templates_own_pages_unless_numbering_begins_anew(string numbering, int first)
    {
        var cover = """<w:p><w:r><w:br w:type="page"/></w:r></w:p>""";
        var contents = "<w:p><w:r><w:t>{{目录}}</w:t></w:r></w:p><w:p><w:pPr><w:sectPr/></w:pPr></w:p>";

        var outline = Outline(cover + contents + Tables + $"<w:sectPr>{numbering}</w:sectPr>");

        Assert.Contains($"区长→{{PAGEREF _Toc000001 \\h}}{first}\n", outline, StringComparison.Ordinal);
    }

    [Fact]
    public void Styles_that_are_missing_are_brought_along_and_valid()
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(Written(Tables + "<w:sectPr/>")), isEditable: false);

        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document, TestContext.Current.CancellationToken).Select(error => $"{error.Path?.XPath}: {error.Description}"));
        Assert.Contains(document.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Elements<DocumentFormat.OpenXml.Wordprocessing.Style>(), style => style.StyleName?.Val == "表格正文");
    }

    [Theory]
    [InlineData("<w:p><w:r><w:t>{{政府名}}</w:t></w:r></w:p>" + Tables, "template-placeholder-unknown", "第1段“{{政府名}}”")]
    [InlineData("<w:p><w:r><w:t>无表</w:t></w:r></w:p>", "template-placeholder-missing", "{{各领导表}}")]
    [InlineData(Tables + Tables, "template-placeholder-missing", "2 处")]
    [InlineData("<w:p/><w:p><w:r><w:t>附：{{各领导表}}</w:t></w:r></w:p>", "template-placeholder-misplaced", "第2段“附：{{各领导表}}”")]
    [InlineData("<w:tbl><w:tr><w:tc>" + Tables + "</w:tc></w:tr></w:tbl>" + Tables, "template-placeholder-misplaced", "不能在表格")]
    public void A_mistake_is_named_with_its_place(string body, string code, string place)
    {
        var outcome = MaterialTemplate.Open(Template(body, ""), ReadLimits.Upload);

        Assert.Equal(code, outcome.Refusal?.Code);
        Assert.Contains(place, outcome.Refusal?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_word_document_is_refused()
    {
        Assert.Equal("template-not-word", MaterialTemplate.Open("政府名称"u8.ToArray(), ReadLimits.Upload).Refusal?.Code);
        Assert.Equal("template-not-word", MaterialTemplate.Open(Zip(("xl/workbook.xml", "<x/>")), ReadLimits.Upload).Refusal?.Code);
        Assert.Equal("damaged-file", MaterialTemplate.Open(Template("<w:p>", ""), ReadLimits.Upload).Refusal?.Code);
    }

    [Fact]
    public void Deep_nesting_is_refused_before_a_tree_is_built()
    {
        var nested = string.Concat(Enumerable.Repeat("<w:tbl><w:tr><w:tc>", 4000)) + string.Concat(Enumerable.Repeat("</w:tc></w:tr></w:tbl>", 4000));

        Assert.Equal("nested-too-deep", MaterialTemplate.Open(Template(nested + Tables, ""), ReadLimits.Upload).Refusal?.Code);
    }

    [Fact]
    public void The_author_of_the_template_does_not_sign_the_material()
    {
        var template = Zip([.. Parts(Tables, ""), ("docProps/core.xml", "<x>李四</x>"), ("docProps/app.xml", "<x>某公司</x>")]);

        using var zip = new ZipArchive(new MemoryStream(MeetingMaterialDocx.Write(SampleMaterial.May, MaterialTemplate.Open(template, ReadLimits.Upload).Value)));

        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(entry.Open());
            var text = reader.ReadToEnd();
            Assert.DoesNotContain("李四", text, StringComparison.Ordinal);
            Assert.DoesNotContain("某公司", text, StringComparison.Ordinal);
        }
    }

    private static string Outline(string body, string styles = "") => DocxOutline.Of(Written(body, styles));

    private static byte[] Written(string body, string styles = "") =>
        MeetingMaterialDocx.Write(SampleMaterial.May, MaterialTemplate.Open(Template(body, styles), ReadLimits.Upload).Value);

    private static byte[] Template(string body, string styles) => Zip(Parts(body, styles));

    private static (string Name, string Xml)[] Parts(string body, string styles) =>
    [
        ("[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>"""),
        ("_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"""),
        ("word/_rels/document.xml.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"""),
        ("word/styles.xml", $"""<w:styles xmlns:w="{WordMarkup.Namespace}">{styles}</w:styles>"""),
        ("word/document.xml", $"""<w:document xmlns:w="{WordMarkup.Namespace}"><w:body>{body}</w:body></w:document>"""),
    ];

    private static byte[] Zip(params (string Name, string Xml)[] parts)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8))
        {
            foreach (var (name, xml) in parts)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(xml);
            }
        }

        return bytes.ToArray();
    }
}

using Luoshi.Core.Reading;
using Luoshi.Documents.Reading;
using Luoshi.Documents.Tests.Builders;
using static Luoshi.Documents.Tests.Builders.XlsxFile;

namespace Luoshi.Documents.Tests.Reading.Xlsx;

public sealed class FindingTheSheets
{
    [Fact]
    public void Sheets_come_in_the_order_of_their_tabs_and_charts_do_not_count()
    {
        var file = new XlsxFile()
            .Sheet("区长", Data(Row(1, "甲")))
            .Sheet("图", Data(Row(1, "无")), type: "chartsheet")
            .Sheet("对话框", Data(Row(1, "无")), type: "dialogsheet")
            .Sheet("副区长 <二>", Data(Row(1, "乙")));

        Assert.Equal(
            [new SourceLocation(Table: 1, Row: 1, Sheet: "区长"), new SourceLocation(Table: 2, Row: 1, Sheet: "副区长 <二>")],
            file.Read().Blocks.Select(block => block.Location));
        Assert.Empty(file.Read().Problems);
    }

    [Theory]
    [InlineData("/book/tabs/one.xml")]
    [InlineData("tabs/one.xml")]
    [InlineData("./tabs/../tabs/one.xml")]
    [InlineData("../book/tabs/one.xml")]
    [InlineData("tabs\\one.xml")]
    [InlineData("Tabs/%6Fne.xml")]
    public void Parts_are_found_by_relationships_whatever_they_are_called(string target)
    {
        Assert.Equal("甲", Renamed(target).OnlyText());
    }

    [Fact]
    public void A_strict_workbook_is_read_too()
    {
        const string Office = "http://purl.oclc.org/ooxml";
        var file = new XlsxFile()
            .Part("_rels/.rels", Rels($"<Relationship Id=\"r\" Type=\"{Office}/officeDocument/relationships/officeDocument\" Target=\"xl/workbook.xml\"/>"))
            .Part("xl/workbook.xml", $"<workbook xmlns=\"{Office}/spreadsheetml/main\" xmlns:o=\"{Office}/officeDocument/relationships\" conformance=\"strict\">"
                + "<workbookPr date1904=\"true\"/><sheets><sheet name=\"表\" sheetId=\"1\" o:id=\"a\"/></sheets></workbook>")
            .Part("xl/_rels/workbook.xml.rels", Rels($"<Relationship Id=\"a\" Type=\"{Office}/officeDocument/relationships/worksheet\" Target=\"s.xml\"/>"))
            .Part("xl/s.xml", $"<x:worksheet xmlns:x=\"{Office}/spreadsheetml/main\"><x:sheetData><x:row><x:c t=\"inlineStr\"><x:is><x:t>甲</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>");

        Assert.Equal("甲", file.OnlyText());
    }

    [Fact]
    public void A_sheet_that_lies_outside_or_is_missing_is_told_and_the_others_are_read()
    {
        var file = new XlsxFile().Sheet("外部", Data()).Sheet("不见了", Data()).Sheet("在", Data(Row(1, "甲")));
        file.Part("xl/_rels/workbook.xml.rels", Rels(
            "<Relationship Id=\"rId1\" Type=\"x/worksheet\" Target=\"file:///etc/passwd\" TargetMode=\"External\"/>"
            + "<Relationship Id=\"rId2\" Type=\"x/worksheet\" Target=\"worksheets/sheet9.xml\"/>"
            + "<Relationship Id=\"rId3\" Type=\"x/worksheet\" Target=\"worksheets/sheet3.xml\"/>"));

        var document = file.Read();

        Assert.Equal("在", Assert.Single(document.Blocks).Location.Sheet);
        Assert.Equal([("missing-sheet", "外部"), ("missing-sheet", "不见了")], document.Problems.Select(problem => (problem.Code, problem.Location.Sheet)));
    }

    [Fact]
    public void A_workbook_without_sheets_has_no_blocks()
    {
        Assert.Empty(new XlsxFile().Read().Blocks);
    }

    [Fact]
    public void A_binary_workbook_is_refused_with_advice()
    {
        var file = new XlsxFile()
            .Part("_rels/.rels", Rels("<Relationship Id=\"r\" Type=\"x/officeDocument\" Target=\"xl/workbook.bin\"/>"))
            .Part("[Content_Types].xml", ContentTypes("/xl/workbook.bin", "application/vnd.ms-excel.sheet.binary.macroEnabled.main"))
            .Part("xl/workbook.bin", "\u0083\u0001");

        var outcome = DocumentReader.Read(file.ToArray(), "报送.xlsx", ReadLimits.Upload);

        Assert.Equal("binary-workbook", outcome.Refusal?.Code);
        Assert.Contains("另存为 .xlsx", outcome.Refusal?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_package_that_is_neither_a_document_nor_a_workbook_is_refused()
    {
        var file = new XlsxFile()
            .Part("_rels/.rels", Rels("<Relationship Id=\"r\" Type=\"x/officeDocument\" Target=\"ppt/presentation.xml\"/>"))
            .Part("[Content_Types].xml", ContentTypes("/ppt/presentation.xml", "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"))
            .Part("ppt/presentation.xml", "<presentation/>");

        Assert.Equal("unknown-format", DocumentReader.Read(file.ToArray(), "汇报.xlsx", ReadLimits.Upload).Refusal?.Code);
    }

    [Fact]
    public void A_workbook_is_found_by_its_content_wherever_it_lies()
    {
        Assert.Null(DocumentReader.Read(Renamed("tabs/one.xml").ToArray(), "无名", ReadLimits.Upload).Refusal);
    }

    private static XlsxFile Renamed(string sheetTarget)
    {
        var parts = WithRows(Row(1, "甲")).Parts().ToDictionary(part => part.Key, part => System.Text.Encoding.UTF8.GetString(part.Value));
        return new XlsxFile()
            .Part("[Content_Types].xml", parts["[Content_Types].xml"].Replace("/xl/workbook.xml", "/book/main.xml", StringComparison.Ordinal))
            .Part("_rels/.rels", parts["_rels/.rels"].Replace("xl/workbook.xml", "/book/main.xml", StringComparison.Ordinal))
            .Part("book/main.xml", parts["xl/workbook.xml"])
            .Part("book/_rels/main.xml.rels", parts["xl/_rels/workbook.xml.rels"].Replace("worksheets/sheet1.xml", sheetTarget, StringComparison.Ordinal))
            .Part("book/tabs/one.xml", parts["xl/worksheets/sheet1.xml"])
            .Part("xl/workbook.xml", "<workbook/>");
    }
}

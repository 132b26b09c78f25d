using static Luoshi.Documents.Tests.Builders.DocxFile;
using static Luoshi.Documents.Tests.Reading.Docx.ReadWord;

namespace Luoshi.Documents.Tests.Reading.Docx;

public sealed class AcceptingTrackedChanges
{
    private const string Change = """w:id="1" w:author="督查科" w:date="2024-04-28T00:00:00Z" """;

    [Fact]
    public void Inserted_text_counts_and_deleted_text_does_not() =>
        Assert.Equal(
            ["完成投资3.5亿元"],
            Paragraphs("<w:p>" + Run("完成投资") + $"<w:del {Change}><w:r><w:delText>2</w:delText></w:r></w:del><w:ins {Change}>" + Run("3.5") + "</w:ins>" + Run("亿元") + "</w:p>"));

    [Fact]
    public void Moved_text_stands_where_it_went() =>
        Assert.Equal(
            ["后", "前"],
            Paragraphs(
                $"""<w:p><w:moveFromRangeStart {Change} w:name="m"/><w:moveFrom {Change}>{Run("前")}</w:moveFrom>{Run("后")}</w:p>""",
                $"<w:p><w:moveTo {Change}>{Run("前")}</w:moveTo></w:p>"));

    [Fact]
    public void What_was_inserted_and_deleted_again_is_gone() =>
        Assert.Equal(["甲"], Paragraphs("<w:p>" + Run("甲") + $"<w:ins {Change}><w:del {Change}>" + Run("乙") + "</w:del></w:ins></w:p>"));

    [Fact]
    public void A_deleted_paragraph_mark_joins_the_paragraph_with_the_next()
    {
        var paragraphs = ParagraphOf($"<w:rPr><w:del {Change}/></w:rPr>", Run("上半句，")) + Paragraph("下半句。");

        Assert.Equal(["上半句，下半句。"], Paragraphs(paragraphs));
        Assert.Equal("上半句，下半句。", CellText(paragraphs));
    }

    [Fact]
    public void A_deleted_row_is_gone()
    {
        var rows = Rows(Table(Row("1"), RowOf($"<w:del {Change}/>", Cell(Paragraph("2"))), RowOf($"<w:ins {Change}/>", Cell(Paragraph("3")))));

        Assert.Equal(["1", "3"], rows.Select(row => row.Cells[0].Text));
        Assert.Equal([1, 2], rows.Select(row => row.Location.Row));
    }

    [Fact]
    public void A_table_without_a_row_left_is_gone_and_not_counted()
    {
        var blocks = Read(Of(Table(RowOf($"<w:del {Change}/>", Cell(Paragraph("旧")))), Table(Row("新")))).Blocks;

        Assert.Equal(1, Assert.Single(blocks).Location.Table);
    }

    [Fact]
    public void A_deleted_cell_is_gone() =>
        Assert.Equal([["1", "3"]], Texts(Table(RowOf("", Cell(Paragraph("1")), Cell(Paragraph("2"), $"<w:cellDel {Change}/>"), Cell(Paragraph("3"))))));

    [Fact]
    public void Properties_as_they_were_before_a_change_do_not_count()
    {
        var cell = Cell(Paragraph("1"), $"""<w:gridSpan w:val="2"/><w:tcPrChange {Change}><w:tcPr><w:gridSpan w:val="5"/></w:tcPr></w:tcPrChange>""");
        var run = "<w:p>" + Run("显", $"<w:rPrChange {Change}><w:rPr><w:vanish/></w:rPr></w:rPrChange>") + "</w:p>";

        Assert.Equal(2, Rows(Table(RowOf("", cell)))[0].Cells[0].Span);
        Assert.Equal(["显"], Paragraphs(run));
    }
}

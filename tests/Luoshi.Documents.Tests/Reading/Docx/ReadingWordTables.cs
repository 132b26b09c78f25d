using Luoshi.Core.Reading;
using Luoshi.Documents.Reading;
using static Luoshi.Documents.Tests.Builders.DocxFile;
using static Luoshi.Documents.Tests.Reading.Docx.ReadWord;

namespace Luoshi.Documents.Tests.Reading.Docx;

public sealed class ReadingWordTables
{
    [Fact]
    public void Paragraphs_and_tables_come_in_the_order_of_the_document()
    {
        var file = Of(Paragraph("重点工作完成情况"), Table(Row("序号", "工作内容"), Row("1", "新建口袋公园 12 个")), Paragraph("（以上为一季度）"), Table(Row("合计")));

        var blocks = Read(file).Blocks;

        Assert.Equal(
            [typeof(ParagraphBlock), typeof(TableBlock), typeof(ParagraphBlock), typeof(TableBlock)],
            blocks.Select(block => block.GetType()));
        Assert.Equal(new SourceLocation(Table: 2), blocks[3].Location);
        Assert.Equal(new SourceLocation(Table: 1, Row: 2), ((TableBlock)blocks[1]).Rows[1].Location);
    }

    [Fact]
    public void Paragraphs_of_a_cell_are_joined_by_line_ends() =>
        Assert.Equal("已开工 5 个。\n已完工 3 个。", CellText(Paragraph("已开工 5 个。") + Paragraph("已完工 3 个。") + "<w:p/>"));

    [Fact]
    public void Empty_paragraphs_in_the_body_are_no_blocks() =>
        Assert.Equal(["一"], Paragraphs("<w:p/>", Paragraph("一"), Paragraph("  ")));

    [Fact]
    public void A_cell_over_several_columns_moves_the_next_ones_on()
    {
        var cells = Rows(Table(RowOf("", Cell(Paragraph("1")), Cell(Paragraph("区长"), """<w:gridSpan w:val="3"/>"""), Cell(Paragraph("每月"))))).Single().Cells;

        Assert.Equal([new TableCell("1", 0), new TableCell("区长", 1, 3), new TableCell("每月", 4)], cells);
    }

    [Fact]
    public void Columns_left_free_before_the_first_cell_count()
    {
        var cells = Rows(Table(RowOf("""<w:gridBefore w:val="2"/><w:gridAfter w:val="1"/>""", Cell(Paragraph("小计"))))).Single().Cells;

        Assert.Equal([new TableCell("小计", 2)], cells);
    }

    [Fact]
    public void A_vertical_merge_continues_with_empty_cells()
    {
        var rows = Rows(Table(
            RowOf("", Cell(Paragraph("区发改局"), """<w:vMerge w:val="restart"/>"""), Cell(Paragraph("甲"))),
            RowOf("", Cell("<w:p/>", "<w:vMerge/>"), Cell(Paragraph("乙"))),
            RowOf("", Cell("<w:p/>", """<w:vMerge w:val="continue"/>"""), Cell(Paragraph("丙")))));

        Assert.Equal([false, true, true], rows.Select(row => row.Cells[0].MergedFromAbove));
        Assert.Equal("区发改局", rows[0].Cells[0].Text);
    }

    [Fact]
    public void A_vertical_merge_with_nothing_above_it_is_a_cell_of_its_own() =>
        Assert.Equal(new TableCell("区住建局", 0), Rows(Table(RowOf("", Cell(Paragraph("区住建局"), "<w:vMerge/>"))))[0].Cells[0]);

    [Fact]
    public void Text_that_a_vertical_merge_covers_is_left_out_and_told()
    {
        var file = Of(Table(
            RowOf("", Cell(Paragraph("甲"), """<w:vMerge w:val="restart"/>""")),
            RowOf("", Cell(Paragraph("压住的字"), "<w:vMerge/>"))));

        var document = Read(file);

        var problem = Assert.Single(document.Problems);
        Assert.Equal(("covered-text", new SourceLocation(Table: 1, Row: 2)), (problem.Code, problem.Location));
        Assert.Equal("", ((TableBlock)document.Blocks[0]).Rows[1].Cells[0].Text);
    }

    [Fact]
    public void A_legacy_horizontal_merge_is_one_cell()
    {
        var cells = Rows(Table(RowOf(
            "",
            Cell(Paragraph("1")),
            Cell(Paragraph("分管领导"), """<w:hMerge w:val="restart"/>"""),
            Cell("<w:p/>", "<w:hMerge/>"),
            Cell(Paragraph("备注"))))).Single().Cells;

        Assert.Equal([new TableCell("1", 0), new TableCell("分管领导", 1, 2), new TableCell("备注", 3)], cells);
    }

    [Fact]
    public void A_nested_table_belongs_to_its_cell()
    {
        var nested = Table(Row("一期", "已完工"), Row("二期", "在建"));

        Assert.Equal("分两期：\n一期\t已完工\n二期\t在建\n以上。", CellText(Paragraph("分两期：") + nested + Paragraph("以上。")));
    }

    [Fact]
    public void A_nested_table_does_not_count_as_a_table_of_the_document()
    {
        var blocks = Read(Of(Table("<w:tr>" + Cell(Table(Row("内")) + "<w:p/>") + "</w:tr>"), Table(Row("外")))).Blocks;

        Assert.Equal([1, 2], blocks.Select(block => block.Location.Table));
    }

    [Fact]
    public void Rows_and_cells_inside_content_controls_and_insertions_are_read()
    {
        var texts = Texts(Table(
            "<w:sdt><w:sdtPr/><w:sdtContent>" + Row("1", "甲") + "</w:sdtContent></w:sdt>",
            """<w:ins w:id="1" w:author="x">""" + Row("2", "乙") + "</w:ins>",
            """<w:customXml w:element="x"><w:tr>""" + Cell(Paragraph("3")) + "<w:sdt><w:sdtContent>" + Cell(Paragraph("丙")) + "</w:sdtContent></w:sdt></w:tr></w:customXml>"));

        Assert.Equal([["1", "甲"], ["2", "乙"], ["3", "丙"]], texts);
    }

    [Fact]
    public void A_hidden_row_counts_and_is_told()
    {
        var document = Read(Of(Table(Row("1"), RowOf("<w:hidden/>", Cell("<w:p>" + Run("2", "<w:vanish/>") + "</w:p>")), Row("3"))));

        Assert.Equal(["1", "2", "3"], ((TableBlock)document.Blocks[0]).Rows.Select(row => row.Cells[0].Text));
        var problem = Assert.Single(document.Problems);
        Assert.Equal(("hidden-row", ProblemSeverity.Info, 2), (problem.Code, problem.Severity, problem.Location.Row));
    }

    [Fact]
    public void A_span_beyond_any_table_is_cut_and_costs_cells()
    {
        var cells = Rows(Table(RowOf("", Cell(Paragraph("1"), """<w:gridSpan w:val="999999999"/>""")))).Single().Cells;

        Assert.Equal(1_000, cells[0].Span);
    }
}

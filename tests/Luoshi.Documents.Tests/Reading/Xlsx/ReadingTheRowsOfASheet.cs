using Luoshi.Core.Reading;
using Luoshi.Documents.Reading;
using Luoshi.Documents.Reading.Xlsx;
using Luoshi.Documents.Tests.Builders;
using static Luoshi.Documents.Tests.Builders.XlsxFile;

namespace Luoshi.Documents.Tests.Reading.Xlsx;

public sealed class ReadingTheRowsOfASheet
{
    [Fact]
    public void Lines_of_one_cell_above_the_header_are_paragraphs_and_the_rest_is_a_table()
    {
        var file = WithRows(
            Row(1, "青岚区重点工作完成情况"),
            Row(2, "", "", "2024年4月"),
            Row(3, "序号", "工作内容", "牵头单位"),
            Row(4, "1", "新建公园", "区住建局"));

        Assert.Equal(["¶ 青岚区重点工作完成情况", "¶ 2024年4月", "table", "0 序号 | 1 工作内容 | 2 牵头单位", "0 1 | 1 新建公园 | 2 区住建局"], file.Lines());
    }

    [Fact]
    public void A_single_cell_below_the_header_stays_a_row()
    {
        var file = WithRows(Row(1, "序号", "工作内容"), Row(2, "常务副区长"), Row(3, "1", "新建公园"));

        Assert.Equal(["table", "0 序号 | 1 工作内容", "0 常务副区长", "0 1 | 1 新建公园"], file.Lines());
    }

    [Fact]
    public void A_blank_row_ends_a_table_whether_it_is_written_or_left_out()
    {
        var file = WithRows(
            Row(1, "序号", "内容"), Row(2, "1", "甲"), "<row r=\"3\"><c r=\"A3\" s=\"1\"/></row>",
            Row(4, "分管副区长"), Row(5, "序号", "内容"), Row(9, "1", "乙"));

        Assert.Equal(["table", "0 序号 | 1 内容", "0 1 | 1 甲", "¶ 分管副区长", "table", "0 序号 | 1 内容", "table", "0 1 | 1 乙"], file.Lines());
    }

    [Fact]
    public void Every_block_and_row_says_its_sheet_and_its_number_in_excel()
    {
        var file = new XlsxFile()
            .Sheet("说明", Data())
            .Sheet("常务副区长", Data(Row(3, "标题"), Row(4, "序号", "内容"), Row(5, "1", "甲")));

        var blocks = file.Read().Blocks;

        Assert.Equal(new SourceLocation(Table: 2, Row: 3, Sheet: "常务副区长"), blocks[0].Location);
        Assert.Equal(new SourceLocation(Table: 2, Row: 4, Sheet: "常务副区长"), blocks[1].Location);
        Assert.Equal(5, Assert.IsType<TableBlock>(blocks[1]).Rows[1].Location.Row);
    }

    [Fact]
    public void Rows_and_cells_without_a_reference_follow_the_one_before()
    {
        const string Cell = "<c t=\"str\"><v>甲</v></c>";
        var file = WithRows($"<row>{Cell}{Cell}</row>", $"<row r=\"7\">{Cell}<c r=\"D7\"><v>1</v></c>{Cell}</row>", $"<row>{Cell}{Cell}</row>");

        Assert.Equal(["table", "0 甲 | 1 甲", "table", "0 甲 | 3 1 | 4 甲", "0 甲 | 1 甲"], file.Lines());
    }

    [Fact]
    public void A_row_without_a_number_takes_that_of_its_first_cell()
    {
        var file = WithRows($"<row>{TextCell("A6", "甲")}{TextCell("B6", "乙")}</row>");

        Assert.Equal(6, file.Read().Blocks[0].Location.Row);
    }

    [Fact]
    public void Rows_and_cells_out_of_order_are_put_in_order_and_the_first_of_two_counts()
    {
        var file = WithRows(
            Row(2, "1", "甲"),
            $"<row r=\"1\">{TextCell("B1", "内容")}{TextCell("A1", "序号")}{TextCell("B1", "又一个")}</row>");

        Assert.Equal(["table", "0 序号 | 1 内容", "0 1 | 1 甲"], file.Lines());
    }

    [Fact]
    public void The_last_cell_of_the_largest_sheet_is_read()
    {
        var file = WithRows($"<row r=\"1048576\">{TextCell("XFC1048576", "甲")}{TextCell("XFD1048576", "乙")}</row>");

        Assert.Equal(["table", "16382 甲 | 16383 乙"], file.Lines());
    }

    [Fact]
    public void Text_beyond_the_largest_sheet_is_told()
    {
        var file = WithRows($"<row r=\"1\">{TextCell("XFD1", "甲")}<c t=\"str\"><v>乙</v></c></row>");

        var problem = Assert.Single(file.Read().Problems);

        Assert.Equal("cell-outside-sheet", problem.Code);
        Assert.Equal("甲", file.OnlyText());
    }

    [Theory]
    [InlineData("A1", 0, 1)]
    [InlineData("$AA$10", 26, 10)]
    [InlineData("xfd1048576", 16383, 1048576)]
    public void A_reference_is_a_column_and_a_row(string text, int column, int row)
    {
        Assert.Equal(new CellReference(column, row), CellReference.Parse(text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("A")]
    [InlineData("7")]
    [InlineData("A0")]
    [InlineData("XFE1")]
    [InlineData("A1048577")]
    [InlineData("AAAAAAAAAAAAAAAAAAAA1")]
    [InlineData("A1B")]
    [InlineData("A99999999999999")]
    public void Anything_else_is_none(string text)
    {
        Assert.Null(CellReference.Parse(text));
    }

    [Theory]
    [InlineData(0, "A")]
    [InlineData(25, "Z")]
    [InlineData(26, "AA")]
    [InlineData(701, "ZZ")]
    [InlineData(702, "AAA")]
    [InlineData(16383, "XFD")]
    public void A_column_is_named_as_excel_names_it(int column, string name)
    {
        Assert.Equal(name, CellReference.ColumnName(column));
    }
}

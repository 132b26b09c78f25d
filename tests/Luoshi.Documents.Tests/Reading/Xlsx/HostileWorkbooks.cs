using Luoshi.Documents.Reading;
using Luoshi.Documents.Reading.Xlsx;
using Luoshi.Documents.Tests.Builders;
using static Luoshi.Documents.Tests.Builders.XlsxFile;

namespace Luoshi.Documents.Tests.Reading.Xlsx;

public sealed class HostileWorkbooks
{
    private static readonly string[] Table = ["table", "0 序号 | 1 内容"];

    [Fact]
    public void A_dimension_is_not_believed()
    {
        var file = new XlsxFile().Sheet("表1", "<dimension ref=\"A1:XFD1048576\"/>" + Data(Row(1, "序号", "内容")));

        Assert.Equal(Table, file.Lines());
    }

    [Fact]
    public void An_entity_bomb_is_refused()
    {
        var file = WithRows("<row><c t=\"s\"><v>0</v></c></row>").Part(
            "xl/sharedStrings.xml",
            "<!DOCTYPE sst [<!ENTITY a \"哈哈哈哈\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]><sst><si><t>&c;</t></si></sst>");

        Assert.Equal("damaged-file", file.RefusalCode());
    }

    [Fact]
    public void A_million_empty_cells_in_a_row_are_refused_as_an_upload_and_cost_nothing_else()
    {
        var file = WithRows($"<row r=\"1\">{string.Concat(Enumerable.Repeat("<c/>", 1_000_000))}</row>", Row(2, "序号", "内容"));

        Assert.Equal("too-many-cells", file.RefusalCode());
        var block = Assert.Single(XlsxFile.Read(file.ToStoredArray(), ReadLimits.Local).Blocks);
        Assert.Equal(2, Assert.Single(Assert.IsType<TableBlock>(block).Rows).Cells.Count);
    }

    [Fact]
    public void Styled_empty_rows_below_the_table_are_cut()
    {
        var empty = string.Concat(Enumerable.Range(2, 50_000).Select(row => $"<row r=\"{row}\"><c r=\"A{row}\" s=\"1\"/><c r=\"B{row}\" s=\"1\"><v></v></c></row>"));

        var document = XlsxFile.Read(WithRows(Row(1, "序号", "内容"), empty).ToStoredArray(), ReadLimits.Upload);

        Assert.Single(Assert.IsType<TableBlock>(Assert.Single(document.Blocks)).Rows);
    }

    [Fact]
    public void The_whole_sheet_merged_is_one_line()
    {
        var file = new XlsxFile().Sheet("表1", Data(Row(1, "序号", "内容")) + Merges("A1:XFD1048576"));

        Assert.Equal(["¶ 序号"], file.Lines());
    }

    [Fact]
    public void A_hundred_thousand_merged_areas_are_resolved()
    {
        var areas = Enumerable.Range(1, 100_000).Select(row => $"C{row}:D{row}").Append("A1:B1").ToArray();
        var file = new XlsxFile().Sheet("表1", Data(Row(1, "标题"), Row(2, "序号", "内容")) + Merges(areas));

        Assert.Equal(["¶ 标题", .. Table], file.Lines());
    }

    [Fact]
    public void A_hundred_thousand_areas_over_each_other_are_one()
    {
        var file = new XlsxFile().Sheet("表1", Data(Row(1, "标题")) + Merges([.. Enumerable.Repeat("A1:XFD1048576", 100_000)]));

        Assert.Equal("标题", file.Lines()[0][2..]);
    }

    [Fact]
    public void Areas_as_long_as_the_sheet_count_in_every_row_they_cross()
    {
        var areas = Enumerable.Range(0, 16_384).Select(column => $"{CellReference.ColumnName(column)}1:{CellReference.ColumnName(column)}1048576").ToArray();
        var rows = Enumerable.Range(1, 1_000).Select(row => Row(row, "甲")).ToArray();
        var file = new XlsxFile().Sheet("表1", Data(rows) + Merges(areas));

        Assert.Equal("too-many-cells", file.RefusalCode());
    }

    [Fact]
    public void A_long_text_that_every_cell_points_to_is_a_bomb()
    {
        var file = WithRows($"<row>{string.Concat(Enumerable.Repeat("<c t=\"s\"><v>0</v></c>", 1_100))}</row>")
            .SharedStrings($"<si><t>{new string('重', 99_000)}</t></si>");

        Assert.Equal("inflates-too-much", file.RefusalCode());
    }

    [Theory]
    [InlineData("<c t=\"inlineStr\"><is><r><t>{0}</t></r><r><t>{0}</t></r></is></c>")]
    [InlineData("<c t=\"str\"><v>{0}{0}</v></c>")]
    [InlineData("<c><v>{0}{0}</v></c>")]
    public void A_cell_over_the_cap_is_refused_however_it_is_put_together(string cell)
    {
        var file = WithRows($"<row>{cell.Replace("{0}", new string('9', 60_000), StringComparison.Ordinal)}</row>");

        Assert.Equal("cell-too-long", file.RefusalCode());
    }

    [Theory]
    [InlineData("xl/sharedStrings.xml", "sst")]
    [InlineData("xl/styles.xml", "styleSheet")]
    [InlineData("xl/worksheets/sheet1.xml", "worksheet")]
    public void Elements_nested_too_deep_are_refused(string part, string root)
    {
        var nested = $"<{root}>{string.Concat(Enumerable.Repeat("<si>", 1_000))}{string.Concat(Enumerable.Repeat("</si>", 1_000))}</{root}>";

        Assert.Equal("nested-too-deep", WithRows(Row(1, "甲")).SharedStrings("").Part(part, nested).RefusalCode());
    }

    [Theory]
    [InlineData("xl/workbook.xml")]
    [InlineData("xl/_rels/workbook.xml.rels")]
    [InlineData("xl/worksheets/sheet1.xml")]
    [InlineData("xl/sharedStrings.xml")]
    [InlineData("xl/styles.xml")]
    public void A_part_that_breaks_off_is_damage(string part)
    {
        var file = WithRows(Row(1, "甲")).SharedStrings("<si><t>甲</t></si>").Formats("0");
        var whole = System.Text.Encoding.UTF8.GetString(file.Parts()[part]);

        Assert.Equal("damaged-file", file.Part(part, whole[..^9]).RefusalCode());
    }

    [Fact]
    public void Repeated_hiding_of_every_column_costs_no_more_than_its_elements()
    {
        var hiding = string.Concat(Enumerable.Repeat("<col min=\"1\" max=\"16384\" hidden=\"1\"/>", 100_000));

        var document = XlsxFile.Read(new XlsxFile().Sheet("表1", $"<cols>{hiding}</cols>{Data(Row(1, "甲"))}").ToStoredArray(), ReadLimits.Upload);

        Assert.Empty(document.Blocks);
        Assert.Equal("hidden-column", Assert.Single(document.Problems).Code);
    }
}

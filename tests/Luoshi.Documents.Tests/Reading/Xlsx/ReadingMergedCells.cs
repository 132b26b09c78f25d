using Luoshi.Documents.Tests.Builders;
using static Luoshi.Documents.Tests.Builders.XlsxFile;

namespace Luoshi.Documents.Tests.Reading.Xlsx;

public sealed class ReadingMergedCells
{
    [Fact]
    public void A_title_merged_over_the_table_is_a_line()
    {
        var file = Merged(["A1:C2"], Row(1, "青岚区重点工作"), Row(3, "序号", "内容", "单位"));

        Assert.Equal(["¶ 青岚区重点工作", "table", "0 序号 | 1 内容 | 2 单位"], file.Lines());
    }

    [Fact]
    public void A_header_of_two_rows_keeps_its_spans_and_merges()
    {
        var file = Merged(
            ["A1:A2", "B1:C1"],
            Row(1, "序号", "完成情况"), Row(2, "", "一季度", "二季度"), Row(3, "1", "甲", "乙"));

        Assert.Equal(["table", "0 序号 | 1+2 完成情况", "0^ | 1 一季度 | 2 二季度", "0 1 | 1 甲 | 2 乙"], file.Lines());
    }

    [Fact]
    public void A_unit_merged_over_several_rows_continues_in_each()
    {
        var file = Merged(["C2:D4"], Row(1, "序号", "内容", "单位", "备注"), Row(2, "1", "甲", "区住建局"), Row(3, "2", "乙"), Row(4, "3", "丙"), Row(5, "4", "丁"));

        Assert.Equal(["table", "0 序号 | 1 内容 | 2 单位 | 3 备注", "0 1 | 1 甲 | 2+2 区住建局", "0 2 | 1 乙 | 2+2^", "0 3 | 1 丙 | 2+2^", "0 4 | 1 丁"], file.Lines());
    }

    [Fact]
    public void Blank_rows_inside_a_merged_area_do_not_end_the_table()
    {
        var file = Merged(["A2:A4", "B2:B4"], Row(1, "序号", "内容"), Row(2, "1", "甲"), Row(5, "2", "乙"));

        Assert.Equal(["table", "0 序号 | 1 内容", "0 1 | 1 甲", "0 2 | 1 乙"], file.Lines());
    }

    [Fact]
    public void A_leader_merged_over_the_whole_row_inside_the_table_stays_a_row()
    {
        var file = Merged(["A2:B2"], Row(1, "序号", "内容"), Row(2, "常务副区长"), Row(3, "1", "甲"));

        Assert.Equal(["table", "0 序号 | 1 内容", "0+2 常务副区长", "0 1 | 1 甲"], file.Lines());
    }

    [Fact]
    public void An_area_reaches_no_further_than_the_text_of_the_sheet()
    {
        var file = Merged(["A2:XFD2"], Row(1, "序号", "内容"), Row(2, "常务副区长"));

        Assert.Equal(["table", "0 序号 | 1 内容", "0+2 常务副区长"], file.Lines());
    }

    [Fact]
    public void Text_under_a_merged_area_is_not_seen_and_told()
    {
        var document = Merged(["A1:B1"], Row(1, "看得见", "看不见", "也看得见")).Read();

        var problem = Assert.Single(document.Problems);
        Assert.Equal("covered-cell", problem.Code);
        Assert.Contains("B1", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_overlapping_areas_the_first_counts()
    {
        var file = Merged(["A1:B1", "B1:C1"], Row(1, "甲", "", "乙"));

        Assert.Equal(["table", "0+2 甲 | 2 乙"], file.Lines());
    }

    [Theory]
    [InlineData("A1")]
    [InlineData("B1:A1")]
    [InlineData(":")]
    [InlineData("A:B")]
    [InlineData("甲:乙")]
    public void What_is_no_area_merges_nothing(string area)
    {
        Assert.Equal(["table", "0 甲 | 1 乙"], Merged([area], Row(1, "甲", "乙")).Lines());
    }

    private static XlsxFile Merged(string[] areas, params string[] rows) => new XlsxFile().Sheet("表1", Data(rows) + Merges(areas));
}

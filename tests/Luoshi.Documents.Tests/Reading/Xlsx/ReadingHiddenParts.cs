using Luoshi.Core.Reading;
using Luoshi.Documents.Tests.Builders;
using static Luoshi.Documents.Tests.Builders.XlsxFile;

namespace Luoshi.Documents.Tests.Reading.Xlsx;

public sealed class ReadingHiddenParts
{
    [Theory]
    [InlineData("hidden")]
    [InlineData("veryHidden")]
    public void A_hidden_sheet_is_named_and_not_read(string state)
    {
        var document = new XlsxFile().Sheet("底稿", Data(Row(1, "甲", "乙")), state).Sheet("报送", Data(Row(1, "丙"))).Read();

        Assert.Equal(new SourceLocation(Table: 1, Row: 1, Sheet: "报送"), Assert.Single(document.Blocks).Location);
        var problem = Assert.Single(document.Problems);
        Assert.Equal(("hidden-sheet", "底稿"), (problem.Code, problem.Location.Sheet));
        Assert.Contains("底稿", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Hidden_rows_are_read_and_each_run_of_them_is_told()
    {
        var file = WithRows(
            Row(1, "序号", "内容"), HiddenRow(2, "1", "甲"), HiddenRow(3, "2", "乙"), Row(4, "3", "丙"), HiddenRow(5, "4", "丁"), HiddenRow(7, "5", "戊"));

        Assert.Equal(["table", "0 序号 | 1 内容", "0 1 | 1 甲", "0 2 | 1 乙", "0 3 | 1 丙", "0 4 | 1 丁", "table", "0 5 | 1 戊"], file.Lines());
        Assert.Equal(
            [("hidden-row", ProblemSeverity.Info, 2), ("hidden-row", ProblemSeverity.Info, 5), ("hidden-row", ProblemSeverity.Info, 7)],
            file.Read().Problems.Select(problem => (problem.Code, problem.Severity, problem.Location.Row!.Value)));
        Assert.Contains("第 2 至 3 行", file.Read().Problems[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Hidden_columns_are_left_out_and_named_and_the_others_move_up()
    {
        var file = Hiding("<col min=\"2\" max=\"3\" hidden=\"1\"/><col min=\"8\" max=\"16384\" hidden=\"true\"/>", Row(1, "序号", "旧", "底稿", "内容"));

        Assert.Equal(["table", "0 序号 | 1 内容"], file.Lines());
        var problem = Assert.Single(file.Read().Problems);
        Assert.Equal("hidden-column", problem.Code);
        Assert.Contains(" B、C 列", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Hidden_columns_without_text_are_not_worth_a_word()
    {
        Assert.Empty(Hiding("<col min=\"3\" max=\"16384\" hidden=\"1\"/>", Row(1, "序号", "内容")).Read().Problems);
    }

    [Fact]
    public void Columns_that_are_only_narrow_are_shown()
    {
        Assert.Equal(["table", "0 序号 | 1 内容"], Hiding("<col min=\"1\" max=\"2\" width=\"1\" hidden=\"0\"/>", Row(1, "序号", "内容")).Lines());
    }

    [Fact]
    public void A_merged_area_that_crosses_hidden_columns_keeps_its_text_where_it_is_shown()
    {
        var file = new XlsxFile().Sheet(
            "表1",
            "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols>"
                + Data(Row(1, "序号", "完成情况", "", "", "备注"), Row(2, "", "旧", "一季度", "二季度"))
                + Merges("B1:D1", "A1:A2"));

        Assert.Equal(["table", "0 序号 | 1+2 完成情况 | 3 备注", "0^ | 1 一季度 | 2 二季度"], file.Lines());
    }

    [Fact]
    public void Ranges_of_hidden_columns_may_overlap_and_lie()
    {
        var file = Hiding(
            "<col min=\"2\" max=\"2\" hidden=\"1\"/><col min=\"2\" max=\"3\" hidden=\"1\"/><col min=\"9\" max=\"5\" hidden=\"1\"/>"
                + "<col min=\"0\" max=\"1\" hidden=\"1\"/><col min=\"6\" max=\"2147483647\" hidden=\"1\"/><col min=\"x\" max=\"1\" hidden=\"1\"/>",
            Row(1, "甲", "乙", "丙", "丁", "戊", "己"));

        Assert.Equal(["table", "0 甲 | 1 丁 | 2 戊"], file.Lines());
    }

    private static XlsxFile Hiding(string columns, params string[] rows) => new XlsxFile().Sheet("表1", $"<cols>{columns}</cols>" + Data(rows));
}

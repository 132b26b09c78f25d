using static Luoshi.Documents.Tests.Reading.Tables.Documents;

namespace Luoshi.Documents.Tests.Reading.Tables;

public sealed class TellingWhatADocumentIs
{
    private static readonly string Header = Row("序号", "工作内容", "牵头单位", "完成情况");
    private static readonly string Task = Row("1", "整治河道4条", "区水利局", "开工1条");

    [Theory]
    [InlineData("青岚区2024年1—5月重点工作完成情况", "2024-05")]
    [InlineData("2024年前三季度重点工作进展情况", "2024-09")]
    [InlineData("2024年第二季度政府重点工作完成情况", "2024-06")]
    [InlineData("2024年度重点工作完成情况", "2024-12")]
    [InlineData("2024年民生工程（1-6月）", "2024-06")]
    [InlineData("2024年重点工作进展情况（截至10月31日）", "2024-10")]
    public void The_title_tells_the_period(string title, string period)
    {
        var document = Read(title, Header, Task);

        Assert.Equal(period, document.Period?.ToString());
        Assert.Equal(title, document.Title);
    }

    [Fact]
    public void The_label_of_an_attachment_is_no_part_of_the_title()
    {
        Assert.Equal("2024年5月重点工作完成情况表", Read("附件1：2024年5月重点工作完成情况表", Header, Task).Title);
    }

    [Fact]
    public void A_title_in_two_lines_is_one_title()
    {
        var document = Read("附件1", "青岚区2024年政府工作报告重点任务", "5月份完成情况表", Header, Task);

        Assert.Equal("青岚区2024年政府工作报告重点任务5月份完成情况表", document.Title);
        Assert.Equal("2024-05", document.Period?.ToString());
    }

    [Fact]
    public void The_day_of_the_document_stands_in_for_a_month_and_for_a_year()
    {
        var sameYear = Read("青岚区重点工作完成情况", "（截至2024年10月31日）", Header, Task);
        var nextYear = Read("青岚区2024年度重点工作完成情况", "2025年1月10日", Header, Task);
        var lastMonth = Read("12月份重点工作完成情况", "2025年1月5日", Header, Task);

        Assert.Equal("2024-10", sameYear.Period?.ToString());
        Assert.Equal("2024-12", nextYear.Period?.ToString());
        Assert.Equal("2024-12", lastMonth.Period?.ToString());
    }

    [Fact]
    public void Columns_of_another_month_than_the_title_decide_and_are_told()
    {
        var document = Read("2024年重点工作完成情况（5月）", Row("序号", "工作内容", "牵头单位", "4月完成情况"), Task);

        Assert.Equal("2024-04", document.Period?.ToString());
        Assert.Equal("period-conflict", Assert.Single(document.Problems).Code);
    }

    [Theory]
    [InlineData("云溪县人民政府办公室关于印发2024年重点工作分工的通知", "云溪县人民政府")]
    [InlineData("云溪高新区管委会2024年5月重点工作完成情况", "云溪高新区管委会")]
    [InlineData("中共青岚区委办公室 青岚区人民政府办公室", "青岚区人民政府")]
    [InlineData("青 岚 区 人 民 政 府", "青岚区人民政府")]
    [InlineData("XX市XX区人民政府", "XX市XX区人民政府")]
    [InlineData("根据市政府要求，现将2024年5月重点工作进展报告如下。", null)]
    [InlineData("各镇人民政府、街道办事处，区政府各部门：", null)]
    [InlineData("现在，我代表区人民政府报告工作。", null)]
    public void The_government_is_the_one_that_speaks(string line, string? government)
    {
        var document = Read(line, "2024年5月重点工作完成情况", Header, Task);

        Assert.Equal(government, document.Government);
    }

    [Fact]
    public void A_letter_before_the_table_gives_its_title_and_day()
    {
        var document = Read(
            "关于报送2024年5月重点工作进展情况的函",
            "区政府督查室：",
            "按照《关于做好2024年政府工作报告重点工作督查的通知》要求，现将我局5月重点工作进展情况报送如下，请审阅。",
            "联系人：王某，电话：8201001",
            "2024年5月27日",
            Header,
            Task);

        Assert.Equal("关于报送2024年5月重点工作进展情况的函", document.Title);
        Assert.Equal(new DateOnly(2024, 5, 27), document.Date);
        Assert.Single(document.Tasks);
    }
}

using Luoshi.Core.Reading;
using static Luoshi.Documents.Tests.Reading.Tables.Documents;

namespace Luoshi.Documents.Tests.Reading.Tables;

public sealed class ReadingMonthlyPlans
{
    private static readonly string[] Months = ["1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月"];

    [Fact]
    public void Twelve_months_stay_under_their_own_headers_and_the_planned_measure_is_no_progress()
    {
        var document = Read(
            Row(["序号", "责任领导", "牵头单位", "工作内容", "计划指标（累计）", .. Months]),
            Row(["1", "副区长 方亦舟", "区水利局", "加固山塘24座", "加固山塘（座）", .. Months.Select((_, month) => $"{month * 2}")]));

        var task = Assert.Single(document.Tasks);
        Assert.Equal((1, "方亦舟", "加固山塘24座", null), (task.Number, task.Leader?.Name, task.Content, task.Progress));
        Assert.Equal(["计划指标（累计）", .. Months], task.OtherColumns.Select(column => column.Header));
        Assert.Equal("6", task.OtherColumns[4].Text);
        Assert.Null(document.Period);
        Assert.Empty(document.Problems);
    }

    [Fact]
    public void A_plan_for_a_quarter_stands_under_the_first_and_the_last_of_its_months()
    {
        var document = Read(Html(
            $"<tr><td>序号</td><td>牵头单位</td><td>工作内容</td>{string.Concat(Months.Select(month => $"<td>{month}</td>"))}</tr>",
            "<tr><td>1</td><td>区水利局</td><td>加固山塘24座</td><td colspan=3>完成设计</td><td colspan=3>加固8座</td><td colspan=6>加固24座</td></tr>"));

        Assert.Equal(
            [new OtherColumn("1月-3月", "完成设计"), new OtherColumn("4月-6月", "加固8座"), new OtherColumn("7月-12月", "加固24座")],
            Assert.Single(document.Tasks).OtherColumns);
    }

    [Fact]
    public void Months_alone_do_not_make_a_table_of_tasks()
    {
        var document = Read(Row(["项目", .. Months]), Row(["用电量", .. Months.Select((_, month) => $"{month + 3}")]));

        Assert.Empty(document.Tasks);
    }
}

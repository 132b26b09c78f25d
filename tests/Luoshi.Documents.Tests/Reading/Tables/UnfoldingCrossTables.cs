using static Luoshi.Documents.Tests.Reading.Tables.Documents;

namespace Luoshi.Documents.Tests.Reading.Tables;

public sealed class UnfoldingCrossTables
{
    [Fact]
    public void Indicators_side_by_side_are_a_task_for_each_place_and_indicator()
    {
        var document = Read(Html(
            "<tr><td rowspan=3>县区<td colspan=3>城镇新增就业（人）<td colspan=2>城镇登记失业率低于（%）",
            "<tr><td colspan=3>市人社局<td colspan=2>市统计局",
            "<tr><td>目标任务<td>进度<td>完成比例<td>目标任务<td>进度",
            "<tr><td>东山区<td>8000<td>6200<td>77.5<td>4.3<td>3.57",
            "<tr><td>西山区<td>5000<td>2500<td>50<td>4.3<td>3.6"));

        Assert.Equal(["城镇新增就业（人）", "城镇登记失业率低于（%）", "城镇新增就业（人）", "城镇登记失业率低于（%）"], document.Tasks.Select(task => task.Content));
        Assert.Equal(["东山区", "东山区", "西山区", "西山区"], document.Tasks.Select(task => task.OtherColumns.Single(column => column.Header == "县区").Text));
        Assert.Equal(["8000", "4.3", "5000", "4.3"], document.Tasks.Select(task => task.Target));
        Assert.Equal(["6200", "3.57", "2500", "3.6"], document.Tasks.Select(task => task.Progress));
        Assert.Equal(["市人社局", "市统计局", "市人社局", "市统计局"], document.Tasks.Select(task => Units(task.LeadUnits)));
        Assert.Equal("77.5", document.Tasks[0].OtherColumns.Single(column => column.Header == "完成比例").Text);
        Assert.Equal("cross-table", Assert.Single(document.Problems).Code);
    }

    [Fact]
    public void Units_side_by_side_each_lead_the_task_of_the_row()
    {
        var document = Read(Html(
            "<tr><td rowspan=2>序号<td rowspan=2>工作任务<td colspan=2>东湖街道<td colspan=2>云溪镇",
            "<tr><td>目标<td>完成情况<td>目标<td>完成情况",
            "<tr><td>1<td>建设老年食堂<td>2家<td>1家<td>3家<td>3家"));

        Assert.Equal(["东湖街道", "云溪镇"], document.Tasks.Select(task => Units(task.LeadUnits)));
        Assert.Equal(["1家", "3家"], document.Tasks.Select(task => task.Progress));
        Assert.All(document.Tasks, task => Assert.Equal((1, "建设老年食堂"), (task.Number, task.Content)));
    }

    [Fact]
    public void Months_side_by_side_are_periods_and_no_cross_table()
    {
        var document = Read(Html(
            "<tr><td rowspan=2>序号<td rowspan=2>工作任务<td colspan=2>2024年4月<td colspan=2>2024年5月",
            "<tr><td>计划<td>完成情况<td>计划<td>完成情况",
            "<tr><td>1<td>建设老年食堂<td>1家<td>1家<td>3家<td>2家"));

        var task = Assert.Single(document.Tasks);
        Assert.Equal("2家", task.Progress);
        Assert.Equal("1家", Assert.Single(task.EarlierProgress).Text);
        Assert.DoesNotContain(document.Problems, problem => problem.Code == "cross-table");
    }
}

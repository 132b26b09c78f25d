using static Luoshi.Documents.Tests.Reading.Tables.Documents;

namespace Luoshi.Documents.Tests.Reading.Tables;

public sealed class WalkingThroughRows
{
    private static readonly string Header = Row("序号", "报送频次", "工作内容", "牵头单位", "4月完成情况", "是否完成月度计划", "未完成情况说明");

    [Fact]
    public void A_row_torn_by_a_page_break_is_whole_again_and_told()
    {
        var document = Read(
            Header,
            Row("1", "月度报", "健全基层治理体系", "区委政法委", "组建由民警、网格员、志", "是", "/"),
            "",
            Row("", "", "", "", "愿者组成的巡防队伍12支。", "", ""));

        var task = Assert.Single(document.Tasks);
        Assert.Equal("组建由民警、网格员、志愿者组成的巡防队伍12支。", task.Progress);
        Assert.Equal("continued-row", Assert.Single(document.Problems).Code);
        Assert.Equal(4, document.Problems[0].Location.Line);
    }

    [Fact]
    public void A_torn_row_that_goes_on_with_a_new_paragraph_keeps_the_paragraph()
    {
        var document = Read(
            Header,
            Row("1", "月度报", "推进医共体建设", "区卫健局", "1. 选派骨干医师12名。", "是", "/"),
            "",
            Row("", "", "", "", "2. 开展联合门诊35次。", "", ""));

        Assert.Equal("1. 选派骨干医师12名。\n2. 开展联合门诊35次。", Assert.Single(document.Tasks).Progress);
    }

    [Fact]
    public void Headers_repeated_or_missing_after_a_page_break_change_nothing()
    {
        var document = Read(
            Header,
            Row("1", "月度报", "新建管网6公里", "区水利局", "完成2公里", "是", "/"),
            "",
            Header,
            Row("2", "月度报", "整治河道4条", "区水利局", "开工1条", "是", "/"),
            "",
            Row("3", "月度报", "加固水库2座", "区水利局", "完成招标", "是", "/"));

        Assert.Equal([1, 2, 3], document.Tasks.Select(task => task.Number));
        Assert.All(document.Problems, problem => Assert.Equal("repeated-header", problem.Code));
    }

    [Fact]
    public void A_leader_line_holds_for_all_that_follows_until_the_next()
    {
        var document = Read(
            "一、沈砚秋常务副区长（1项）",
            Header,
            Row("1", "月度报", "新建管网6公里", "区水利局", "完成2公里", "是", "/"),
            "",
            Row("方亦舟副区长", "", "", "", "", "", ""),
            Row("1", "月度报", "整治河道4条", "区水利局", "开工1条", "是", "/"));

        Assert.Equal(["沈砚秋", "方亦舟"], document.Tasks.Select(task => task.Leader?.Name));
    }

    [Fact]
    public void A_leader_column_filled_only_in_the_first_row_holds_downwards()
    {
        var document = Read(
            Row("序号", "责任领导", "工作任务", "牵头单位"),
            Row("1", "方亦舟副区长", "新建管网6公里", "区水利局"),
            Row("2", "", "整治河道4条", "区水利局"),
            Row("3", "温若川副区长", "新增学位540个", "区教育局"));

        Assert.Equal(["方亦舟", "方亦舟", "温若川"], document.Tasks.Select(task => task.Leader?.Name));
    }

    [Fact]
    public void Group_rows_and_totals_are_told_and_are_no_tasks()
    {
        var document = Read(
            Row("序号", "工作任务", "牵头单位", "完成情况"),
            Row("一、加快发展现代农业", "", "", ""),
            Row("1", "新建高标准农田800亩", "区农业农村局", "完成120亩"),
            Row("合计", "", "", ""));

        Assert.Single(document.Tasks);
        Assert.Equal(["group-row", "group-row"], document.Problems.Select(problem => problem.Code));
    }

    [Theory]
    [InlineData("合计", "2项", "")]
    [InlineData("填报人：王某", "", "审核人：李某")]
    [InlineData("注：每月25日前报送。", "", "")]
    [InlineData("备注", "由牵头单位填报", "")]
    [InlineData("二", "民生保障", "")]
    [InlineData("（二）", "民生保障", "")]
    [InlineData("", "二、民生保障", "")]
    public void Sums_signatures_notes_and_groups_are_told_and_are_no_tasks(string number, string content, string unit)
    {
        var document = Read(
            Row("序号", "工作任务", "牵头单位", "完成情况"),
            Row("1", "新建高标准农田800亩", "区农业农村局", "完成120亩"),
            Row(number, content, unit, ""));

        Assert.Single(document.Tasks);
        Assert.Equal("group-row", Assert.Single(document.Problems).Code);
    }

    [Fact]
    public void A_numbered_line_that_nobody_filled_is_told_and_is_no_mistake()
    {
        var document = Read(
            Row("序号", "报送频次", "工作任务", "牵头单位", "完成情况"),
            Row("1", "月度报", "新建高标准农田800亩", "区农业农村局", "完成120亩"),
            Row("2", "月度报", "", "", "/"));

        Assert.Single(document.Tasks);
        Assert.Equal(Core.Reading.ProblemSeverity.Info, Assert.Single(document.Problems, problem => problem.Code == "empty-row").Severity);
    }

    [Fact]
    public void Ditto_stands_for_what_the_cell_above_says()
    {
        var document = Read(
            Row("序号", "工作任务", "牵头单位", "完成情况"),
            Row("1", "整治河道4条", "区水利局", "开工1条"),
            Row("2", "加固水库2座", "同上", "开工1座"));

        Assert.Equal("区水利局", Units(document.Tasks[1].LeadUnits));
    }

    [Fact]
    public void Two_leaders_on_one_line_stand_over_the_same_tasks()
    {
        var document = Read("区长顾清和、常务副区长沈砚秋", Header, Row("1", "月度报", "新建管网6公里", "区水利局", "完成2公里", "是", "/"));

        var task = Assert.Single(document.Tasks);
        Assert.Equal("顾清和", task.Leader?.Name);
        Assert.Equal("沈砚秋", Assert.Single(task.OtherLeaders).Name);
    }

    [Fact]
    public void A_row_without_a_task_is_told_with_its_words()
    {
        var document = Read(
            Row("序号", "工作任务", "牵头单位", "完成情况"),
            Row("1", "新建高标准农田800亩", "区农业农村局", "完成120亩"),
            Row("2", "", "区水利局", "完成招标"));

        Assert.Single(document.Tasks);
        var problem = Assert.Single(document.Problems);
        Assert.Equal("row-without-content", problem.Code);
        Assert.Contains("区水利局", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cell_beyond_the_header_is_told()
    {
        var document = Read(
            Row("序号", "工作任务", "牵头单位", "完成情况"),
            Row("1", "新建高标准农田800亩", "区农业农村局", "完成120亩", "另附照片"));

        Assert.Equal("cell-without-column", Assert.Single(document.Problems).Code);
    }

    [Fact]
    public void Rows_without_numbers_are_tasks_of_their_own()
    {
        var document = Read(
            Row("工作任务", "牵头单位", "完成情况"),
            Row("新建高标准农田800亩", "区农业农村局", "完成120亩"),
            Row("整治河道4条", "区水利局", "开工1条"));

        Assert.Equal(2, document.Tasks.Count);
        Assert.All(document.Tasks, task => Assert.Null(task.Number));
    }
}

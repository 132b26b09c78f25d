using Luoshi.Core.Ledgers;
using Luoshi.Core.Reporting;
using static Luoshi.Documents.Tests.Reading.Tables.Documents;

namespace Luoshi.Documents.Tests.Reading.Tables;

public sealed class UnderstandingHeaders
{
    [Fact]
    public void The_seven_columns_of_a_material()
    {
        var document = Read(
            "# 青岚区人民政府 办公会议材料",
            "2024年4月28日",
            "## 2024 年政府工作报告重点工作完成情况（4 月）",
            "沈砚秋常务副区长",
            "",
            Row("序号", "报送频次", "工作内容", "牵头单位", "4 月完成情况", "是否完成 月度计划", "未完成情 况说明"),
            Row("1", "月度报", "地区生产总值增长5.5%。", "区发改局、 区统计局", "一季度增长5.1%。", "否", "工业下拉明显。"));

        var task = Assert.Single(document.Tasks);
        Assert.Equal("2024年政府工作报告重点工作完成情况（4月）", document.Title);
        Assert.Equal("青岚区人民政府", document.Government);
        Assert.Equal(new DateOnly(2024, 4, 28), document.Date);
        Assert.Equal(new ReportingPeriod(2024, 4), document.Period);
        Assert.Equal(new LeaderMention("沈砚秋", "常务副区长"), task.Leader);
        Assert.Equal(1, task.Number);
        Assert.Equal(ReportingFrequency.Monthly, task.Frequency);
        Assert.Equal("地区生产总值增长5.5%。", task.Content);
        Assert.Equal("区发改局|区统计局", Units(task.LeadUnits));
        Assert.Equal("一季度增长5.1%。", task.Progress);
        Assert.False(task.PlanMet);
        Assert.Equal("工业下拉明显。", task.Shortfall);
        Assert.Empty(document.Problems);
    }

    [Fact]
    public void Several_periods_side_by_side_give_the_newest_and_keep_the_older()
    {
        var document = Read(
            "2023年重点任务推进情况",
            Row("序号", "主要任务", "全年目标任务", "分管 领导", "牵头 单位", "责任主体与协同单位", "1-10月推进情况", "1-11月推进情况", "是否达序", "说明"),
            Row("1", "改造老旧街巷", "改造50条", "方亦舟", "区住建局", "各街道、区城投集团", "完成48%", "完成60%", "是", "/"));

        var task = Assert.Single(document.Tasks);
        Assert.Equal("改造老旧街巷", task.Content);
        Assert.Equal("改造50条", task.Target);
        Assert.Equal(new LeaderMention("方亦舟", null), task.Leader);
        Assert.Equal("区住建局", Units(task.LeadUnits));
        Assert.Equal("各街道|区城投集团", Units(task.SupportingUnits));
        Assert.Equal("完成60%", task.Progress);
        Assert.Equal("完成48%", Assert.Single(task.EarlierProgress).Text);
        Assert.Equal(new ReportingPeriod(2023, 10), task.EarlierProgress[0].Period);
        Assert.Equal(new ReportingPeriod(2023, 11), document.Period);
        Assert.True(task.PlanMet);
        Assert.Null(task.Shortfall);
    }

    [Theory]
    [InlineData("序号\t目标与任务\t分 管 县领导\t牵头责任单位\t责任单位", "县财政局", "县税务局")]
    [InlineData("序号\t工作任务\t责任领导\t牵头部门\t协办单位", "县财政局", "县税务局")]
    [InlineData("序号\t任务内容\t牵头领导\t主办单位\t协同配合单位", "县财政局", "县税务局")]
    [InlineData("序号\t项目内容\t包抓领导\t承办单位\t参与单位", "县财政局", "县税务局")]
    [InlineData("序号\t督查事项\t责任领导\t责任单位\t配合单位", "县财政局", "县税务局")]
    public void Lead_and_supporting_units_under_their_many_names(string header, string lead, string supporting)
    {
        var document = Read(header, Row("1", "完成税收征管改革任务", "陆明、俞悦", "县财政局", "县税务局"));

        var task = Assert.Single(document.Tasks);
        Assert.Equal("陆明", task.Leader?.Name);
        Assert.Equal("俞悦", Assert.Single(task.OtherLeaders).Name);
        Assert.Equal(lead, Units(task.LeadUnits));
        Assert.Equal(supporting, Units(task.SupportingUnits));
        Assert.Null(document.Period);
    }

    [Fact]
    public void Responsible_units_alone_are_led_by_the_first()
    {
        var document = Read(
            Row("序号", "重点任务", "责任单位", "完成时限"),
            Row("1", "出台服务业扶持办法", "区发改局、区商务局、区财政局", "2024年6月底"));

        var task = Assert.Single(document.Tasks);
        Assert.Equal("区发改局", Units(task.LeadUnits));
        Assert.Equal("区商务局|区财政局", Units(task.SupportingUnits));
        Assert.Equal("2024年6月底", task.Deadline);
        Assert.Equal(new DateOnly(2024, 6, 30), task.DeadlineDate);
    }

    [Fact]
    public void Target_task_is_the_target_beside_an_indicator_and_the_task_when_alone()
    {
        var beside = Read(Row("主要指标", "目标任务", "完成情况", "完成比例"), Row("粮食播种面积", "7.2万亩", "3.1万亩", "43.1%"));
        var alone = Read(Row("序号", "目标任务", "牵头单位"), Row("1", "粮食播种面积稳定在7.2万亩以上", "区农业农村局"));

        Assert.Equal("粮食播种面积", beside.Tasks[0].Content);
        Assert.Equal("7.2万亩", beside.Tasks[0].Target);
        Assert.Equal("3.1万亩", beside.Tasks[0].Progress);
        Assert.Equal("43.1%", beside.Tasks[0].OtherColumns.Single(column => column.Header == "完成比例").Text);
        Assert.Null(beside.Tasks[0].Number);
        Assert.Equal("粮食播种面积稳定在7.2万亩以上", alone.Tasks[0].Content);
        Assert.Null(alone.Tasks[0].Target);
    }

    [Fact]
    public void Two_header_rows_are_one_header()
    {
        var document = Read(
            "2024年重点工作进展",
            Row("序号", "工作内容", "牵头单位", "推进情况", "", "备注"),
            Row("", "", "", "一季度", "上半年", ""),
            Row("1", "新建口袋公园6个", "区住建局", "开工2个", "建成3个", "不含镇级"));

        var task = Assert.Single(document.Tasks);
        Assert.Equal("建成3个", task.Progress);
        Assert.Equal(new ReportingPeriod(2024, 3), Assert.Single(task.EarlierProgress).Period);
        Assert.Equal("不含镇级", task.OtherColumns.Single(column => column.Header == "备注").Text);
        Assert.Equal(new ReportingPeriod(2024, 6), document.Period);
    }

    [Fact]
    public void A_header_may_be_three_rows_deep()
    {
        var document = Read(Html(
            "<tr><td rowspan=3>序号<td rowspan=3>工作内容<td colspan=2>责任分工<td colspan=2>进展",
            "<tr><td rowspan=2>牵头单位<td rowspan=2>配合单位<td colspan=2>2024年",
            "<tr><td>4月完成情况<td>5月完成情况",
            "<tr><td>1<td>新建口袋公园6个<td>区住建局<td>各街道<td>开工2个<td>建成3个"));

        var task = Assert.Single(document.Tasks);
        Assert.Equal("区住建局", Units(task.LeadUnits));
        Assert.Equal("各街道", Units(task.SupportingUnits));
        Assert.Equal("建成3个", task.Progress);
        Assert.Equal(new ReportingPeriod(2024, 4), Assert.Single(task.EarlierProgress).Period);
        Assert.Equal(new ReportingPeriod(2024, 5), document.Period);
    }

    [Fact]
    public void Parts_of_one_unknown_column_do_not_hide_the_known_ones()
    {
        var document = Read(Html(
            "<tr><td rowspan=2>序号<td rowspan=2>民生实事工程项目名称<td colspan=3>测评等次",
            "<tr><td>满意<td>基本满意<td>不满意",
            "<tr><td>1<td>城市公园建设<td>30<td>2<td>0"));

        var task = Assert.Single(document.Tasks);
        Assert.Equal("城市公园建设", task.Content);
        Assert.Equal("30", task.OtherColumns.Single(column => column.Header == "测评等次满意").Text);
    }

    [Fact]
    public void The_more_particular_of_two_task_columns_is_the_task()
    {
        var document = Read(
            Row("序号", "重点工作", "具体任务", "责任单位", "推进情况"),
            Row("1", "交通强区", "建成东湖客运站", "区交通局", "主体封顶"));

        var task = Assert.Single(document.Tasks);
        Assert.Equal("建成东湖客运站", task.Content);
        Assert.Equal("交通强区", task.OtherColumns.Single(column => column.Header == "重点工作").Text);
    }

    [Fact]
    public void A_figure_or_a_state_beside_the_account_of_progress_is_kept_under_its_header()
    {
        var figure = Read(Row("序号", "任务内容", "工作动态", "工作进度"), Row("1", "改造东湖医院", "主体装修完成", "80%"));
        var state = Read(Row("序号", "任务内容", "进展情况", "完成情况"), Row("1", "改造东湖医院", "主体装修已经完成", "正在推进"));

        Assert.Equal("主体装修完成", figure.Tasks[0].Progress);
        Assert.Equal("80%", figure.Tasks[0].OtherColumns.Single(column => column.Header == "工作进度").Text);
        Assert.Equal("主体装修已经完成", state.Tasks[0].Progress);
        Assert.Equal("正在推进", state.Tasks[0].OtherColumns.Single(column => column.Header == "完成情况").Text);
    }

    [Fact]
    public void A_column_of_problems_is_the_shortfall_and_unknown_columns_keep_their_header()
    {
        var document = Read(
            Row("序号", "任务内容", "责任单位", "目前进展", "存在问题", "下一步打算"),
            Row("1", "推进东湖路改造", "区住建局", "路基完成70%", "管线迁改滞后", "5月底前完成迁改"));

        var task = Assert.Single(document.Tasks);
        Assert.Equal("路基完成70%", task.Progress);
        Assert.Equal("管线迁改滞后", task.Shortfall);
        Assert.Equal("5月底前完成迁改", task.OtherColumns.Single(column => column.Header == "下一步打算").Text);
    }

    [Fact]
    public void Answers_decide_that_a_column_called_plan_completion_is_the_claim()
    {
        var document = Read(
            Row("序号", "工作内容", "牵头单位", "4月完成情况", "月度计划完成情况"),
            Row("1", "新增公交线路2条", "区交通局", "开通1条", "是"),
            Row("2", "新增停车位800个", "区城管局", "建成200个", "否"));

        Assert.Equal(["开通1条", "建成200个"], document.Tasks.Select(task => task.Progress));
        Assert.Equal([true, false], document.Tasks.Select(task => task.PlanMet));
    }

    [Fact]
    public void What_a_field_cannot_hold_stays_under_its_header_and_is_told()
    {
        var document = Read(
            Row("序号", "报送频次", "工作内容", "牵头单位", "完成情况", "是否完成"),
            Row("1-2", "视情", "修订应急预案", "区应急局", "完成初稿", "待定"));

        var task = Assert.Single(document.Tasks);
        Assert.Null(task.Number);
        Assert.Null(task.Frequency);
        Assert.Null(task.PlanMet);
        Assert.Equal(["1-2", "视情", "待定"], task.OtherColumns.Select(column => column.Text));
        Assert.Equal(["number-not-understood", "frequency-not-understood", "claim-not-understood"], document.Problems.Select(problem => problem.Code));
    }

    [Fact]
    public void A_table_that_never_had_a_header_is_understood_by_its_values_and_says_so()
    {
        var document = Read(
            Row("1", "月度报", "新建农村公路12公里，完成危桥改造3座", "区交通局", "已完成路基8公里，危桥改造开工1座", "是", "/"),
            Row("2", "月度报", "完成老旧小区改造15个，惠及居民4000户", "区住建局", "开工9个，完成外立面改造2个小区", "是", "/"),
            Row("3", "季度报", "新增普惠性学前教育学位540个", "区教育局", "两所幼儿园主体结顶，其余在建", "否", "招标推迟"));

        Assert.Equal(["区交通局", "区住建局", "区教育局"], document.Tasks.Select(task => Units(task.LeadUnits)));
        Assert.Equal("开工9个，完成外立面改造2个小区", document.Tasks[1].Progress);
        Assert.Equal("招标推迟", document.Tasks[2].Shortfall);
        Assert.Contains(document.Problems, problem => problem.Code == "header-inferred");
    }

    [Fact]
    public void A_table_about_something_else_gives_no_tasks_and_says_so()
    {
        var document = Read(Row("姓名", "部门", "电话"), Row("张某", "办公室", "8203001"), Row("李某", "督查科", "8203002"));

        Assert.Empty(document.Tasks);
        Assert.Contains(document.Problems, problem => problem.Code == "table-not-understood");
        Assert.Contains(document.Problems, problem => problem.Code == "no-task-table");
    }

    [Fact]
    public void A_form_with_labels_on_the_left_is_one_task()
    {
        var document = Read(
            "重点工作推进情况报送表（2024年5月）",
            Row("工作内容", "建成区级养老服务中心"),
            Row("责任领导", "方亦舟副区长", "牵头单位", "区民政局"),
            Row("进展情况", "装修完成80%", "是否完成月度计划", "是"));

        var task = Assert.Single(document.Tasks);
        Assert.Equal("建成区级养老服务中心", task.Content);
        Assert.Equal("方亦舟", task.Leader?.Name);
        Assert.Equal("区民政局", Units(task.LeadUnits));
        Assert.Equal("装修完成80%", task.Progress);
        Assert.True(task.PlanMet);
        Assert.Equal(new ReportingPeriod(2024, 5), document.Period);
    }
}

using Luoshi.Core.Ledgers;
using static Luoshi.Documents.Tests.Reading.Tables.Documents;

namespace Luoshi.Documents.Tests.Reading.Tables;

public sealed class ReadingTasksWithoutTables
{
    [Fact]
    public void Numbered_lines_with_labelled_lines_below()
    {
        var document = Read(
            "青岚区2024年政府工作报告重点任务分解",
            "一、主要目标",
            "1. 地区生产总值增长5.5%以上。",
            "牵头负责领导：沈砚秋",
            "牵头责任单位：区发改局",
            "协同责任单位：区统计局、区财政局",
            "2. 城镇新增就业1.2万人。",
            "牵头负责领导：宋知微",
            "牵头责任单位：区人社局",
            "完成时限：12月底");

        Assert.Equal(2, document.Tasks.Count);
        Assert.Equal(1, document.Tasks[0].Number);
        Assert.Equal("地区生产总值增长5.5%以上。", document.Tasks[0].Content);
        Assert.Equal("沈砚秋", document.Tasks[0].Leader?.Name);
        Assert.Equal("区发改局", Units(document.Tasks[0].LeadUnits));
        Assert.Equal("区统计局|区财政局", Units(document.Tasks[0].SupportingUnits));
        Assert.Equal(new DateOnly(2024, 12, 31), document.Tasks[1].DeadlineDate);
        Assert.Equal("line-without-task", Assert.Single(document.Problems).Code);
        Assert.Null(document.Period);
    }

    [Theory]
    [InlineData("[牵头单位：区卫健局；责任单位：区民政局、各镇（街道）]")]
    [InlineData("（区卫健局牵头，区民政局、各镇（街道）参与）")]
    [InlineData("【牵头单位：区卫健局  配合单位：区民政局、各镇（街道）】")]
    public void A_paragraph_with_its_units_in_brackets_at_the_end(string tail)
    {
        var document = Read("3.扩大优质医疗资源供给，新增医疗机构床位300张。" + tail, "4.建设老年食堂12家。（责任单位：区民政局）");

        Assert.Equal("扩大优质医疗资源供给，新增医疗机构床位300张。", document.Tasks[0].Content);
        Assert.Equal("区卫健局", Units(document.Tasks[0].LeadUnits));
        Assert.Equal("区民政局|各镇（街道）", Units(document.Tasks[0].SupportingUnits));
        Assert.Equal("区民政局", Units(document.Tasks[1].LeadUnits));
    }

    [Fact]
    public void A_deadline_among_the_units_in_brackets_is_the_deadline()
    {
        var document = Read("2024年重点任务", "1.新建高标准农田800亩（区农业农村局牵头，各镇配合，12月底前完成）");

        var task = Assert.Single(document.Tasks);
        Assert.Equal("新建高标准农田800亩", task.Content);
        Assert.Equal("区农业农村局", Units(task.LeadUnits));
        Assert.Equal("各镇", Units(task.SupportingUnits));
        Assert.Equal(new DateOnly(2024, 12, 31), task.DeadlineDate);
    }

    [Fact]
    public void Leader_headings_hold_for_the_tasks_below_them()
    {
        var document = Read(
            "一、方亦舟副区长牵头负责",
            "1. 新建高标准农田800亩。（区农业农村局）",
            "二、温若川副区长牵头负责",
            "1. 新增学位540个。（区教育局）");

        Assert.Equal([new LeaderMention("方亦舟", "副区长"), new LeaderMention("温若川", "副区长")], document.Tasks.Select(task => task.Leader));
    }

    [Fact]
    public void Labelled_progress_may_run_over_several_lines()
    {
        var document = Read(
            "2024年5月重点工作进展",
            "1. 推进东湖路改造",
            "责任单位：区住建局",
            "进展情况：一是完成路基70%；",
            "二是完成管线迁改招标。",
            "是否完成月度计划：是");

        var task = Assert.Single(document.Tasks);
        Assert.Equal("一是完成路基70%；\n二是完成管线迁改招标。", task.Progress);
        Assert.True(task.PlanMet);
        Assert.Equal("2024-05", document.Period?.ToString());
    }

    [Fact]
    public void Prose_is_no_task_list()
    {
        var document = Read("各位代表：", "现在，我代表区人民政府，向大会报告工作。", "一、2023年工作回顾", "（一）经济运行稳中有进。全年地区生产总值增长6.1%（按可比价计算）。");

        Assert.Empty(document.Tasks);
        Assert.Equal("no-task-table", Assert.Single(document.Problems).Code);
    }

    [Fact]
    public void A_year_inside_a_report_is_not_the_document_s()
    {
        var document = Read(
            "区退役军人局6月重点工作完成情况",
            "1. 推进退役士兵安置",
            "责任单位：区退役军人局",
            "6月完成情况：2023年秋季以来安置52人，全部上岗。");

        Assert.Single(document.Tasks);
        Assert.Null(document.Period);
    }
}

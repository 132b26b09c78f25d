using Luoshi.Core.Ledgers;
using Luoshi.Core.Meetings;
using Luoshi.Core.Reading;
using Luoshi.Core.Reporting;

namespace Luoshi.Core.Tests.Meetings;

public sealed class ComparingWithLastMonth
{
    [Fact]
    public void A_figure_that_changed_is_told_old_to_new()
    {
        var task = Assert.Single(Compared("累计改造老旧小区9个。", "累计改造老旧小区11个。"));

        Assert.Equal(TaskChange.Changed, task.Change);
        Assert.Contains("9个 → 11个", Assert.Single(task.Words), StringComparison.Ordinal);
        Assert.Empty(task.Added);
    }

    [Theory]
    [InlineData("已开工1.5公里。", "已开工15公里。", TaskChange.Changed)]
    [InlineData("已开工9个，完工2个。", "已开工 9 个,完工2个", TaskChange.Unchanged)]
    public void Commas_and_spaces_make_no_change_and_a_decimal_point_does(string before, string now, TaskChange expected) =>
        Assert.Equal(expected, Assert.Single(Compared(before, now)).Change);

    [Fact]
    public void A_new_sentence_is_shown_and_an_old_one_with_new_figures_is_not()
    {
        var task = Assert.Single(Compared("累计改造老旧小区9个；正在征询意见。", "累计改造老旧小区11个；完成招标。"));

        Assert.Equal(["完成招标"], task.Added);
    }

    [Fact]
    public void Tasks_that_came_and_went_are_told_under_their_leader()
    {
        var before = Document(Task("提升农村公路45公里。", "已完成。"), Task("改造老旧小区12个。", "已开工。"));
        var now = Material(Task("改造老旧小区12个。", "已开工。"), Task("新建公办幼儿园3所。", "完成选址。"));

        var section = Assert.Single(MaterialDifference.Between(before, now).Sections);

        Assert.Equal([TaskChange.Unchanged, TaskChange.New, TaskChange.Closed], section.Tasks.Select(task => task.Change));
        Assert.Equal("提升农村公路45公里。", section.Tasks[2].Task.Content);
    }

    [Fact]
    public void A_claim_that_turned_is_told()
    {
        var before = Document(Task("改造老旧小区12个。", "已开工。") with { PlanMet = true });
        var now = Material(Task("改造老旧小区12个。", "已开工。") with { PlanMet = false, Shortfall = "征询未完成。" });

        Assert.Equal(["是否完成月度计划：是 → 否", "未完成情况说明有改动"], MaterialDifference.Between(before, now).Sections[0].Tasks[0].Words);
    }

    private static IReadOnlyList<TaskDifference> Compared(string before, string now) =>
        MaterialDifference.Between(Document(Task("改造老旧小区12个。", before)), Material(Task("改造老旧小区12个。", now))).Sections.Single().Tasks;

    private static TaskDocument Document(params ReportedTask[] tasks) => new() { Source = "5月.docx", Period = new ReportingPeriod(2026, 5), Tasks = tasks };

    private static MeetingMaterial Material(params ReportedTask[] tasks) => new()
    {
        Heading = "2026年政府工作报告重点工作完成情况（6月）",
        Period = new ReportingPeriod(2026, 6),
        Sections = [new LeaderSection(new LeaderMention(null, "副区长"), [.. tasks.Select(task => new MaterialRow(task, ReturnState.Received))])],
    };

    private static ReportedTask Task(string content, string progress) =>
        new() { Leader = new LeaderMention(null, "副区长"), Content = content, LeadUnits = [new UnitMention("区住建局")], Progress = progress };
}

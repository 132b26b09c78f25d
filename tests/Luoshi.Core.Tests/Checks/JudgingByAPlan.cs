using Luoshi.Core.Checks;
using Luoshi.Core.Reading;
using static Luoshi.Core.Tests.Checks.Rows;

namespace Luoshi.Core.Tests.Checks;

public sealed class JudgingByAPlan
{
    private const string Task = "新建雨污管网20公里。";
    private const string Slow = "累计新建雨污管网2.1公里。";

    [Fact]
    public void A_back_loaded_row_is_quiet_with_its_plan_and_asked_about_without_it()
    {
        var without = Check(4, Row(Task, Slow));
        var with = CheckWith(4, Row(Task, Slow), ("计划指标（累计）", "雨污管网（公里）"), ("3月", "1"), ("4月", "2"), ("12月", "20"));

        Assert.Contains("behind-target", Codes(without));
        Assert.Empty(with.Doubts);
        Assert.Equal((Verdict.OnTrack, Yardstick.Plan), (with.Comparisons[0].Verdict, with.Comparisons[0].Yardstick));
        Assert.Equal("目标雨污管网20公里，已完成2.1公里，占10.5%，计划到4月完成2公里，占10.0%，高0.5个百分点", with.Comparisons[0].Reason);
    }

    [Fact]
    public void Less_than_the_plan_asks_is_behind_even_where_the_straight_line_is_reached()
    {
        var check = CheckWith(4, Row(Task, "累计新建雨污管网8公里。"), ("4月", "雨污管网9公里"));

        Assert.Equal(Verdict.Behind, check.Verdict);
        Assert.Equal(["behind-target"], Codes(check));
    }

    [Fact]
    public void Between_two_points_the_one_that_has_passed_is_asked_for()
    {
        var check = CheckWith(5, Row(Task, "累计新建雨污管网3公里。"), ("1月-3月", "完成设计，雨污管网3公里"), ("4月-6月", "雨污管网8公里"));

        Assert.Equal(Verdict.OnTrack, check.Verdict);
        Assert.Contains("计划到3月完成3公里", check.Comparisons[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Before_the_first_point_nothing_is_due()
    {
        var check = CheckWith(5, Row(Task, "累计新建雨污管网0.2公里。"), ("4月-6月", "雨污管网8公里"));

        Assert.Empty(check.Doubts);
        Assert.Contains("计划6月到8公里，未到节点", check.Comparisons[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_level_that_the_plan_raises_step_by_step_is_held_against_the_step()
    {
        var row = Row("适龄女生疫苗接种率达到85%以上。", "适龄女生疫苗接种率62%。");

        Assert.Equal(Verdict.OnTrack, CheckWith(6, row, ("4月-6月", "疫苗接种率60%")).Verdict);
        Assert.Equal(Verdict.Behind, CheckWith(6, row, ("4月-6月", "疫苗接种率65%")).Verdict);
    }

    [Fact]
    public void Points_that_end_far_above_the_target_count_something_else()
    {
        var check = CheckWith(4, Row(Task, Slow), ("4月", "雨污管网2公里"), ("12月", "雨污管网45公里"));

        Assert.Equal(Yardstick.Time, check.Comparisons[0].Yardstick);
    }

    [Fact]
    public void A_task_that_the_plan_does_not_have_is_judged_by_time()
    {
        var plan = Plan(Row("办好国际马拉松赛。", null, number: 9, columns: ("4月", "2")));

        Assert.Equal(Yardstick.Time, Examine(4, Row(Task, Slow), plan).Value.Tasks[0].Comparisons[0].Yardstick);
    }

    [Fact]
    public void A_plan_without_months_is_refused()
    {
        var refusal = Examine(4, Row(Task, Slow), Plan(Row(Task, null, columns: ("备注", "无")))).Refusal;

        Assert.Equal("plan-without-months", refusal?.Code);
        Assert.Contains("1月、2月", refusal?.Message, StringComparison.Ordinal);
    }

    private static TaskCheck CheckWith(int month, ReportedTask row, params (string Header, string Text)[] months) =>
        Examine(month, row, Plan(Row(row.Content, null, columns: months))).Value.Tasks[0];

    private static Outcome<CheckReport> Examine(int month, ReportedTask row, TaskDocument plan) =>
        TaskChecks.Examine([Document(month, row)], [], null, new CheckSettings(), [plan]);

    private static TaskDocument Plan(ReportedTask row) => Document(1, row) with { Source = "月度计划.xlsx", Period = null };
}

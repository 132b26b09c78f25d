using Luoshi.Core.Checks;
using static Luoshi.Core.Tests.Checks.Rows;

namespace Luoshi.Core.Tests.Checks;

public sealed class JudgingTargets
{
    [Theory]
    [InlineData("建成充电桩12个。", "占42.9%，时间进度58.3%，低15.4个百分点")]
    [InlineData("建成充电桩17个。", "占60.7%，时间进度58.3%，高2.4个百分点")]
    public void The_points_that_are_told_are_those_between_the_two_shares_that_are_told(string progress, string told) =>
        Assert.EndsWith(told, Assert.Single(Check(7, Row("建成充电桩28个。", progress)).Comparisons).Reason);

    [Fact]
    public void A_village_of_a_sort_is_no_place_that_other_figures_are_of() =>
        Assert.All(Check(7, Row("新建精品村6个，创建和美庭院1800户。", "精品村建成4个，和美庭院建成1020户。")).Readings, reading => Assert.Null(reading.Quantity.Scope));

    [Fact]
    public void The_reason_has_the_arithmetic_in_it()
    {
        var check = Check(4, Row("盘活低效用地800亩。", "累计盘活低效用地120亩。"));

        var comparison = Assert.Single(check.Comparisons);
        Assert.Equal("目标低效用地800亩，已完成120亩，占15.0%，时间进度33.3%，低18.3个百分点", comparison.Reason);
        Assert.Equal(0.15m, comparison.Ratio);
        Assert.Equal(Verdict.Behind, comparison.Verdict);
        Assert.Equal(Light.Yellow, comparison.Light);
    }

    [Fact]
    public void A_deadline_is_written_as_the_office_writes_it()
    {
        var check = Check(6, Row("办好民生实事项目，区级10方面23项年底前全部完成。", "截至6月20日，区级23项民生实事完成8项。"));

        Assert.Contains(check.Comparisons, comparison => comparison.Reason == "时限2025年12月，未到节点");
    }

    [Fact]
    public void A_share_is_named_after_what_it_is_the_share_of()
    {
        var check = Check(6, Row("税收占比不低于82%。", "税收收入17.21亿元，占比80.6%，非税收入4.14亿元。"));

        Assert.Equal(Verdict.Behind, check.Verdict);
        Assert.Contains("低1.4个百分点", Assert.Single(check.Comparisons).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Works_that_are_to_begin_are_answered_by_those_that_have_begun()
    {
        var check = Check(6, Row("开工改造老旧小区22个。", "老旧小区累计开工14个，其中完工2个。"));

        Assert.Equal(14, check.Readings[Assert.Single(check.Comparisons).Reading!.Value].Quantity.Value);
    }

    [Fact]
    public void A_figure_of_the_first_quarter_is_held_against_a_quarter_of_the_year()
    {
        var comparison = Check(4, Row("研发费用投入6亿元。", "一季度实现研发费用1.3亿元。")).Comparisons[0];

        Assert.Equal(Verdict.Behind, comparison.Verdict);
        Assert.Contains("一季度已完成1.3亿元，占21.7%，时间进度25.0%", comparison.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("4月计划")]
    [InlineData("月度计划")]
    public void The_months_own_plan_goes_before_the_straight_line(string header)
    {
        var comparison = Check(4, Row("盘活低效用地800亩。", "累计盘活低效用地120亩。", columns: (header, "累计盘活100亩"))).Comparisons[0];

        Assert.Equal(Verdict.OnTrack, comparison.Verdict);
        Assert.Equal(Yardstick.Plan, comparison.Yardstick);
    }

    [Fact]
    public void A_plan_for_another_month_is_no_plan_for_this_one()
    {
        var comparison = Check(4, Row("盘活低效用地800亩。", "累计盘活低效用地120亩。", columns: ("5月计划", "累计盘活100亩"))).Comparisons[0];

        Assert.Equal(Yardstick.Time, comparison.Yardstick);
    }

    [Fact]
    public void A_deadline_in_june_asks_for_two_thirds_in_april()
    {
        var comparison = Check(4, Row("盘活低效用地600亩。", "累计盘活低效用地300亩。", deadline: "2025-06-30")).Comparisons[0];

        Assert.Contains("时间进度66.7%", comparison.Reason, StringComparison.Ordinal);
        Assert.Equal(Verdict.Behind, comparison.Verdict);
    }

    [Fact]
    public void A_listed_schedule_that_adds_up_to_the_target_is_a_plan()
    {
        var comparison = Check(4, Row("交付安置房900套。", "预计8月交付300套，10月交付250套，12月交付350套。")).Comparisons[0];

        Assert.Equal(Verdict.OnTrack, comparison.Verdict);
        Assert.Contains("首批在8月", comparison.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_parts_of_the_district_do_not_make_the_whole()
    {
        var check = Check(4, Row("固定资产投资增长10%。", "1-4月，区本级固定资产投资增长21%，青岚工业园区固定资产投资增长3%。"));

        Assert.Equal(Verdict.NotComparable, check.Verdict);
        Assert.Contains("partial-coverage", Codes(check));
    }

    [Fact]
    public void A_stretch_above_a_floor_does_not_decide()
    {
        var check = Check(6, Row("高标准农田建成率达到85%，力争达到90%。", "高标准农田建成率87%。"));

        Assert.Equal(Verdict.Met, check.Verdict);
        Assert.Empty(check.Doubts);
    }

    [Fact]
    public void An_unanswered_target_keeps_the_task_from_being_met()
    {
        var check = Check(6, Row("新建公园3个、公厕20座。", "已建成公园3个。"));

        Assert.Equal(Verdict.OnTrack, check.Verdict);
    }

    [Theory]
    [InlineData("营商环境评价位居全市前三。", "营商环境评价位列全市第五。", "目标营商环境评价进入前3位，第5位，落后2位")]
    [InlineData("单位GDP能耗下降3.5%。", "单位GDP能耗下降2.1%。", "目标单位GDP能耗下降3.5%，下降2.1%，少降1.4个百分点")]
    [InlineData("PM2.5平均浓度控制在30微克/立方米以内。", "1-4月PM2.5平均浓度34微克/立方米。", "目标PM2.5平均浓度不超过30微克/立方米，34微克/立方米，高4.0微克/立方米")]
    public void Ranks_falls_and_ceilings_are_said_as_people_say_them(string content, string progress, string reason)
    {
        var comparison = Check(4, Row(content, progress)).Comparisons[0];

        Assert.Equal((Verdict.Behind, reason), (comparison.Verdict, comparison.Reason));
    }

    [Theory]
    [InlineData("盘活低效用地9999999999999999999999999999999999999999亩。", "累计盘活低效用地1亩。")]
    [InlineData("盘活低效用地0亩。", "累计盘活低效用地79000000000000000000000000000亩。")]
    [InlineData("盤活低效用地八百畝。", "累計盤活低效用地0.0000000000000000000000000001畝。")]
    public void Figures_beyond_reason_are_not_compared_and_do_no_harm(string content, string progress)
    {
        var check = Check(4, Row(content, progress));

        Assert.All(check.Comparisons, comparison => Assert.NotEmpty(comparison.Reason));
    }

    [Theory]
    [InlineData("9月底前建成幸福食堂12家。", "已建成幸福食堂8家。", Verdict.OnTrack, "时间进度66.7%")]
    [InlineData("上半年开工重大项目16个。", "累计开工重大项目11个。", Verdict.Behind, "时间进度100.0%")]
    [InlineData("5月底前完成水毁修复工程22处。", "水毁修复工程累计完工18处。", Verdict.Behind, "时间进度100.0%")]
    public void A_month_in_the_promise_is_when_all_of_it_is_due(string content, string progress, Verdict verdict, string words)
    {
        var comparison = Assert.Single(Check(6, Row(content, progress)).Comparisons);

        Assert.Equal(verdict, comparison.Verdict);
        Assert.Equal(ComparisonRule.VolumeAgainstDeadline, comparison.Rule);
        Assert.Contains(words, comparison.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rate_of_the_very_things_that_are_asked_for_is_a_share_of_them()
    {
        Assert.Equal(Verdict.Behind, Check(7, Row("整治农村黑臭水体16条。", "农村黑臭水体整治完成率50%。")).Verdict);
    }

    [Fact]
    public void Works_begun_do_not_compete_with_works_done_where_each_is_asked_for()
    {
        var check = Check(12, Row("新开工安置房1800套，基本建成700套。", "已完成新开工安置房2130套，基本建成860套。"));

        Assert.All(check.Comparisons, comparison => Assert.Equal(Verdict.Met, comparison.Verdict));
    }
}

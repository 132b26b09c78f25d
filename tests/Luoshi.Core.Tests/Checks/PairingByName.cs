using Luoshi.Core.Checks;
using static Luoshi.Core.Tests.Checks.Rows;

namespace Luoshi.Core.Tests.Checks;

public sealed class PairingByName
{
    [Theory]
    [InlineData("改（新）建农村用户厕所4200座。", "已完成改厕1360座。")]
    [InlineData("完成公路生命安全防护工程20公里。", "公路安防工程完工12公里。")]
    [InlineData("新增限上商贸企业30家。", "新增限上单位9家。")]
    [InlineData("推广稻渔综合种养6000亩。", "稻渔综合种养收获面积2400亩。")]
    [InlineData("为260户困难残疾人家庭提供无障碍改造。", "完成特殊困难残疾人家庭无障碍改造58户。")]
    public void Other_words_for_the_same_measure_answer(string content, string progress)
    {
        var comparison = Assert.Single(Check(6, Row(content, progress)).Comparisons);

        Assert.NotNull(comparison.Ratio);
    }

    [Theory]
    [InlineData("工业技改投资增长10%。", "工业投资增长13.1%。")]
    [InlineData("城镇居民人均可支配收入增长6%。", "农民人均可支配收入增长7.1%。")]
    public void A_wider_or_another_measure_does_not(string content, string progress)
    {
        var check = Check(6, Row(content, progress));

        Assert.DoesNotContain(check.Comparisons, comparison => comparison.Ratio is not null);
    }

    [Fact]
    public void A_part_is_of_the_measure_that_its_whole_is_named_by()
    {
        var check = Check(6, Row("完成到位资金80亿元，其中工业项目到位资金45亿元。", "全区到位资金46.4亿元，其中工业项目18.1亿元。"));

        Assert.Equal(0.4022m, check.Comparisons[1].Ratio);
    }

    [Fact]
    public void Of_two_sums_the_one_whose_printed_share_fits_the_target_is_its_answer()
    {
        var check = Check(12, Row("重点工程完成投资42亿元。", "完成投资46.2亿元，投资完成率110%。市级4项，当年计划投资12亿元，完成投资13.8亿元，投资完成率115%。"));

        Assert.Equal(Verdict.Met, check.Verdict);
    }

    [Fact]
    public void A_share_behind_a_sum_of_money_is_no_share_of_a_number_of_things()
    {
        var check = Check(6, Row("开工重点项目120个。", "重点项目加快推进，完成投资60.8亿元，占年度计划54.5%。"));

        Assert.Null(Assert.Single(check.Comparisons).Ratio);
    }

    [Theory]
    [InlineData("全年计划新建基站260座，一季度已全部建成开通。", true)]
    [InlineData("于5月完成安装260座的年度目标。", true)]
    [InlineData("全年计划新建基站260座，已全部完成施工图设计。", false)]
    [InlineData("全年计划新建基站260座，已完成12座。", false)]
    public void The_plan_said_again_counts_only_where_all_of_it_is_told_as_done(string progress, bool reached)
    {
        var check = Check(6, Row("新建基站260座。", progress));

        Assert.Equal(reached, check.Verdict == Verdict.Met);
    }

    [Theory]
    [InlineData("新认定高新技术企业24家。", "入库高新技术企业达96家。", ComparisonRule.OtherMeasure)]
    [InlineData("推进青溪片区改造，改善棚户区居民住房条件860户。", "青溪片区已有310户签约。", ComparisonRule.OtherStage)]
    [InlineData("对300户生活困难老年人家庭进行适老化改造。", "确定420户改造对象。", ComparisonRule.OtherStage)]
    [InlineData("新增婴幼儿照护机构5家。", "已完成总进度70%。", ComparisonRule.ShareOfWork)]
    public void What_there_is_in_all_and_what_comes_before_is_not_compared(string content, string progress, ComparisonRule rule)
    {
        Assert.Equal(rule, Assert.Single(Check(6, Row(content, progress)).Comparisons).Rule);
    }

    [Fact]
    public void Behind_a_figure_of_an_earlier_step_the_one_that_is_asked_for_needs_no_name()
    {
        var comparison = Assert.Single(Check(9, Row("保障性住房竣工1.2万套。", "各类保障性住房已开建1.15万套；竣工0.42万套。")).Comparisons);

        Assert.Equal(0.35m, comparison.Ratio);
    }

    [Fact]
    public void Places_and_flats_are_not_the_same_things()
    {
        var check = Check(9, Row("新建成保障性住房1500套。", "保障性住房共2处合计1532套，其中青溪地块（720套）已完成总工程量的90%。"));

        Assert.Equal(ComparisonRule.ShareOfWork, Assert.Single(check.Comparisons).Rule);
    }

    [Fact]
    public void Of_several_targets_a_figure_without_a_name_answers_the_one_that_its_sentence_names()
    {
        var check = Check(9, Row("新建护理型床位300张、认知症专区床位160张。", "新建护理型床位312张；认知症专区床位正在建设，已完成70张。"));

        Assert.Equal([1.04m, 0.4375m], check.Comparisons.Select(comparison => comparison.Ratio));
    }

    [Fact]
    public void What_works_in_hand_have_cost_is_money_spent()
    {
        Assert.Equal(Verdict.OnTrack, Check(6, Row("四项重大水利工程完成投资42亿元。", "四项在建重大水利工程共完成投资21.6亿元。")).Verdict);
    }
}

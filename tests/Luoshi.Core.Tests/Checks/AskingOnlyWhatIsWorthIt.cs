using Luoshi.Core.Checks;
using Luoshi.Core.Reading;
using static Luoshi.Core.Tests.Checks.Rows;

namespace Luoshi.Core.Tests.Checks;

public sealed class AskingOnlyWhatIsWorthIt
{
    [Theory]
    [InlineData("2.3", false)]
    [InlineData("1.5", true)]
    public void A_measure_that_the_rows_plan_leaves_out_is_asked_about_when_it_lags_clearly_and_weakly(string done, bool told)
    {
        var row = Row("新建雨污管网20公里，建成绿道8公里。", $"累计新建雨污管网4公里，建成绿道{done}公里。");

        var doubts = CheckWith(4, row, ("1月-3月", "雨污管网3公里")).Doubts;

        Assert.Equal(told ? [(DoubtCode.BehindTarget, DoubtStrength.Weak)] : [], doubts.Select(doubt => (doubt.Code, doubt.Strength)));
    }

    [Fact]
    public void Where_one_work_is_counted_twice_the_count_of_the_plan_decides()
    {
        var row = Row("新建农村公路24条63公里。", "新建农村公路5条22公里。");

        Assert.Empty(CheckWith(5, row, ("4月", "农村公路20公里")).Doubts);
        Assert.Equal(["behind-target"], Codes(CheckWith(5, row, ("4月", "农村公路25公里"))));
    }

    [Fact]
    public void A_target_that_the_plan_asks_for_later_may_be_without_a_figure()
    {
        var row = Row("新建雨污管网20公里，垦造耕地1200亩。", "累计新建雨污管网7公里。");

        Assert.Contains("no-result-for-target", Codes(Check(4, row)));
        Assert.Empty(CheckWith(4, row, ("1月-3月", "雨污管网3公里"), ("7月-9月", "垦造耕地300亩")).Doubts);
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(4, true)]
    public void In_the_first_months_one_figure_is_enough(int month, bool told)
    {
        var check = Check(month, Row("新建雨污管网20公里，建成农贸市场6家。", "累计新建雨污管网9公里。"));

        Assert.Equal(told, Codes(check).Contains("no-result-for-target"));
    }

    [Fact]
    public void An_answer_without_a_word_beside_it_is_asked_about()
    {
        var doubt = Assert.Single(Check(1, Row("新建雨污管网20公里。", null)).Doubts);

        Assert.Equal((DoubtCode.NoResultForTarget, DoubtStrength.Strong), (doubt.Code, doubt.Strength));
    }

    [Fact]
    public void What_somebody_means_to_do_is_no_result()
    {
        var doubt = Assert.Single(Check(4, Row("招引品牌商家20家。", "与18家品牌商家达成入驻意向。")).Doubts, doubt => doubt.Code == DoubtCode.ApplicationAsResult);

        Assert.Contains("意向不等于落地", doubt.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_park_of_a_parks_own_task_is_the_whole()
    {
        var check = Check(5, Row("推进青岚经济开发区提质，盘活低效工业用地800亩。", "1-5月，园区盘活低效工业用地203亩。"));

        Assert.Equal(Verdict.Behind, check.Verdict);
    }

    [Fact]
    public void Three_parts_that_nearly_make_up_their_total_are_asked_about_and_parts_that_leave_much_out_are_not()
    {
        const string Task = "新设经营主体8000户。";

        Assert.Contains("wrong-arithmetic", Codes(Check(6, Row(Task, "新设经营主体4218户，其中企业1326户、个体工商户2742户、农民专业合作社50户。"))));
        Assert.Empty(Check(6, Row(Task, "新设经营主体4218户，其中企业1326户、个体工商户1742户、农民专业合作社50户。")).Doubts);
    }

    [Fact]
    public void A_sum_that_shrank_to_a_tenth_has_fallen()
    {
        var check = Check(6, Row("盘活存量用地1200亩。", "累计盘活存量用地690亩。"), Document(5, Row("盘活存量用地1200亩。", "累计盘活存量用地5650亩。")));

        Assert.Equal(["figure-fell"], Codes(check));
    }

    [Fact]
    public void A_standing_level_is_compared_whatever_month_it_is_told_for()
    {
        var check = Check(4, Row("推进金融服务。", "4月末，各项贷款余额634.2万元。"), Document(3, Row("推进金融服务。", "3月末，各项贷款余额628.6亿元。")));

        Assert.Contains("unit-jump", Codes(check));
    }

    private static TaskCheck CheckWith(int month, ReportedTask row, params (string Header, string Text)[] months) =>
        TaskChecks.Examine([Document(month, row)], [], null, new CheckSettings(), [Document(1, Row(row.Content, null, columns: months)) with { Period = null }]).Value.Tasks[0];

    [Theory]
    [InlineData("推进政务公开。", "办理依申请公开64件，行政复议2件、纠错0件。")]
    [InlineData("推进重点项目。", "已开工项目41个，未开工项目21个，开工率为66.1%。")]
    [InlineData("推进村道建设32公里。", "32公里建设任务已全部开工，完成路基26公里、路面20公里，投资完成率57%。")]
    [InlineData("举办湖畔音乐节。", "湖畔音乐节已于5月18日在望湖广场召开，发布文旅项目12个。")]
    public void What_is_explained_by_the_rest_of_the_row_is_not_asked_about(string content, string progress)
    {
        Assert.Empty(Codes(Check(6, Row(content, progress))));
    }

    [Fact]
    public void Works_told_as_not_begun_are_asked_about_once()
    {
        Assert.Equal(["not-started"], Codes(Check(6, Row("新建消防站2座。", "因用地调整，2座消防站均未开工建设。"))));
    }

    [Theory]
    [InlineData("新增上市企业2家。", "青岚精工已过会，云溪生物已报审。", DoubtStrength.Weak)]
    [InlineData("打造夜间街区3条。", "南门老街已开街，云溪夜市试运营。", DoubtStrength.Weak)]
    [InlineData("新增上市企业2家。", "赴企业走访三轮，制定培育方案。", DoubtStrength.Strong)]
    public void A_missing_figure_is_no_proof_where_words_tell_that_something_is_done(string content, string progress, DoubtStrength strength)
    {
        var check = Check(6, Row(content, progress));

        Assert.Equal([strength], check.Doubts.Where(doubt => doubt.Code == DoubtCode.NoResultForTarget).Select(doubt => doubt.Strength));
    }

    [Theory]
    [InlineData("，其余11所暑期施工", DoubtStrength.Weak)]
    [InlineData("", DoubtStrength.Strong)]
    public void The_straight_line_proves_nothing_against_a_row_that_says_when_the_rest_is_due(string rest, DoubtStrength strength)
    {
        var check = Check(6, Row("9月底前完成学校食堂改造14所。", $"学校食堂改造已完成3所{rest}。"));

        Assert.Equal([(DoubtCode.BehindTarget, strength)], check.Doubts.Select(doubt => (doubt.Code, doubt.Strength)));
    }

    [Theory]
    [InlineData("城镇、农村居民人均可支配收入分别增长5.8%、7.4%")]
    [InlineData("城镇、农村居民人均可支配收入分别增长6.8%、7.4%")]
    public void One_of_town_and_country_does_not_speak_for_both(string progress)
    {
        var check = Check(6, Row("城乡居民收入增长6.5%。", $"上半年{progress}。"));

        Assert.Empty(check.Doubts);
    }

    [Theory]
    [InlineData("新建村级文化礼堂7个，提升6个。")]
    [InlineData("新建、提升村级文化礼堂13个。")]
    public void Deeds_that_are_promised_together_are_held_against_the_target_together(string progress)
    {
        var check = Check(6, Row("新建、提升村级文化礼堂20个。", progress));

        Assert.Equal(0.65m, check.Comparisons[0].Ratio);
        Assert.Empty(check.Doubts);
    }

    [Fact]
    public void What_has_not_happened_has_no_rate_to_tell()
    {
        var check = Check(6, Row("森林火灾受害率控制在0.8‰以内。", "上半年全区未发生森林火灾。"));

        Assert.Empty(check.Doubts);
    }
}

using Luoshi.Core.Checks;
using Luoshi.Core.Reading;
using Luoshi.Core.Reporting;
using static Luoshi.Core.Tests.Checks.Rows;

namespace Luoshi.Core.Tests.Checks;

public sealed class RaisingDoubts
{
    [Fact]
    public void Every_doubt_quotes_its_evidence_to_the_letter_and_asks()
    {
        var (header, rows) = LabelledRows.Load("doubts.jsonl");
        var checks = rows.GroupBy(row => row.GetProperty("set").GetString()).SelectMany(set => LabelledRows.Examine(header, new ReportingPeriod(2025, 6), [.. set]).Tasks).ToList();

        Assert.All(checks.SelectMany(check => check.Doubts.Select(doubt => (check.Task, Doubt: doubt))), found =>
        {
            Assert.NotEmpty(found.Doubt.Evidence);
            Assert.Matches("请核实|请补充", found.Doubt.Message);
            Assert.All(found.Doubt.Evidence, evidence => Assert.Equal(evidence.Text, evidence.Span.Of(Field(found.Task, evidence.Field))));
        });
        Assert.All(checks, check => Assert.All(
            check.Targets.Concat(check.Readings).Concat(check.OtherNumbers),
            stated => Assert.Equal(stated.Source.Text, stated.Source.Span.Of(Field(check.Task, stated.Source.Field)))));
    }

    [Fact]
    public void The_same_documents_give_the_same_report()
    {
        var (header, rows) = LabelledRows.Load("doubts.jsonl");

        var first = LabelledRows.Examine(header, new ReportingPeriod(2025, 6), rows);
        var second = LabelledRows.Examine(header, new ReportingPeriod(2025, 6), rows);

        Assert.Equal(Told(first), Told(second));

        static IEnumerable<string> Told(CheckReport report) => report.Tasks.SelectMany(task => task.Doubts).Select(doubt => doubt.Code.Code() + doubt.Message);
    }

    [Fact]
    public void Strong_doubts_come_first()
    {
        var check = Check(6, Row("新建雨污管网12公里、公厕20座，改造泵站3座。", "累计新建雨污管网1.2公里；泵站改造尚未启动。"));

        Assert.Equal(check.Doubts.Select(doubt => doubt.Strength).Order(), check.Doubts.Select(doubt => doubt.Strength));
        Assert.Equal(DoubtStrength.Strong, check.Doubts[0].Strength);
    }

    [Fact]
    public void A_unit_that_says_no_and_why_is_not_asked_again()
    {
        var row = Row("新建雨污管网12公里。", "已新建雨污管网1公里。", met: false) with { Shortfall = "管材到货晚，7月起集中施工。" };

        var check = Check(6, row);

        Assert.Equal(Verdict.Behind, check.Verdict);
        Assert.Empty(check.Doubts);
    }

    [Fact]
    public void A_row_nobody_reported_on_raises_nothing()
    {
        var check = Check(6, Row("新建雨污管网12公里。", null, met: null));

        Assert.Equal(Verdict.NoNumber, check.Verdict);
        Assert.Empty(check.Doubts);
    }

    [Fact]
    public void A_sentence_split_between_two_leaders_may_be_answered_twice()
    {
        const string Answer = "组织网格员开展入户走访，建立民情台账，及时回应群众诉求，推动矛盾纠纷就地化解。";
        var report = TaskChecks.Examine([Document(6, Row("加强基层治理能力建设。", Answer), Row("加强基层治理能力建设。", Answer, number: 2))], [], null, new CheckSettings()).Value;

        Assert.All(report.Tasks, task => Assert.DoesNotContain("duplicate-text", Codes(task)));
    }

    [Fact]
    public void A_document_without_a_month_asks_for_one()
    {
        var document = Document(6, Row("新建雨污管网12公里。", "已新建1公里。")) with { Period = null };

        Assert.Equal("period-unknown", TaskChecks.Examine([document], [], null, new CheckSettings()).Refusal?.Code);
        Assert.Null(TaskChecks.Examine([document], [], new ReportingPeriod(2025, 6), new CheckSettings()).Refusal);
    }

    [Fact]
    public void Nothing_to_check_is_refused()
    {
        Assert.Equal("no-tasks", TaskChecks.Examine([Document(6)], [], null, new CheckSettings()).Refusal?.Code);
    }

    [Fact]
    public void A_cell_of_a_million_characters_is_examined_like_any_other()
    {
        var cell = string.Concat(Enumerable.Repeat("完成雨污管网1.5公里，占年度计划的12%；", 45_000));

        var check = Check(6, Row("新建雨污管网12公里。", cell));

        Assert.NotNull(check);
    }

    private static string Field(ReportedTask task, string field) => field switch
    {
        "content" => task.Content,
        "progress" => task.Progress!,
        _ => task.Target!,
    };

    [Theory]
    [InlineData("启动16个助餐点建设，有序推进。", "no-result-for-target")]
    [InlineData("16个助餐点正在施工。", "no-result-for-target")]
    [InlineData("16个助餐点目前处于招标阶段。", "restated-target")]
    public void The_number_of_the_promise_is_said_again_only_where_nothing_tells_how_far_it_is(string progress, string code)
    {
        Assert.Contains(code, Codes(Check(6, Row("新增助餐点16个。", progress))));
    }

    [Theory]
    [InlineData("完成智慧农业示范基地规划。召开专题调度会3次。", true)]
    [InlineData("多次现场办公，召开推进会议6场。", true)]
    [InlineData("示范基地启动建设3个。召开专题调度会3次。", false)]
    public void How_often_an_office_met_is_no_figure_of_the_work(string progress, bool isStrong)
    {
        var doubts = Check(6, Row("建成智慧农业示范基地10个。", progress)).Doubts.Where(doubt => doubt.Rule == DoubtRule.NoFigureAtAll);

        Assert.Equal(isStrong, doubts.Any(doubt => doubt.Strength == DoubtStrength.Strong));
    }

    [Fact]
    public void Meetings_that_were_promised_are_counted() =>
        Assert.DoesNotContain("no-result-for-target", Codes(Check(6, Row("召开政银企对接会12场。", "召开政银企对接会7场。"))));

    [Fact]
    public void Shares_of_two_different_numbers_do_not_contradict_each_other()
    {
        var report = TaskChecks.Examine(
            [Document(6, Row("松溪镇建设通村公路20公里。", "完成通村公路14.9公里，占目标任务20公里的74.5%。"), Row("茶岭镇建设通村公路25公里。", "完成通村公路18公里，占目标任务25公里的72%。", number: 2))],
            [],
            null,
            new CheckSettings());

        Assert.DoesNotContain(report.Value.Tasks.SelectMany(Codes), code => code == "cross-row-conflict");
    }

    [Fact]
    public void Shares_of_the_year_that_name_nothing_are_each_of_their_own_row()
    {
        var report = TaskChecks.Examine(
            [Document(6, Row("城镇新增就业4.1万人。", "1-6月完成2.31万人，占年任务56.3%。"), Row("改建农村户用厕所9800户。", "上半年完成5174户，占年任务的52.8%。", number: 2))],
            [],
            null,
            new CheckSettings());

        Assert.DoesNotContain(report.Value.Tasks.SelectMany(Codes), code => code == "cross-row-conflict");
    }

    [Fact]
    public void A_measure_of_some_projects_contradicts_that_of_all_only_weakly()
    {
        var report = TaskChecks.Examine(
            [Document(6, Row("固定资产投资增长10%。", "1-5月，固定资产投资同比增长8.4%。"), Row("推进工业招商。", "1-5月，工业招商项目实际形成固定资产投资3.2亿元，同比增长2.1%。", number: 2))],
            [],
            null,
            new CheckSettings());

        Assert.DoesNotContain(report.Value.Tasks.SelectMany(task => task.Doubts), doubt => doubt is { Code: DoubtCode.CrossRowConflict, Strength: DoubtStrength.Strong });
    }

    [Fact]
    public void The_rate_of_a_row_as_a_whole_contradicts_no_other_rows()
    {
        var report = TaskChecks.Examine(
            [Document(6, Row("提升养老服务。", "新增老年助餐点35个、新增专区床位120张，整体完成率61.5%。"), Row("推进妇幼健康。", "完成筛查2.3万人次、接种6400人次，整体完成率54.2%。", number: 2))],
            [],
            null,
            new CheckSettings());

        Assert.DoesNotContain(report.Value.Tasks.SelectMany(Codes), code => code == "cross-row-conflict");
    }
}

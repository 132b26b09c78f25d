using Luoshi.Core.Ledgers;
using Luoshi.Core.Meetings;
using Luoshi.Core.Reading;
using Luoshi.Core.Reporting;
using static Luoshi.Core.Tests.Meetings.Documents;

namespace Luoshi.Core.Tests.Meetings;

public sealed class AssemblingAMaterial
{
    private const string Housing = "改造老旧小区12个，新增停车位600个。";
    private const string Roads = "提升改造农村公路45公里。";
    private const string Schools = "新建公办幼儿园3所，普惠性幼儿园覆盖率达95%。";

    private static readonly TaskDocument s_plan = Document("分解表.docx", null,
        Row("常务副区长", 1, Housing, "区住建局"),
        Row("常务副区长", 2, Roads, "区交通运输局"),
        Row("区长", 1, Schools, "区教育局 区住建局"));

    [Fact]
    public void A_single_material_passes_through_unchanged()
    {
        var document = Document("5月.docx", "2026-05",
            Row("副区长", 7, Roads, "区交通运输局", "完成20公里。", true),
            Row("区长", null, Schools, "区教育局", null, null)) with
        { Title = "青岚区2026年重点工作（5月）", Government = "青岚区人民政府", Date = new DateOnly(2026, 5, 28) };

        var material = MaterialAssembly.Assemble([document]).Value;

        Assert.Equal(document.Tasks, material.Rows.Select(row => row.Task));
        Assert.Equal(["副区长", "区长"], material.Sections.Select(section => section.Leader?.Title));
        Assert.Equal(("青岚区2026年重点工作（5月）", "青岚区人民政府", new DateOnly(2026, 5, 28)), (material.Heading, material.Government, material.Date));
        Assert.Empty(material.Notes);
    }

    [Fact]
    public void Returns_are_put_to_the_tasks_of_the_plan_in_its_order()
    {
        var material = Assemble(s_plan,
            Document("区交通运输局.docx", "2026-05", Row(null, 1, "提升改造农村公路45公里", "区交通运输局", "完成20公里。", true)),
            Document("区住建局.xlsx", "2026-05", Row("常务副区长", 1, "改造老旧小区12个,新增停车位600个", "区住建局", "开工9个。", false, "征询未完成。")));

        Assert.Equal(["常务副区长", "区长"], material.Sections.Select(section => section.Leader?.Title));
        Assert.Equal([(Housing, "开工9个。", false), (Roads, "完成20公里。", true)], material.Sections[0].Rows.Select(row => (row.Task.Content, row.Task.Progress!, row.Task.PlanMet!.Value)));
        Assert.Equal("征询未完成。", material.Sections[0].Rows[0].Task.Shortfall);
    }

    [Fact]
    public void A_task_nobody_reported_on_is_missing_when_it_is_due()
    {
        var quarterly = Row("区长", 2, "编制要素保障专项方案。", "区府办") with { Frequency = ReportingFrequency.Quarterly };

        var material = Assemble(s_plan with { Tasks = [.. s_plan.Tasks, quarterly] },
            Document("区住建局.docx", "2026-05", Row(null, 1, Housing, "区住建局", "开工9个。", true)));

        Assert.Equal([ReturnState.Received, ReturnState.Missing, ReturnState.Missing, ReturnState.NotDue], material.Rows.Select(row => row.Return));
        Assert.Equal("未报送", MaterialWording.Progress(material.Sections[0].Rows[1]));
        Assert.StartsWith("未报送", MaterialWording.Progress(material.Sections[1].Rows[1]), StringComparison.Ordinal);
    }

    [Fact]
    public void Last_months_material_gives_the_order_and_nothing_of_its_progress()
    {
        var april = Document("4月.docx", "2026-04",
            Row("副区长", 1, Roads, "区交通运输局", "完成8公里。", true),
            Row("区长", 1, Schools, "区教育局", "完成选址。", true));

        var material = Assemble(april, Document("区教育局.docx", "2026-05", Row(null, 4, Schools, "区教育局", "开工2所。", true)));

        Assert.Equal(["副区长", "区长"], material.Sections.Select(section => section.Leader?.Title));
        Assert.Equal([(ReturnState.Missing, null), (ReturnState.Received, "开工2所。")], material.Rows.Select(row => (row.Return, row.Task.Progress)));
        Assert.Equal(new ReportingPeriod(2026, 5), material.Period);
    }

    [Theory]
    [InlineData("区住建局2026年重点工作完成情况（5月）", "2026年政府工作报告重点工作完成情况（5月）")]
    [InlineData("青岚区2026年重点工作完成情况（5月）", "青岚区2026年重点工作完成情况（5月）")]
    public void A_title_that_names_a_unit_is_not_the_materials(string title, string heading)
    {
        var part = Document("汇总.docx", "2026-05", Row("常务副区长", 1, Housing, "区住建局", "开工9个。", true), Row("副区长", 1, Roads, "区交通运输局", "完成20公里。", true)) with { Title = title };

        Assert.Equal(heading, Assemble(part, s_plan).Heading);
    }

    [Fact]
    public void Units_of_a_joint_task_get_a_labelled_section_each_in_the_order_of_the_task()
    {
        var material = Assemble(s_plan,
            Document("区住建局.docx", "2026-05", Row(null, null, Schools, "区教育局 区住建局", "完成验收1所。\n1. 消防验收；\n2. 人防验收。", true)),
            Document("区教育局.docx", "2026-05", Row(null, null, Schools, "区教育局 区住建局", "开工2所。", true)));

        var row = material.Sections[1].Rows.Single();
        Assert.Equal("区教育局：开工2所。\n区住建局：\n完成验收1所。\n1. 消防验收；\n2. 人防验收。", row.Task.Progress);
        Assert.True(row.Task.PlanMet);
    }

    [Fact]
    public void Units_that_send_the_same_text_need_no_labels()
    {
        var material = Assemble(s_plan,
            Document("区住建局.docx", "2026-05", Row(null, null, Schools, "区教育局 区住建局", "开工2所。", true)),
            Document("区教育局.docx", "2026-05", Row(null, null, Schools, "区教育局 区住建局", "开工 2 所", true)));

        Assert.Equal("开工 2 所", material.Sections[1].Rows.Single().Task.Progress);
    }

    [Fact]
    public void Claims_that_disagree_are_told_and_no_wins()
    {
        var material = Assemble(s_plan,
            Document("区住建局.docx", "2026-05", Row(null, null, Schools, "区教育局 区住建局", "图审未过。", false, "地勘返工。")),
            Document("区教育局.docx", "2026-05", Row(null, null, Schools, "区教育局 区住建局", "开工2所。", true)));

        Assert.False(material.Sections[1].Rows.Single().Task.PlanMet);
        Assert.Equal("区住建局：地勘返工。", material.Sections[1].Rows.Single().Task.Shortfall);
        var note = Assert.Single(material.Notes, note => note.Code == "claims-differ");
        Assert.Contains("区教育局报“是”，区住建局报“否”", note.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_outside_the_ledger_is_listed_and_kept()
    {
        var material = Assemble(s_plan, Document("区水利局.docx", "2026-05", Row("区长", 1, "除险加固水库4座。", "区水利局", "完成1座。", true)));

        Assert.Equal([(1, Schools), (2, "除险加固水库4座。")], material.Sections[1].Rows.Select(row => (row.Task.Number!.Value, row.Task.Content)));
        Assert.Contains(material.Notes, note => note.Code == "not-in-ledger" && note.Source == "区水利局.docx");
    }

    [Fact]
    public void A_changed_figure_is_another_promise_and_is_told()
    {
        var material = Assemble(s_plan, Document("区交通运输局.docx", "2026-05", Row("常务副区长", 2, "提升改造农村公路40公里。", "区交通运输局", "完成20公里。", true)));

        Assert.Equal(Roads, material.Sections[0].Rows[1].Task.Content);
        Assert.Equal("完成20公里。", material.Sections[0].Rows[1].Task.Progress);
        Assert.Contains(material.Notes, note => note.Code == "content-differs");
    }

    [Fact]
    public void A_second_return_of_a_unit_is_not_used_but_told_in_full()
    {
        var material = Assemble(s_plan,
            Document("区交通运输局4月.docx", "2026-04", Row(null, 1, Roads, "区交通运输局", "完成8公里。", true)),
            Document("区交通运输局.docx", "2026-05", Row(null, 1, Roads, "区交通运输局", "完成20公里。", true)));

        Assert.Equal("完成20公里。", material.Sections[0].Rows[1].Task.Progress);
        Assert.Contains(material.Notes, note => note.Code == "report-not-used" && note.Message.Contains("完成8公里。", StringComparison.Ordinal));
    }

    [Fact]
    public void A_late_return_fills_what_a_material_shows_as_missing()
    {
        var may = Document("5月材料.docx", "2026-05",
            Row("区长", 1, Schools, "区教育局", "未报送"),
            Row("副区长", 1, Roads, "区交通运输局", "完成20公里。", true));

        var material = Assemble(may, Document("区教育局.docx", "2026-05", Row(null, 1, Schools, "区教育局", "开工2所。", true)));

        Assert.Equal(["开工2所。", "完成20公里。"], material.Rows.Select(row => row.Task.Progress));
        Assert.All(material.Rows, row => Assert.Equal(ReturnState.Received, row.Return));
    }

    [Fact]
    public void Without_any_order_leaders_stand_by_rank_and_tasks_by_number()
    {
        var material = Assemble(
            Document("a.docx", "2026-05", Row("党组成员", 1, "甲事项推进落实到位。", "区供销社", "推进。", true), Row("常务副区长", 2, Roads, "区供销社", "推进。", true)),
            Document("b.docx", "2026-05", Row("常务副区长", 1, Housing, "区住建局", "开工。", true), Row("区长", 1, Schools, "区住建局", "开工。", true)),
            Document("c.docx", "2026-05", Row("常委", 3, "乙事项按期办结。", "区委组织部", "办结。", true)));

        Assert.Equal(["区长", "常务副区长", "常委", "党组成员"], material.Sections.Select(section => section.Leader?.Title));
        Assert.Equal([1, 2], material.Sections[1].Rows.Select(row => row.Task.Number!.Value));
    }

    [Fact]
    public void Two_tasks_of_different_units_that_differ_in_a_figure_stay_two()
    {
        var material = Assemble(
            Document("临江街道.docx", "2026-05", Row(null, 1, "完成农村公路提升改造12公里。", "临江街道", "完成3公里。", true)),
            Document("城东街道.docx", "2026-05", Row(null, 1, "完成农村公路提升改造8公里。", "城东街道", "完成2公里。", true)));

        Assert.Equal([(1, "完成3公里。"), (2, "完成2公里。")], material.Rows.Select(row => (row.Task.Number!.Value, row.Task.Progress!)));
        Assert.Contains(material.Notes, note => note.Code == "renumbered");
    }

    [Fact]
    public void Two_plans_that_disagree_are_refused_by_the_task_they_disagree_on()
    {
        var other = s_plan with { Source = "调整稿.docx", Tasks = [s_plan.Tasks[0], Row("常务副区长", 2, "提升改造农村公路40公里。", "区交通运输局")] };

        var outcome = MaterialAssembly.Assemble([s_plan, other with { Tasks = [.. other.Tasks, Row("区长", 1, Schools, "区教育局 区住建局")] }]);

        Assert.Equal("plans-disagree", outcome.Refusal?.Code);
        Assert.Contains("常务副区长第2项", outcome.Refusal?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_named_plan_holds_whatever_another_says()
    {
        var other = s_plan with { Source = "旧稿.docx", Tasks = [s_plan.Tasks[0], Row("常务副区长", 2, "提升改造农村公路40公里。", "区交通运输局")] };

        var material = MaterialAssembly.Assemble([other], plan: s_plan).Value;

        Assert.Equal(s_plan.Tasks.Select(task => task.Content), material.Rows.Select(row => row.Task.Content));
        Assert.Contains(material.Notes, note => note.Code == "content-differs");
    }

    [Fact]
    public void A_return_without_a_column_of_units_is_its_senders()
    {
        var material = Assemble(
            Document("区府办（金融）.docx", "2026-05", Row("常务副区长", 9, "新增股改企业8家。", "", "新增3家。", true)),
            Document("区经信局.docx", "2026-05", Row("常务副区长", 4, "兑现惠企资金6亿元。", "区经信局", "兑现2亿元。", true)
                with
            { SupportingUnits = [new UnitMention("区府办", "金融")] }));

        Assert.Equal(["区经信局", "区府办（金融）"], material.Rows.Select(row => row.Task.LeadUnits.Names()));
        Assert.Equal("2026年政府工作报告重点工作完成情况（5月）", material.Heading);
    }

    [Fact]
    public void A_column_that_few_returns_have_is_left_out_and_told()
    {
        var material = Assemble(s_plan,
            Document("区住建局.docx", "2026-05", Row(null, 1, Housing, "区住建局", "开工9个。", true) with { Deadline = "2026年10月", OtherColumns = [new OtherColumn("备注", "详见附件")] }));

        Assert.All(material.Rows, row => Assert.Equal((null, 0), (row.Task.Deadline, row.Task.OtherColumns.Count)));
        Assert.Contains(material.Notes, note => note.Code == "columns-left-out" && note.Message.Contains("完成时限（1 项）、备注（1 项）", StringComparison.Ordinal));
    }

    [Fact]
    public void A_task_new_to_the_ledger_takes_its_number_where_that_is_free()
    {
        var plan = s_plan with { Tasks = [s_plan.Tasks[0], s_plan.Tasks[1] with { Number = 3 }] };

        var material = Assemble(plan, Document("区水利局.docx", "2026-05", Row("常务副区长", 2, "除险加固水库4座。", "区水利局", "完成1座。", true)));

        Assert.Equal([Housing, "除险加固水库4座。", Roads], material.Rows.Select(row => row.Task.Content));
    }

    [Fact]
    public void A_ledger_that_counts_anew_in_every_chapter_keeps_its_order()
    {
        var plan = s_plan with { Tasks = [s_plan.Tasks[0], s_plan.Tasks[1], Row("常务副区长", 1, "除险加固水库4座。", "区水利局")] };

        var material = Assemble(plan, Document("区水利局.docx", "2026-05", Row(null, 1, "除险加固水库4座。", "区水利局", "完成1座。", true)));

        Assert.Equal([(1, Housing), (2, Roads), (3, "除险加固水库4座。")], material.Rows.Select(row => (row.Task.Number!.Value, row.Task.Content)));
    }

    [Fact]
    public void Nothing_to_compile_is_refused() =>
        Assert.Equal("no-tasks", MaterialAssembly.Assemble([Document("通知.docx", "2026-05")]).Refusal?.Code);

    [Fact]
    public void A_name_outside_gb2312_is_told()
    {
        var document = Document("5月.docx", "2026-05", Row(null, 1, Roads, "区交通运输局", "完成。", true) with { Leader = new LeaderMention("李镕", "区长") });

        var note = Assert.Single(MaterialAssembly.Assemble([document]).Value.Notes);

        Assert.Equal("rare-character", note.Code);
        Assert.Contains("“镕”", note.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_leader_named_once_with_the_post_is_the_same_as_the_post_alone()
    {
        var named = Row(null, 1, Roads, "区交通运输局") with { Leader = new LeaderMention("张三", "区长") };

        var material = Assemble(Document("分解表.docx", null, named, Row(null, 2, Housing, "区住建局") with { Leader = named.Leader }),
            Document("区住建局.docx", "2026-05", Row("区长", 9, Housing, "区住建局", "开工9个。", true)));

        Assert.Equal("张三区长", Assert.Single(material.Sections).Leader!.Line());
        Assert.Empty(material.Notes);
    }

    private static MeetingMaterial Assemble(params TaskDocument[] documents) => MaterialAssembly.Assemble(documents).Value;
}

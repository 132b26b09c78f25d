using Luoshi.Core.Checks;
using Luoshi.Core.Ledgers;
using Luoshi.Core.Meetings;
using Luoshi.Core.Reading;
using Luoshi.Core.Reporting;

namespace Luoshi.Core.Tests.Meetings;

public sealed class ListingDoubts
{
    [Fact]
    public void Strong_doubts_stand_first_with_arithmetic_and_quotation()
    {
        var sheet = DoubtSheet.Of(Examined(
            Row(1, "改造老旧小区100个。", "已完成47个。", true),
            Row(2, "改造农村公路100公里。", "改造农村公路完成10公里。", true)));

        var lines = Assert.Single(sheet.Sections).Lines;
        Assert.StartsWith("▲", lines[0].Kind, StringComparison.Ordinal);
        Assert.Equal("2", lines[0].Number);
        Assert.Contains("占10.0%", lines[0].Question, StringComparison.Ordinal);
        Assert.Contains("请核实", lines[0].Question, StringComparison.Ordinal);
        Assert.Contains("完成情况：“", lines[0].Quotations, StringComparison.Ordinal);
        Assert.All(lines.SkipWhile(line => line.Kind[0] == '▲'), line => Assert.StartsWith("△", line.Kind, StringComparison.Ordinal));
    }

    [Fact]
    public void A_report_that_did_not_come_is_not_doubted()
    {
        var examined = Examined(Row(1, "改造农村公路100公里。", null, null) with { Return = ReturnState.Missing }, Row(2, "改造农村公路100公里。", "改造农村公路完成10公里。", true));

        Assert.Null(examined.Sections[0].Tasks[0].Check);
        Assert.True(examined.Sections[0].Tasks[1].IsBehind);
        Assert.DoesNotContain(DoubtSheet.Of(examined).Sections.SelectMany(section => section.Lines), line => line.Number == "1");
    }

    [Fact]
    public void Without_a_month_nothing_can_be_judged() =>
        Assert.Equal("period-unknown", MaterialExamination.Examine(Material(Row(1, "改造老旧小区100个。", "已完成47个。", true)) with { Period = null }, [], new CheckSettings()).Refusal?.Code);

    private static MaterialExamination Examined(params MaterialRow[] rows) => MaterialExamination.Examine(Material(rows), [], new CheckSettings()).Value;

    private static MeetingMaterial Material(params MaterialRow[] rows) => new()
    {
        Heading = "2026年政府工作报告重点工作完成情况（6月）",
        Period = new ReportingPeriod(2026, 6),
        Sections = [new LeaderSection(new LeaderMention(null, "副区长"), rows)],
    };

    private static MaterialRow Row(int number, string content, string? progress, bool? met) => new(
        new ReportedTask { Number = number, Content = content, LeadUnits = [new UnitMention("区住建局")], Progress = progress, PlanMet = met },
        ReturnState.Received);
}

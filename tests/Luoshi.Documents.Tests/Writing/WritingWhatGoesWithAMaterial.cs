using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Luoshi.Core.Checks;
using Luoshi.Core.Ledgers;
using Luoshi.Core.Meetings;
using Luoshi.Core.Reading;
using Luoshi.Core.Reporting;
using Luoshi.Documents.Writing;
using Luoshi.Testing;

namespace Luoshi.Documents.Tests.Writing;

public sealed class WritingWhatGoesWithAMaterial
{
    private static readonly Dictionary<string, Func<byte[]>> s_documents = new()
    {
        ["difference"] = () => DifferenceDocx.Write(MaterialDifference.Between(LastMonth, SampleMaterial.May), new MaterialLook()),
        ["leader-pages"] = () => LeaderPagesDocx.Write(Examined, FontSet.Gb2312),
        ["reminders"] = () => RemindersDocx.Write(SampleMaterial.May, UnitReminder.Of(SampleMaterial.May), new DateOnly(2026, 6, 3), FontSet.Gb2312),
        ["circular"] = () => CircularDocx.Write(Examined, FontSet.Gb2312),
    };

    public static TheoryData<string> Names => [.. s_documents.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void It_prints_as_agreed(string name) => Golden.Matches(DocxOutline.Of(s_documents[name]()), name);

    [Theory]
    [MemberData(nameof(Names))]
    public void It_is_valid_and_the_same_every_time(string name)
    {
        var file = s_documents[name]();

        using var document = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);

        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document, TestContext.Current.CancellationToken).Select(error => $"{error.Path?.XPath}: {error.Description}"));
        Assert.Equal(file, s_documents[name]());
    }

    [Fact]
    public void A_circular_neither_ranks_nor_scores_units()
    {
        var outline = DocxOutline.Of(CircularDocx.Write(Examined, FontSet.Gb2312));

        Assert.Contains("（送审稿）", outline, StringComparison.Ordinal);
        Assert.DoesNotContain("排名", outline, StringComparison.Ordinal);
        Assert.DoesNotContain("得分", outline, StringComparison.Ordinal);
    }

    [Fact]
    public void What_does_not_fit_on_a_leaders_page_is_counted()
    {
        var rows = Enumerable.Range(1, 60).Select(i => Row(i, "改造农村公路100公里。", $"改造农村公路完成{i % 9 + 1}公里。")).ToArray();

        var outline = DocxOutline.Of(LeaderPagesDocx.Write(Examine(rows), FontSet.Gb2312));

        var shown = outline.Split('\n').Count(line => line.Contains("| [TableText] 改造农村公路100公里", StringComparison.Ordinal));
        Assert.InRange(shown, 4, 20);
        Assert.Contains($"另有{60 - shown}项，见材料。", outline, StringComparison.Ordinal);
    }

    private static MaterialExamination Examined => Examine(
        Row(1, "改造农村公路100公里。", "改造农村公路完成10公里。"),
        Row(2, "改造老旧小区12个。", "正在征询意见。"),
        Row(3, "新建公办幼儿园3所。", null) with { Return = ReturnState.Missing });

    private static TaskDocument LastMonth => new()
    {
        Source = "4月.docx",
        Period = new ReportingPeriod(2026, 4),
        Tasks =
        [
            SampleMaterial.May.Rows.First().Task,
            SampleMaterial.May.Rows.ElementAt(1).Task with { Progress = "区住建局：已开工6个小区。", PlanMet = true, Shortfall = null },
            new ReportedTask { Leader = new LeaderMention(null, "常务副区长"), Number = 9, Content = "出台要素保障十条。", LeadUnits = [new UnitMention("区府办")], Progress = "已印发。" },
        ],
    };

    private static MaterialExamination Examine(params MaterialRow[] rows) => MaterialExamination.Examine(
        SampleMaterial.May with { Sections = [new LeaderSection(new LeaderMention(null, "副区长"), rows)] }, [], new CheckSettings()).Value;

    private static MaterialRow Row(int number, string content, string? progress) => new(
        new ReportedTask { Leader = new LeaderMention(null, "副区长"), Number = number, Content = content, LeadUnits = [new UnitMention("区交通运输局")], Progress = progress, PlanMet = progress is null ? null : true },
        ReturnState.Received);
}

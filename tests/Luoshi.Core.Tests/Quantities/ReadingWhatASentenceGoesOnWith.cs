using Luoshi.Core.Quantities;

namespace Luoshi.Core.Tests.Quantities;

public sealed class ReadingWhatASentenceGoesOnWith
{
    [Fact]
    public void The_office_that_reports_is_not_what_it_counts() =>
        Assert.All(QuantityReader.Read("区住建局：已完工3个。区教育局：已竣工2所。", LabelledQuantities.Context(QuantityField.Progress)), found => Assert.Null(found.Metric));

    [Fact]
    public void What_a_heading_names_is_what_is_counted_behind_it() =>
        Assert.Equal(["幸福食堂"], QuantityReader.Read("幸福食堂：已建成3个。", LabelledQuantities.Context(QuantityField.Progress)).Select(found => found.Metric));

    [Theory]
    [InlineData("截至6月底，完成投资3.2亿元。整治河道12公里。", "2025-01..2025-06")]
    [InlineData("1—5月，完成投资3.2亿元。整治河道12公里。", "2025-01..2025-05")]
    [InlineData("1—5月，完成投资3.2亿元。推进前期工作。整治河道12公里。", "2025-01..2025-05")]
    public void A_sentence_without_a_date_is_of_the_months_of_the_one_before(string text, string period)
    {
        var last = QuantityReader.Read(text, LabelledQuantities.Context(QuantityField.Progress))[^1];

        Assert.Equal(period, $"{last.From}..{last.To}");
    }

    [Theory]
    [InlineData("1—5月，完成投资3.2亿元。已整治河道12公里。")]
    [InlineData("按照2025年度计划推进。整治河道12公里。")]
    [InlineData("5月，完成投资3.2亿元。整治河道12公里。")]
    [InlineData("2024年，完成投资3.2亿元。整治河道12公里。")]
    [InlineData("1—5月，完成投资3.2亿元。力争整治河道12公里。")]
    [InlineData("1—5月，完成投资3.2亿元\n整治河道12公里。")]
    public void What_is_done_by_now_planned_or_on_another_line_is_not(string text)
    {
        var last = QuantityReader.Read(text, LabelledQuantities.Context(QuantityField.Progress))[^1];

        Assert.Null(last.From);
    }

    [Fact]
    public void An_expectation_at_the_head_of_a_sentence_is_said_of_all_its_parts()
    {
        var found = QuantityReader.Read("预计上半年税收4.2亿元，增长5%；支出6.8亿元。非税收入1.1亿元。", LabelledQuantities.Context(QuantityField.Progress));

        Assert.Equal([true, true, true, false], found.Select(quantity => quantity.Estimated));
    }

    [Fact]
    public void An_expectation_behind_a_figure_is_said_of_its_own_part()
    {
        var found = QuantityReader.Read("上半年种植水稻2.1万亩，产量预计1.2万吨；种植油菜0.8万亩。", LabelledQuantities.Context(QuantityField.Progress));

        Assert.Equal([false, true, false], found.Select(quantity => quantity.Estimated));
    }

    [Fact]
    public void Parts_told_by_another_view_are_of_the_whole_of_the_sentence_before()
    {
        var found = QuantityReader.Read("1—5月，全区投资增长6%。分季度看，一季度增长7%。分领域看，工业投资增长9%。", LabelledQuantities.Context(QuantityField.Progress));

        Assert.Equal(["投资 2025-01..2025-05 全区", "投资 2025-01..2025-03 全区", "工业投资 2025-01..2025-05 全区"], found.Select(quantity => $"{quantity.Metric} {quantity.From}..{quantity.To} {quantity.Scope}"));
    }
}

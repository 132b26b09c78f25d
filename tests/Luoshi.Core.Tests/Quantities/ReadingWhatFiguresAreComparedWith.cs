using Luoshi.Core.Quantities;

namespace Luoshi.Core.Tests.Quantities;

public sealed class ReadingWhatFiguresAreComparedWith
{
    [Theory]
    [InlineData("晚稻面积6.2万亩，比上年6.5万亩减少0.3万亩。", "6.2 Result, 6.5 Baseline, -0.3 Comparison")]
    [InlineData("登记失业率2.6%，比年目标4%低1.4个百分点。", "2.6 Result, 4 Baseline, -1.4 Comparison")]
    [InlineData("工业投资增长7.6%，增幅较1-4月（6.9%）提高0.7个百分点。", "7.6 Result, 0.7 Comparison, 6.9 Baseline")]
    [InlineData("新增绿地42万平方米，超过年度目标12%。", "42 Result, 12 Comparison")]
    [InlineData("登记失业率2.8%，低于3.5%的控制目标。", "2.8 Result, 3.5 Restated")]
    [InlineData("受理案件126件，去年同期为142件。", "126 Result, 142 Baseline")]
    public void What_a_figure_is_compared_with_is_no_result_of_its_own(string text, string expected)
    {
        var found = QuantityReader.Read(text, LabelledQuantities.Context(QuantityField.Progress));

        Assert.Equal(expected, string.Join(", ", found.Select(quantity => $"{quantity.Value} {quantity.Role}")));
    }

    [Fact]
    public void The_growth_of_another_place_in_brackets_is_growth_of_that_place()
    {
        var found = QuantityReader.Read("全区工业投资同比增长7.6%（全市8.1%）。", LabelledQuantities.Context(QuantityField.Progress));

        Assert.Equal([("全区", QuantityKind.Growth), ("全市", QuantityKind.Growth)], found.Select(quantity => (quantity.Scope!, quantity.Kind)));
    }

    [Fact]
    public void Levels_that_several_things_come_from_and_arrive_at_are_of_each_in_turn()
    {
        var found = QuantityReader.Read("将养育补助和护理补助标准分别从1600元、260元提高到1800元、280元。", LabelledQuantities.Context(QuantityField.Content));

        Assert.Equal(["养育补助标准 1600", "护理补助标准 260", "养育补助标准 1800", "护理补助标准 280"], found.Select(quantity => $"{quantity.Metric} {quantity.Value}"));
    }

    [Fact]
    public void Parts_of_a_place_told_in_turn_keep_their_turn_in_the_next_clause()
    {
        var found = QuantityReader.Read("江南片区、城北片区分别签约86户、64户，签约率分别为95%、91%。", LabelledQuantities.Context(QuantityField.Progress));

        Assert.Equal(["江南片区", "城北片区", "江南片区", "城北片区"], found.Select(quantity => quantity.Scope));
    }
}

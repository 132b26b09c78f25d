using Luoshi.Core.Quantities;

namespace Luoshi.Core.Tests.Quantities;

public sealed class ReadingBrokenAndSpokenFigures
{
    [Theory]
    [InlineData("全年累计完成固定资产投资12.\n5亿元。", "12.\n5亿元", 12.5, "固定资产投资")]
    [InlineData("全年累计新增规模以上工业企业1\n2家。", "1\n2家", 12, "规模以上工业企业")]
    [InlineData("全区规上工业增加值同比增\n长7.2%。", "7.2%", 7.2, "规上工业增加值")]
    public void A_figure_or_its_word_broken_over_two_lines_is_read_as_one(string text, string written, double value, string metric)
    {
        var found = Assert.Single(QuantityReader.Read(text, LabelledQuantities.Context(QuantityField.Progress)));

        Assert.Equal((written, (decimal?)value, metric), (found.ValueSpan.Of(text), found.Value, found.Metric));
    }

    [Theory]
    [InlineData("今年共完成下列各项重点工作\n1.新建学校5所")]
    [InlineData("附表\n5所学校已开工建设")]
    public void A_line_of_its_own_stays_one(string text)
    {
        var found = QuantityReader.Read(text, LabelledQuantities.Context(QuantityField.Progress));

        Assert.Equal([5], found.Select(quantity => quantity.Value));
    }

    [Theory]
    [InlineData("到位资金3.2个亿。", 320_000_000, "元")]
    [InlineData("新增2个亿元以上项目。", 2, "个")]
    [InlineData("解决30万农村人口饮水安全问题。", 300_000, "人")]
    [InlineData("新增就业１２，３４５人。", 12_345, "人")]
    public void What_is_spoken_or_written_wide_has_its_value(string text, double value, string unit)
    {
        var found = Assert.Single(QuantityReader.Read(text, LabelledQuantities.Context(QuantityField.Progress)));

        Assert.Equal(((decimal?)value, unit), (found.BaseValue, found.BaseUnit));
    }

    [Fact]
    public void A_bound_before_a_number_of_things_describes_them()
    {
        var found = QuantityReader.Read("新招引项目14个，其中10亿元以上3个。", LabelledQuantities.Context(QuantityField.Content));

        Assert.Equal([("项目", 14m), ("10亿元以上项目", 3m)], found.Select(quantity => (quantity.Metric!, quantity.Value!.Value)));
    }
}

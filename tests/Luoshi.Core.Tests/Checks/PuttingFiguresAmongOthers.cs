using Luoshi.Core.Checks.Figures;
using Luoshi.Core.Quantities;

namespace Luoshi.Core.Tests.Checks;

/// <summary>全部完成 and 翻番 become figures among those that were read.</summary>
public sealed class PuttingFiguresAmongOthers
{
    [Fact]
    public void A_part_still_points_to_its_whole()
    {
        const string Text = "危房改造任务已全部完成。累计建成停车位420个，其中镇区300个、乡村120个。";
        var read = QuantityReader.Read(Text, new QuantityContext { Field = QuantityField.Progress, AsOf = new(2025, 6) });
        var share = read[0] with { ValueSpan = new TextSpan(7, 4), Value = 100, WholeIndex = null };

        var figures = ReadFigures.With(read, [share]);

        Assert.Equal([100m, 420m, 300m, 120m], figures.Select(figure => figure.Value));
        Assert.Equal([null, 420m, 420m], figures.Skip(1).Select(figure => figure.WholeIndex is { } whole ? figures[whole].Value : null));
    }
}

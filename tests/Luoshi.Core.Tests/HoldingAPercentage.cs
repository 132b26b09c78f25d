using CsCheck;

namespace Luoshi.Core.Tests;

public sealed class HoldingAPercentage
{
    [Theory]
    [InlineData(8, 12, "66.67%")]
    [InlineData(1, 4, "25%")]
    [InlineData(5, 4, "125%")]
    [InlineData(-1, 8, "-12.5%")]
    [InlineData(0, 3, "0%")]
    public void A_share_is_exact_to_a_hundredth_of_a_percent(int part, int whole, string text)
    {
        Assert.Equal(text, Percentage.Share(part, whole).ToString());
    }

    [Fact]
    public void Percentages_are_ordered_as_their_figures() => Gen.Select(Gen.Int, Gen.Int).Sample((left, right) =>
    {
        var (smaller, larger) = (new Percentage(Math.Min(left, right)), new Percentage(Math.Max(left, right)));

        Assert.True(smaller <= larger && larger >= smaller);
        Assert.Equal(left != right, smaller < larger && larger > smaller);
    });

    [Fact]
    public void Shares_of_any_parts_sum_to_100_percent_and_none_is_off_by_a_hundredth() => Gen.Int[0, int.MaxValue].Array[1, 12].Where(parts => parts.Any(part => part > 0)).Sample(parts =>
    {
        var shares = Percentage.Shares(parts);

        var sum = parts.Sum(part => (decimal)part);
        Assert.Equal(10_000, shares.Sum(share => share.BasisPoints));
        Assert.All(shares.Zip(parts), pair => Assert.True(Math.Abs(pair.First.BasisPoints - 10_000m * pair.Second / sum) < 1));
    });

    [Fact]
    public void Nothing_has_no_shares()
    {
        Assert.Throws<DivideByZeroException>(() => Percentage.Shares(0, 0, 0));
        Assert.Throws<DivideByZeroException>(() => Percentage.Share(1, 0));
    }
}

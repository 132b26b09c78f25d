using Luoshi.Core.Quantities;

namespace Luoshi.Core.Checks.Figures;

/// <summary>力争增长6.5%、确保6%: two tiers of one promise, of which the second does not say again that something is to grow.</summary>
internal static class Tiers
{
    private static readonly WordFinder Words = new("确保 力争 争取 奋力 冲刺 不低于 保底 挑战");

    /// <summary>The promises with such second tiers as growth.</summary>
    public static IReadOnlyList<Quantity> AsGrowth(string text, IReadOnlyList<Quantity> read)
    {
        var tiers = new HashSet<Quantity>(ReferenceEqualityComparer.Instance);
        for (var at = 1; at < read.Count; at++)
        {
            var tier = read[at];
            if (tier is { Kind: QuantityKind.Ratio, BaseUnit: "%", Metric: { } name } && read[at - 1] is { Kind: QuantityKind.Growth, BaseUnit: "%" } first && first.MetricKey == tier.MetricKey
                && !tier.Span.Of(text).Contains(name, StringComparison.Ordinal) && Words.Find(text, TextSpan.Between(first.ValueSpan.End, tier.ValueSpan.Start)) is not null)
            {
                tiers.Add(tier);
            }
        }

        return ReadFigures.Changed(read, quantity => tiers.Contains(quantity) ? quantity with { Kind = QuantityKind.Growth } : null);
    }
}

using Luoshi.Core.Quantities;

namespace Luoshi.Core.Checks.Figures;

/// <summary>企业开办时间压减至0.5个工作日: what is to be brought down to a level is kept under it.</summary>
internal static class Shortened
{
    private const int Before = 3;

    private static readonly WordFinder Down = new("压减 压缩 缩短 降低 降至 降到 减少 压降 下降");

    /// <summary>The promised levels with those as upper bounds that the task brings down to them.</summary>
    public static IReadOnlyList<Quantity> AsBounds(string text, IReadOnlyList<Quantity> read) => ReadFigures.Changed(
        read,
        level => level is { Kind: QuantityKind.Level or QuantityKind.Ratio, Comparator: Comparator.AtLeast or Comparator.Equal } && Clauses.Around(text, level.ValueSpan) is var clause && Down.Find(text, TextSpan.Between(clause.Start, Math.Max(clause.Start, level.ValueSpan.Start))) is { } verb
                && text.AsSpan(Math.Max(verb.Start, level.ValueSpan.Start - Before), level.ValueSpan.Start - Math.Max(verb.Start, level.ValueSpan.Start - Before)).IndexOfAny('至', '到') >= 0
            ? level with { Comparator = Comparator.AtMost }
            : null);
}

using Luoshi.Core.Quantities;

namespace Luoshi.Core.Checks.Figures;

/// <summary>50个重点项目完成投资17.68亿元: the money is what is promised, and the number in front of it says of which projects.</summary>
internal static class SetsOfThings
{
    /// <summary>Whether the figure only counts the things of which the one right behind it is promised.</summary>
    public static bool Is(string text, IReadOnlyList<Quantity> read, Quantity set) =>
        set is { Kind: QuantityKind.Count, Stage: null, Metric: { Length: > 1 } name } && read.FirstOrDefault(next => next.Span.Start >= set.Span.End) is { BaseUnit: "元", Scope: { } scope } money
            && scope == name && Clauses.Around(text, set.Span).Contains(money.ValueSpan);
}

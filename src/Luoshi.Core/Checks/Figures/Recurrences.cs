using Luoshi.Core.Quantities;

namespace Luoshi.Core.Checks.Figures;

/// <summary>每季度检查1次: a number that is promised anew every quarter, month or week.</summary>
internal static class Recurrences
{
    private static readonly (string Words, int Times)[] Known =
    [
        ("每季度", 4), ("每季", 4), ("每个季度", 4), ("每月", 12), ("每个月", 12), ("每半年", 2), ("每两个月", 6), ("每两月", 6), ("每周", 52), ("每旬", 36), ("每半月", 24),
    ];

    private const int Farthest = 20;

    /// <summary>The figures with 河道巡查每周开展 named 河道巡查.</summary>
    public static IReadOnlyList<Quantity> Named(IReadOnlyList<Quantity> read) => ReadFigures.Changed(
        read,
        quantity => quantity.Metric is { } metric && metric.IndexOf('每', StringComparison.Ordinal) is > 1 and var cut && Array.Exists(Known, known => metric.AsSpan(cut).StartsWith(known.Words, StringComparison.Ordinal))
            ? quantity with { Metric = metric[..cut], MetricKey = MetricNames.Key(metric[..cut]) }
            : null);

    /// <summary>How many times a year the number is promised; null where it is promised once.</summary>
    public static int? Of(string text, Quantity quantity)
    {
        if (!Kinds.IsVolume(quantity) || text.IndexOf('每', StringComparison.Ordinal) < 0)
        {
            return null;
        }

        var clause = Clauses.Around(text, quantity.ValueSpan);
        var start = Math.Max(clause.Start, quantity.ValueSpan.Start - Farthest);
        var before = text.AsSpan(start, Math.Max(0, quantity.ValueSpan.Start - start));
        foreach (var (words, times) in Known)
        {
            if (before.Contains(words, StringComparison.Ordinal))
            {
                return times;
            }
        }

        return null;
    }
}

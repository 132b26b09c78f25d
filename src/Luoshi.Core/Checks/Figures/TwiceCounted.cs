using Luoshi.Core.Quantities;

namespace Luoshi.Core.Checks.Figures;

/// <summary>已开工2个项目、432套: one work counted twice. What is said of the first number holds for the second, and a promise made in the second one's unit is answered by that.</summary>
internal static class TwiceCounted
{
    /// <summary>The figures with those that only count the one before them in another unit told in its verb.</summary>
    public static IReadOnlyList<Quantity> Told(string progress, IReadOnlyList<Quantity> read)
    {
        var changed = read;
        for (var at = 1; at < read.Count; at++)
        {
            if (read[at] is { Stage: null, MetricKey: "" } second && read[at - 1] is { Stage: { } verb } first && AreOfOne(progress, first, second))
            {
                changed = ReadFigures.Changed(changed, quantity => ReferenceEquals(quantity, second) ? quantity with { Stage = verb } : null);
            }
        }

        return changed;
    }

    /// <summary>Whether the reading's own work is counted right behind it in the unit that is asked for.</summary>
    public static bool InTheUnitAsked(CheckedRow row, IReadOnlyList<StatedQuantity> readings, Quantity target, int index) =>
        readings[index].Quantity is var first && first.BaseUnit != target.BaseUnit && index + 1 < readings.Count && readings[index + 1].Quantity is { MetricKey: "" } second && second.BaseUnit == target.BaseUnit && AreOfOne(row.Progress, first, second);

    private static bool AreOfOne(string text, Quantity first, Quantity second)
    {
        const int Nearest = 4;
        return first.Kind == QuantityKind.Count && second.Kind == QuantityKind.Count && first.BaseUnit != second.BaseUnit && second.ValueSpan.Start - first.ValueSpan.End is > 0 and <= Nearest + Nearest
            && text[first.ValueSpan.End..second.ValueSpan.Start] is var between && between.IndexOf('、', StringComparison.Ordinal) is >= 0 and var mark && between[(mark + 1)..] is "" or "共" or "共计" && mark <= Nearest;
    }
}

using Luoshi.Core.Quantities;

namespace Luoshi.Core.Checks;

/// <summary>两项筛查率均为99.26%: a rate told with 均 answers every promise of its sort that nothing else answers.</summary>
internal static class SharedAnswers
{
    private const int LastWord = 2;

    private static readonly string[] Each = ["均为", "均达", "均达到", "均超过", "均在", "均", "都为", "都达到", "分别均为"];

    /// <summary>The reading as the target's; null where none is told of each, or its name has nothing of the target's.</summary>
    public static Pair? Of(CheckedRow row, IReadOnlyList<StatedQuantity> readings, int asked)
    {
        var target = row.Targets[asked].Quantity;
        if (target.Kind is not (QuantityKind.Ratio or QuantityKind.Growth) || row.Targets.Count(other => other.Quantity.Kind == target.Kind && other.Quantity.BaseUnit == target.BaseUnit) < 2)
        {
            return null;
        }

        for (var at = 0; at < readings.Count; at++)
        {
            if (readings[at].Quantity is var reading && reading.Kind == target.Kind && reading.BaseUnit == target.BaseUnit && Array.Exists(Each, word => row.Progress.AsSpan(0, reading.ValueSpan.Start).EndsWith(word))
                && (reading.MetricKey.Length == 0 || (target.MetricKey.Length > LastWord && reading.MetricKey.EndsWith(target.MetricKey[^LastWord..], StringComparison.Ordinal))))
            {
                return new Pair(asked, at, Obstacle.None, null);
            }
        }

        return null;
    }
}

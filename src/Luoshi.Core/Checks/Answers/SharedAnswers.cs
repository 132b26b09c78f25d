using Luoshi.Core.Quantities;

namespace Luoshi.Core.Checks.Answers;

/// <summary>两项筛查率均为99.26%: a rate told with 均 answers every promise of its sort that nothing else answers; 两项补贴标准分别提高到92元、105元 answers each in its turn.</summary>
internal static class SharedAnswers
{
    private const int LastWord = 2;

    private static readonly string[] Each = ["均为", "均达", "均达到", "均超过", "均在", "均", "都为", "都达到", "分别均为"];

    /// <summary>The reading as the target's; null where none is told of each, or its name has nothing of the target's.</summary>
    public static Pair? Of(CheckedRow row, IReadOnlyList<StatedQuantity> readings, int asked)
    {
        var target = row.Targets[asked].Quantity;
        if (InTurn(row, readings, asked) is { } own)
        {
            return new Pair(asked, own, Obstacle.None, null);
        }

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

    /// <summary>As many figures of one name as the name itself says, for as many promises that end in it: the first is of the first.</summary>
    private static int? InTurn(CheckedRow row, IReadOnlyList<StatedQuantity> readings, int asked)
    {
        var target = row.Targets[asked].Quantity;
        for (var first = 0; first < readings.Count; first++)
        {
            if (Several(readings[first].Quantity.MetricKey) is not var (count, name) || !IsPromised(target))
            {
                continue;
            }

            var told = readings.Count(other => other.Quantity.Kind == readings[first].Quantity.Kind && other.Quantity.MetricKey == readings[first].Quantity.MetricKey && other.Quantity.BaseUnit == target.BaseUnit);
            var turn = row.Targets.Take(asked).Count(other => IsPromised(other.Quantity));
            return told == count && row.Targets.Count(other => IsPromised(other.Quantity)) == count ? first + turn : null;

            bool IsPromised(Quantity promise) => Kinds.Comparable(promise, readings[first].Quantity) && promise.BaseUnit == readings[first].Quantity.BaseUnit && (promise.MetricKey.EndsWith(name, StringComparison.Ordinal) || (name.EndsWith("标准", StringComparison.Ordinal) && promise.MetricKey.EndsWith(name[..^LastWord], StringComparison.Ordinal)));
        }

        return null;
    }

    /// <summary>2 and 补贴标准 of 两项补贴标准; null for any other name.</summary>
    private static (int Count, string Name)? Several(string name)
    {
        const int Counted = 2;
        return name.Length < Counted + LastWord || name[1] is not ('项' or '类') ? null : name[0] switch
        {
            '两' or '二' => (2, name[Counted..]),
            '三' => (3, name[Counted..]),
            '四' => (4, name[Counted..]),
            _ => null,
        };
    }
}

using Luoshi.Core.Checks.Names;
using Luoshi.Core.Quantities;

namespace Luoshi.Core.Checks.Answers;

/// <summary>实验学校新增学位1620个、小学分校新增学位540个 for 学位3600个: what is told of one place after the other is counted together.</summary>
internal static class SitedParts
{
    private const int LastWord = 2;

    /// <summary>The readings by their index that tell the target place by place; null where the text does not list them, and nothing else of the unit, in one sentence.</summary>
    public static List<int>? Of(CheckedRow row, IReadOnlyList<StatedQuantity> readings, Quantity target)
    {
        if (target.MetricKey.Length < LastWord || readings.Count < 2 || row.Targets.Count(other => other.Quantity.BaseUnit == target.BaseUnit && other.Quantity.MetricKey.EndsWith(target.MetricKey[^LastWord..], StringComparison.Ordinal)) != 1)
        {
            return null;
        }

        var parts = Enumerable.Range(0, readings.Count).Where(i => readings[i].Quantity is { WholeIndex: null } part && part.Kind == target.Kind && part.BaseUnit == target.BaseUnit && part.MetricKey.EndsWith(target.MetricKey[^LastWord..], StringComparison.Ordinal)).ToList();
        if (parts.Count < 2 || parts.Exists(part => Contrasts.Differ(target.MetricKey, readings[part].Quantity.MetricKey)) || !parts.TrueForAll(part => Numbers.CanBeAdded(readings[part].Quantity.BaseValue) && Stages.Of(row.Progress, readings[part].Quantity).Stage is Stage.Finished or Stage.Unknown))
        {
            return null;
        }

        for (var at = 1; at < parts.Count; at++)
        {
            var (before, part) = (readings[parts[at - 1]].Quantity, readings[parts[at]].Quantity);
            var between = row.Progress.AsSpan(before.ValueSpan.End, Math.Max(0, part.ValueSpan.Start - before.ValueSpan.End));
            if (between.Length == 0 || between[0] != '、' || between.ContainsAny("，。；,;") || (part.Scope ?? part.MetricKey) == (before.Scope ?? before.MetricKey))
            {
                return null;
            }
        }

        return parts;
    }
}

using Luoshi.Core.Quantities;

namespace Luoshi.Core.Checks.Names;

/// <summary>已完成新增造林387亩 for 绿化面积387亩: the very number that was promised, told as done, and nothing else in its unit in promise or progress.</summary>
internal static class VeryNumbers
{
    // 2个 may be of anything.
    private const int FewestTelling = 10;

    public static bool Tell(CheckedRow row, IReadOnlyList<StatedQuantity> readings, Quantity target, Quantity reading) =>
        Kinds.IsVolume(target) && target.Kind == reading.Kind && target.BaseUnit == reading.BaseUnit && target.BaseValue == reading.BaseValue && target.BaseValue >= FewestTelling
            && row.Targets.Count(other => Kinds.Comparable(other.Quantity, reading)) == 1 && readings.Count(other => other.Quantity.BaseUnit == reading.BaseUnit) == 1
            && Stages.StepIn(reading.MetricKey) is null && Clauses.Around(row.Progress, reading.Span).Of(row.Progress).Contains("已完成", StringComparison.Ordinal) && Stages.Of(row.Progress, reading).Stage == Stage.Finished;
}

using Luoshi.Core.Checks.Names;
using Luoshi.Core.Quantities;

namespace Luoshi.Core.Checks.Answers;

/// <summary>新增11条，优化13条，合计24条: a total that the text adds up itself answers before its parts.</summary>
internal static class ToldTotals
{
    private const int Before = 4;

    private const decimal NearlyAll = 0.1m;

    private static readonly WordFinder Total = new("合计 共计 总计 共");

    /// <summary>The reading, by its index, that adds up this one and what stands between; null where there is none.</summary>
    public static int? Above(CheckedRow row, IReadOnlyList<StatedQuantity> readings, int part)
    {
        for (var at = part + 1; at < readings.Count; at++)
        {
            if (Parts(row, readings, at) is { } parts && parts.Contains(part))
            {
                return at;
            }
        }

        return null;
    }

    /// <summary>人工造林0.88万亩、退化林修复1.16万亩，合计2.04万亩, where 人工造林 is asked for beside others in its unit: the part is the answer under its own name.</summary>
    public static bool IsAskedItself(CheckedRow row, Quantity part, int at) =>
        part.MetricKey.Length > 1 && part.MetricKey == row.Targets[at].Quantity.MetricKey && row.Targets.Any(other => other.Quantity.BaseUnit == part.BaseUnit && other.Quantity.MetricKey != part.MetricKey);

    /// <summary>小麦18万亩，早稻6万亩，合计24万亩, where the grain is asked for: whether the figure adds up kinds of what the target names.</summary>
    public static bool IsOfKinds(CheckedRow row, IReadOnlyList<StatedQuantity> readings, int index, Quantity target) =>
        target.BaseUnit == readings[index].Quantity.BaseUnit && Parts(row, readings, index) is { } parts
            && parts.Exists(part => readings[part].Quantity.MetricKey is var kind && (Classes.IsMember(kind, target.MetricKey) || Topics.Share(kind, target.MetricKey)));

    /// <summary>云溪镇5200亩，石桥镇4600亩，合计9800亩, where nothing else is promised in the unit: the reading, by its index, that adds up what is told; null where there is none or more than one.</summary>
    public static int? Only(CheckedRow row, IReadOnlyList<StatedQuantity> readings, Quantity target)
    {
        var totals = Enumerable.Range(0, readings.Count).Where(at => readings[at].Quantity is var total && total.Kind == target.Kind && total.BaseUnit == target.BaseUnit && Parts(row, readings, at) is not null).Take(2).ToList();
        return totals is [var only] ? only : null;
    }

    /// <summary>The figures right before a total, two or more, that make it up, or nearly do: that it is added up wrongly makes it no less a total.</summary>
    private static List<int>? Parts(CheckedRow row, IReadOnlyList<StatedQuantity> readings, int at)
    {
        var total = readings[at].Quantity;
        if (!Kinds.IsVolume(total) || !Numbers.CanBeAdded(total.BaseValue) || Total.Find(row.Progress, TextSpan.Between(Math.Max(0, total.ValueSpan.Start - Before), total.ValueSpan.Start)) is null)
        {
            return null;
        }

        var sentence = Clauses.SentenceAround(row.Progress, total.ValueSpan);
        var parts = new List<int>();
        var left = total.BaseValue!.Value;
        for (var i = at - 1; i >= 0 && left != 0 && sentence.Contains(readings[i].Quantity.ValueSpan); i--)
        {
            if (readings[i].Quantity is var part && part.Kind == total.Kind && part.BaseUnit == total.BaseUnit && Numbers.CanBeAdded(part.BaseValue))
            {
                parts.Add(i);
                left -= part.BaseValue!.Value;
            }
        }

        return Math.Abs(left) <= NearlyAll * total.BaseValue!.Value && parts.Count > 1 ? parts : null;
    }
}

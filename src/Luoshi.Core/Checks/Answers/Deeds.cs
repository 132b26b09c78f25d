using Luoshi.Core.Checks.Names;
using Luoshi.Core.Quantities;

namespace Luoshi.Core.Checks.Answers;

/// <summary>新建7个、提升6个 answer 新建、提升20个: what is promised of several deeds together is told of each.</summary>
internal static class Deeds
{
    private const int Farthest = 14;

    private static readonly string[] Verbs = ["新建", "改建", "扩建", "改扩建", "提升", "改造", "修缮", "维修", "续建", "加固", "更新", "修复", "新增", "建设", "整治", "完善"];

    // 新改建线路85公里 names 新建 and 改建 in one word, and what is 改造 is 改建.
    private static readonly string[] Together = ["新改建", "新改扩建", "新（改）建", "新(改)建", "新（改、扩）建", "新(改、扩)建", "新建改建", "新建改造"];

    private static readonly string[] InOne = ["新建", "改建", "扩建", "改造"];

    /// <summary>The readings by their index that together answer the target; null where it asks for one deed, or each deed is not told by itself.</summary>
    public static List<int>? Parts(CheckedRow row, IReadOnlyList<StatedQuantity> readings, int at)
    {
        var (target, source) = (row.Targets[at].Quantity, row.Targets[at].Source);
        if (readings.Count < 2 || source.Field != "content" || !Kinds.IsVolume(target) || Asked(row.Content, target.ValueSpan) is not { Count: > 1 } asked)
        {
            return null;
        }

        var told = new Dictionary<string, int>();
        for (var i = 0; i < readings.Count; i++)
        {
            var reading = readings[i].Quantity;
            if (reading.Kind != target.Kind || reading.BaseUnit != target.BaseUnit || !Numbers.CanBeAdded(reading.BaseValue) || reading.Stage is not { } verb || !asked.Exists(word => verb.Contains(word, StringComparison.Ordinal)))
            {
                continue;
            }

            if (reading.WholeIndex is not null || !told.TryAdd(verb, i) || !AreOfOne(readings[told.Values.First()].Quantity, reading) || Stages.Of(row.Progress, reading).Stage is not (Stage.Finished or Stage.Unknown))
            {
                return null;
            }
        }

        return told.Count > 1 ? [.. told.Values] : null;
    }

    /// <summary>Whether both are of the same things, or neither says of which: 新建7个、提升6个.</summary>
    private static bool AreOfOne(Quantity first, Quantity other) =>
        first.MetricKey == other.MetricKey || MetricMatch.Best(first.MetricKey, other.MetricKey) >= MetricMatch.Enough;

    private static bool IsTogether(ReadOnlySpan<char> words)
    {
        foreach (var word in Together)
        {
            if (words.Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The verbs of a list in front of the number: 新建、提升 of 新建、提升文化礼堂20个.</summary>
    private static List<string> Asked(string content, TextSpan value)
    {
        var clause = Clauses.Around(content, value);
        var start = Math.Max(clause.Start, value.Start - Farthest);
        var words = content.AsSpan(start, Math.Max(0, value.Start - start));
        var found = new List<string>();
        foreach (var verb in Verbs)
        {
            var at = words.IndexOf(verb, StringComparison.Ordinal);
            if (at >= 0 && words[..at].IndexOfAnyInRange('0', '9') < 0)
            {
                found.Add(verb);
            }
        }

        if (IsTogether(words))
        {
            found.AddRange(InOne.Except(found));
        }

        return found;
    }
}

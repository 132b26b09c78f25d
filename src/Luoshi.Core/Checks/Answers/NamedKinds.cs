using Luoshi.Core.Checks.Names;
using Luoshi.Core.Quantities;

namespace Luoshi.Core.Checks.Answers;

/// <summary>建成“青年之家”4处、“童享空间”2处 for 建成活动阵地8处: a list behind the target's own verb, of kinds that no dictionary knows.</summary>
internal static class NamedKinds
{
    private const int FewestParts = 2;

    private static readonly string[] Building = ["建设", "建成", "新建", "打造"];

    private const int FewestOfAWord = 4;

    // What is so many times the target counts something else.
    private const double Farthest = 1.5;

    /// <summary>The readings by their index that are likely the target's kinds; null where the text does not list them alone in its unit.</summary>
    public static List<int>? Listed(CheckedRow row, IReadOnlyList<StatedQuantity> readings, Quantity target) =>
        target.Stage is not null && row.Targets.Count(other => other.Quantity.BaseUnit == target.BaseUnit && Kinds.IsVolume(other.Quantity)) == 1
            && OfUnit(readings, target) is { Count: >= FewestParts } parts && IsListBehindTheVerb(row, readings, parts, target) ? parts : null;

    /// <summary>充电站19座、换电站3座 for 充换电站30座: each is a part of the one word, and together they are all of it.</summary>
    public static List<int>? Compound(IReadOnlyList<StatedQuantity> readings, Quantity target)
    {
        var parts = target.MetricKey.Length < FewestOfAWord ? [] : OfUnit(readings, target).FindAll(part => readings[part].Quantity.MetricKey is { Length: > 2 } name && name.Length < target.MetricKey.Length && name[^1] == target.MetricKey[^1] && MetricMatch.IsWithin(name, target.MetricKey));
        if (parts.Count < FewestParts)
        {
            // 校长27人、教师138人 for 校长教师260人.
            parts = OfUnit(readings, target).FindAll(part => readings[part].Quantity.MetricKey is { Length: > 1 } name && target.MetricKey.Contains(name, StringComparison.Ordinal));
            parts = string.Concat(parts.Select(part => readings[part].Quantity.MetricKey)) == target.MetricKey ? parts : [];
        }

        return parts.Count >= FewestParts && AreAllOf(parts.ConvertAll(part => readings[part].Quantity.MetricKey), target.MetricKey) && parts.TrueForAll(part => CanBeCounted(readings[part].Quantity))
            // 城中村签约412户，拆除危旧房161户: two steps of one work are no sum.
            && parts.Select(part => Stages.Phase(readings[part].Quantity)).Distinct().Count() == 1 ? parts : null;
    }

    /// <summary>工友驿站、司机之家等12处: the list of the target goes on, and whatever is listed for it is of it.</summary>
    public static bool IsOpen(CheckedRow row, StatedQuantity target) =>
        target.Source.Field == "content" && target.Quantity.Metric?.Contains('、', StringComparison.Ordinal) == true && row.Content.AsSpan(0, target.Quantity.ValueSpan.Start).EndsWith('等');

    private static List<int> OfUnit(IReadOnlyList<StatedQuantity> readings, Quantity target) =>
        [.. Enumerable.Range(0, readings.Count).Where(i => readings[i].Quantity.BaseUnit == target.BaseUnit && readings[i].Quantity.Kind == target.Kind)];

    private static bool AreAllOf(List<string> names, string word) => names.Distinct().Count() == names.Count && word.Count(character => names.Exists(name => name.Contains(character, StringComparison.Ordinal))) * 4 >= word.Length * 3;

    private static bool IsListBehindTheVerb(CheckedRow row, IReadOnlyList<StatedQuantity> readings, List<int> parts, Quantity target)
    {
        var first = readings[parts[0]].Quantity;
        if (!(first.Stage == target.Stage || (first.Stage is { } verb && Array.IndexOf(Building, verb) >= 0 && Array.IndexOf(Building, target.Stage) >= 0)) || parts[^1] - parts[0] != parts.Count - 1)
        {
            return false;
        }

        for (var at = 1; at < parts.Count; at++)
        {
            var (before, part) = (readings[parts[at - 1]].Quantity, readings[parts[at]].Quantity);
            if (!CanBeCounted(part) || part.Span.Start - before.Span.End != 1 || row.Progress[before.Span.End] != '、' || (part.Stage is not null && part.Stage != target.Stage))
            {
                return false;
            }
        }

        return CanBeCounted(first) && parts.Sum(part => (double)readings[part].Quantity.BaseValue!.Value) <= Farthest * (double)(target.BaseValue ?? 0);
    }

    private static bool CanBeCounted(Quantity part) => part.WholeIndex is null && part.MetricKey.Length > 1 && Numbers.CanBeAdded(part.BaseValue);
}

using Luoshi.Core.Quantities;

namespace Luoshi.Core.Checks.Answers;

/// <summary>Answers a target with several figures of the progress together, in the one of the ways to add them up that fits first.</summary>
internal static class AddedFigures
{
    /// <summary>The comparisons, with those that figures added up answer.</summary>
    public static List<Comparison> Answered(CheckedRow row, IReadOnlyList<StatedQuantity> readings, List<Comparison> comparisons, Func<int, Quantity, Comparison> compare)
    {
        for (var at = 0; at < comparisons.Count; at++)
        {
            if (Kinds.IsVolume(row.Targets[at].Quantity) && !Apiece.IsAskedOfEach(row.Content, row.Targets[at].Quantity))
            {
                comparisons[at] = OfEach(row, readings, comparisons[at], at, compare) ?? ByName(row, comparisons[at], at, compare) ?? Likely(row, readings, comparisons[at], at, compare) ?? (Plain(row, readings, comparisons[at], at) is { } parts ? Together(readings, parts, at, compare) : comparisons[at]);
            }
        }

        return comparisons;
    }

    /// <summary>三个镇各建成1个: so many times what is told of each; it may only speak for the row, as more may be told beside it.</summary>
    private static Comparison? OfEach(CheckedRow row, IReadOnlyList<StatedQuantity> readings, Comparison alone, int at, Func<int, Quantity, Comparison> compare) =>
        alone.Reading is { } index && readings[index].Quantity is { Value: { } value, BaseValue: { } baseValue } each && Numbers.CanBeAdded(baseValue) && Apiece.Times(row.Progress, each) is { } times && alone.Rule is not (ComparisonRule.OtherStage or ComparisonRule.OtherPeriod)
            ? compare(at, each with { Value = value * times, BaseValue = baseValue * times, Scope = null }) is { Verdict: not Verdict.Behind } all ? all with { Reading = index, Reason = $"{all.Reason}（{times}处各{Numbers.Text(each)}）" } : null
            : null;

    /// <summary>建成实验小学、第三中学: as many as are named, which may only speak for the row.</summary>
    private static Comparison? ByName(CheckedRow row, Comparison alone, int at, Func<int, Quantity, Comparison> compare)
    {
        if (alone.Verdict != Verdict.NoNumber || WorksByName.Of(row, row.Targets[at].Quantity) is not { Count: > 0 } names)
        {
            return null;
        }

        var told = compare(at, row.Targets[at].Quantity with { Value = names.Count, BaseValue = names.Count, Scope = null, From = null, To = null });
        return told.Verdict == Verdict.Behind ? null : told with { Reason = $"{told.Reason}（{string.Join('、', names)}）" };
    }

    // What is likely only may speak for a row, and never against it.
    private static Comparison? Likely(CheckedRow row, IReadOnlyList<StatedQuantity> readings, Comparison alone, int at, Func<int, Quantity, Comparison> compare)
    {
        var target = row.Targets[at];
        var listed = alone.Verdict == Verdict.NoNumber || NamedKinds.IsOpen(row, target) ? NamedKinds.Listed(row, readings, target.Quantity) : null;
        if (Speaking(listed) is { } kinds)
        {
            return kinds;
        }

        return alone.Verdict is Verdict.Behind or Verdict.NoNumber && alone.Rule is ComparisonRule.VolumeAgainstTime or ComparisonRule.NoFigure ? Speaking(SitedParts.Of(row, readings, target.Quantity)) : null;

        Comparison? Speaking(List<int>? parts) => parts is not null && (IsOfBoth(target.Quantity) ? Fewest(readings, parts, at, compare) : Together(readings, parts, at, compare)) is { Verdict: not Verdict.Behind } likely ? likely : null;
    }

    /// <summary>“两癌”检查: whoever is counted has had both.</summary>
    private static bool IsOfBoth(Quantity target) => target.BaseUnit == "人" && target.MetricKey.Contains('两');

    /// <summary>宫颈癌检查8236人、乳腺癌检查8119人: no more than the fewer of them have had both.</summary>
    private static Comparison Fewest(IReadOnlyList<StatedQuantity> readings, List<int> parts, int at, Func<int, Quantity, Comparison> compare)
    {
        var fewest = parts.MinBy(part => readings[part].Quantity.BaseValue);
        return compare(at, readings[fewest].Quantity with { Scope = null }) with { Reading = fewest };
    }

    /// <summary>The figures that the text itself says are the target's; null where it says so of none.</summary>
    private static List<int>? Plain(CheckedRow row, IReadOnlyList<StatedQuantity> readings, Comparison alone, int at)
    {
        var target = row.Targets[at].Quantity;
        var isUnanswered = alone.Verdict is Verdict.NoNumber or Verdict.NotComparable;
        return (isUnanswered ? Classes.Parts(row, readings, target) : null)
            ?? (alone is { Rule: ComparisonRule.OtherPeriod, Reading: { } month } ? MonthsAdded.Of(readings, month) : null)
            ?? Deeds.Parts(row, readings, at)
            ?? ListedTargets.Parts(row, readings, target)
            ?? NamedKinds.Compound(readings, target)
            ?? (isUnanswered ? ToldParts.Of(row, readings, target) : null)
            ?? PhasesAdded.Of(row, readings, target)
            ?? Classes.OfLevels(row, readings, target);
    }

    private static Comparison Together(IReadOnlyList<StatedQuantity> readings, List<int> parts, int at, Func<int, Quantity, Comparison> compare)
    {
        var sum = parts.Sum(part => readings[part].Quantity.BaseValue!.Value);
        var first = readings[parts[0]].Quantity;
        var scale = first is { Value: > 0 and var value, BaseValue: { } baseValue } ? baseValue / value : 1;
        var together = compare(at, first with { Value = sum / scale, BaseValue = sum, Scope = null });
        return together with { Reading = parts[0], Reason = $"{together.Reason}（{string.Join("＋", parts.Select(part => Told(readings[part].Quantity)))}）" };
    }

    private static string Told(Quantity part) => $"{part.Stage}{part.Metric}{Numbers.Text(part)}";
}

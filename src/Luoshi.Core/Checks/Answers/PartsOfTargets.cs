using Luoshi.Core.Quantities;

namespace Luoshi.Core.Checks.Answers;

/// <summary>造林2.5万亩，其中人工造林1.2万亩、封山育林1.3万亩: a target that its own parts add up to is answered when each of them is.</summary>
internal static class PartsOfTargets
{
    private const int FewestParts = 2;

    /// <summary>The comparisons with those of whole targets that only their parts answer.</summary>
    public static List<Comparison> Answered(CheckedRow row, IReadOnlyList<StatedQuantity> readings, List<Comparison> comparisons)
    {
        for (var at = 0; at + FewestParts < row.Targets.Count; at++)
        {
            if (comparisons[at].Verdict == Verdict.NoNumber && Parts(row, at) is { } parts && Sum(parts.Select(part => comparisons[part]), readings) is { } sum)
            {
                comparisons[at] = OfParts(row.Targets[at].Quantity, comparisons[at], [.. parts.Select(part => comparisons[part])], readings, sum);
            }
        }

        return comparisons;
    }

    /// <summary>The targets right behind this one, in its sentence and unit, that add up to it exactly.</summary>
    private static List<int>? Parts(CheckedRow row, int whole)
    {
        var (target, source) = (row.Targets[whole].Quantity, row.Targets[whole].Source);
        if (!Kinds.IsVolume(target) || target.BaseValue is not { } aim)
        {
            return null;
        }

        var parts = new List<int>();
        var sum = 0m;
        for (var at = whole + 1; at < row.Targets.Count && sum < aim && row.Targets[at] is { Quantity: { BaseValue: { } value } part } stated && stated.Source.Field == source.Field && part.Kind == target.Kind && part.BaseUnit == target.BaseUnit && value < aim; at++)
        {
            parts.Add(at);
            sum += value;
        }

        return sum == aim && parts.Count >= FewestParts ? parts : null;
    }

    private static decimal? Sum(IEnumerable<Comparison> parts, IReadOnlyList<StatedQuantity> readings)
    {
        var sum = 0m;
        foreach (var part in parts)
        {
            if (part.Reading is not { } reading || part.Ratio is null || readings[reading].Quantity is not { Kind: not QuantityKind.ShareOfPlan, BaseValue: { } value and < 1_000_000_000_000_000 })
            {
                return null;
            }

            sum += value;
        }

        return sum;
    }

    private static Comparison OfParts(Quantity target, Comparison without, List<Comparison> parts, IReadOnlyList<StatedQuantity> readings, decimal sum)
    {
        var ratio = sum / target.BaseValue!.Value;
        var worst = parts.Exists(part => part.Verdict == Verdict.Behind) ? Verdict.Behind : parts.Exists(part => part.Verdict == Verdict.OnTrack) ? Verdict.OnTrack : Verdict.Ahead;
        return without with
        {
            Ratio = Math.Round(ratio, 4, MidpointRounding.AwayFromZero),
            ExpectedShare = parts[0].ExpectedShare,
            Verdict = ratio >= 1 ? Verdict.Met : worst,
            Rule = ComparisonRule.SumOfParts,
            Yardstick = ratio >= 1 ? Yardstick.Flat : parts[0].Yardstick,
            Reason = $"目标{Judging.Promise(target)}，各分项{string.Join("＋", parts.Select(part => Numbers.Text(readings[part.Reading!.Value].Quantity)))}，合计占{Numbers.Points(ratio * 100)}%",
        };
    }
}

using Luoshi.Core.Checks.Answers;
using Luoshi.Core.Checks.Names;
using Luoshi.Core.Quantities;
using Luoshi.Core.Reporting;

namespace Luoshi.Core.Checks;

/// <summary>A row with its figures paired and judged: what the rules for doubts look at.</summary>
internal sealed record ExaminedRow
{
    public required CheckedRow Row { get; init; }

    public required ReportingPeriod AsOf { get; init; }

    public required IReadOnlyList<StatedQuantity> Readings { get; init; }

    public required IReadOnlyList<StatedQuantity> OtherNumbers { get; init; }

    /// <summary>Figures of the progress that say the target again.</summary>
    public required IReadOnlyList<Restatement> Restated { get; init; }

    public required IReadOnlyList<Pair> Pairs { get; init; }

    public required IReadOnlyList<Comparison> Comparisons { get; init; }

    public required Verdict Verdict { get; init; }

    /// <summary>占比62%，同比提高1.2个百分点, where a rise of 1个百分点 is asked for: the difference from the year before is the answer.</summary>
    private static bool IsRiseAskedFor(CheckedRow row, Quantity quantity) =>
        quantity is { Role: QuantityRole.Comparison, Kind: QuantityKind.Growth, Unit: "个百分点", Against: { } against, MetricKey.Length: > 1 } && (against.Contains('同', StringComparison.Ordinal) || against.Contains("上年", StringComparison.Ordinal) || against.Contains("去年", StringComparison.Ordinal))
            && row.Targets.Any(target => target.Quantity is { Kind: QuantityKind.Growth, Unit: "个百分点", Value: not null } asked && MetricMatch.Score(asked.MetricKey, quantity.MetricKey) >= MetricMatch.Enough);

    public static ExaminedRow Of(CheckedRow row, CheckSettings settings, ScopeRule scopes, ReportingPeriod asOf)
    {
        var restated = Restatements.Of(row);
        var readings = new List<StatedQuantity>();
        var others = new List<StatedQuantity>();
        for (var i = 0; i < row.Stated.Count; i++)
        {
            var quantity = row.Stated[i];
            var isReading = (quantity.Role == QuantityRole.Result || IsRiseAskedFor(row, quantity)) && !restated.Exists(restatement => restatement.Stated == i);
            (isReading ? readings : others).Add(new StatedQuantity(quantity, row.Quote(quantity.Span)));
        }

        var pairs = new Pairing(row, readings, scopes, asOf).All();
        var judging = new Judging(row, readings, settings, asOf);
        var comparisons = AddedFigures.Answered(row, readings, pairs.ConvertAll(Judged), judging.Together);
        var places = new InOrder(row, readings, scopes, asOf);
        while (places.Next(comparisons) is { } likely)
        {
            (pairs[likely.Target], comparisons[likely.Target]) = (likely, Judged(likely));
        }

        comparisons = PartsOfTargets.Answered(row, readings, comparisons);
        return new ExaminedRow
        {
            Row = row,
            AsOf = asOf,
            Readings = readings,
            OtherNumbers = others,
            Restated = restated,
            Pairs = pairs,
            Comparisons = comparisons,
            Verdict = Judging.RollUp(comparisons, row.Targets),
        };

        Comparison Judged(Pair pair) => Narrower.Judged(row, readings, judging.Compare(pair));
    }
}

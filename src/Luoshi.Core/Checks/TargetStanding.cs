using System.Text.Json.Serialization;
using Luoshi.Core.Quantities;

namespace Luoshi.Core.Checks;

/// <summary>目标进度 — one target as a return answers it, in the words and figures that pages show: kept with the return, so that no list computes it again.</summary>
public sealed record TargetStanding
{
    /// <summary>The target in short: 新建高标准农田6000亩. The same in every month as long as the task is not adjusted.</summary>
    public required string Promise { get; init; }

    /// <summary>The figure that answers it, as written; null where none does.</summary>
    public string? Actual { get; init; }

    /// <inheritdoc cref="Comparison.Ratio"/>
    public decimal? Share { get; init; }

    /// <summary>What <see cref="Share"/> should be by now; null where less is better or nothing can be told.</summary>
    public decimal? Expected { get; init; }

    public required Verdict Verdict { get; init; }

    public required Yardstick Yardstick { get; init; }

    /// <summary>One Chinese sentence with the arithmetic in it.</summary>
    public required string Reason { get; init; }

    /// <summary>How much of the target is missing that is due by now; 0 where nothing is or it cannot be told.</summary>
    [JsonIgnore]
    public decimal Gap => Verdict == Verdict.Behind && Expected - Share is { } gap and > 0 ? gap : 0;

    /// <summary>Every target of a checked row, in the order of its text.</summary>
    public static List<TargetStanding> Of(TaskCheck check) => check.Comparisons.Select(comparison =>
    {
        var target = check.Targets[comparison.Target];
        return new TargetStanding
        {
            Promise = PromiseOf(target),
            Actual = comparison.Reading is { } reading ? Numbers.Text(check.Readings[reading].Quantity) : null,
            Share = comparison.Ratio,
            Expected = comparison.Rule is ComparisonRule.GrowthFlat or ComparisonRule.LevelFlat ? 1 : comparison.ExpectedShare,
            Verdict = comparison.Verdict,
            Yardstick = comparison.Yardstick,
            Reason = comparison.Reason,
        };
    }).ToList();

    internal static string PromiseOf(StatedQuantity target) => target.Quantity.Kind == QuantityKind.Deadline ? target.Source.Text : Judging.Promise(target.Quantity);
}

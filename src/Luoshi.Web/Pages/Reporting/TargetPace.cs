using System.Globalization;
using Luoshi.Core.Checks;
using Luoshi.Core.Quantities;

namespace Luoshi.Web.Pages.Reporting;

/// <summary>One target beside the figure that answers it, as the sheet shows it: on the page and in the answer of the live check.</summary>
public sealed record TargetPace(string Label, string Verdict, string Kind, decimal? Actual, decimal? Due, string Reading, string Aim, string Reason)
{
    public bool IsBehind => Kind == "behind";

    /// <summary>The targets of a checked text, in the order of the promise.</summary>
    public static IReadOnlyList<TargetPace> Of(TaskCheck check)
    {
        // 新建高标准农田6000亩、改造提升4000亩: one metric twice is told apart by the words of the promise.
        var twice = check.Comparisons.GroupBy(comparison => check.Targets[comparison.Target].Quantity.Metric).Where(group => group.Count() > 1).Select(group => group.Key).ToHashSet();
        return [.. check.Comparisons.Select(comparison =>
        {
            var target = check.Targets[comparison.Target];
            var reading = comparison.Reading is { } index ? check.Readings[index].Quantity : null;
            return new TargetPace(
                target.Quantity.Metric is { } metric && !twice.Contains(metric) ? metric : target.Source.Text,
                Marks.Word(comparison.Verdict),
                KindOf(comparison.Verdict),
                comparison.Ratio,
                comparison.ExpectedShare,
                reading is null ? "" : Text(reading),
                Text(target.Quantity),
                comparison.Reason);
        })];
    }

    /// <summary>差5.6个百分点, 多1.3个百分点: the difference of the two shares as printed; null where one is missing.</summary>
    public string? Gap
    {
        get
        {
            if (Actual is not { } actual || Due is not { } due)
            {
                return null;
            }

            var gap = Points(actual) - Points(due);
            return gap == 0 ? "持平" : string.Create(CultureInfo.InvariantCulture, $"{(gap < 0 ? "差" : "多")}\u00A0{Math.Abs(gap):0.0}个百分点");
        }
    }

    public static string Share(decimal share) => string.Create(CultureInfo.InvariantCulture, $"{Points(share):0.0}%");

    private static decimal Points(decimal share) => Math.Round(share * 100, 1, MidpointRounding.AwayFromZero);

    private static string Text(Quantity quantity) => quantity.Due is { } due ? due.ToString() : string.Create(CultureInfo.InvariantCulture, $"{quantity.Value:#,0.####}{quantity.Unit}");

    private static string KindOf(Verdict verdict) => verdict switch
    {
        Core.Checks.Verdict.Met => "met",
        Core.Checks.Verdict.Ahead => "ahead",
        Core.Checks.Verdict.OnTrack => "track",
        Core.Checks.Verdict.Behind => "behind",
        Core.Checks.Verdict.NotComparable => "na",
        Core.Checks.Verdict.NoNumber => "none",
    };
}

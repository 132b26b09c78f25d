using Luoshi.Core.Reporting;

namespace Luoshi.Web.Pages.Reporting;

/// <summary>What somebody typed for one item, with the version that they saw.</summary>
public sealed record SheetEntry
{
    public int Version { get; init; }

    public string? Progress { get; init; }

    public bool? PlanMet { get; init; }

    public string? Shortfall { get; init; }

    public ReportText Text => ReportText.Of(Progress, PlanMet, Shortfall);

    /// <summary>Nothing was typed: the item is not meant.</summary>
    public bool IsEmpty => Text == ReportText.Empty;

    public static SheetEntry Of(int version, ReportText text) => new() { Version = version, Progress = text.Progress, PlanMet = text.PlanMet, Shortfall = text.Shortfall };
}

namespace Luoshi.Core.Reporting;

/// <summary>A month for which due items were made.</summary>
public sealed class OpenedPeriod
{
    public required int GovernmentId { get; init; }

    public required Guid LedgerId { get; init; }

    public required ReportingPeriod Month { get; init; }

    /// <summary>In UTC.</summary>
    public required DateTime OpenedAt { get; init; }
}

using Luoshi.Core.Reporting;

namespace Luoshi.Core.Ledgers;

/// <summary>月度计划 — what a month should show of a task. 是否完成月度计划 is a claim about this.</summary>
public sealed class PlannedMonth
{
    public required int GovernmentId { get; init; }

    public required Guid TaskId { get; init; }

    public required ReportingPeriod Month { get; init; }

    public required string Text { get; set; }

    /// <summary>Who approved it; null while it is a draft, which no check uses.</summary>
    public string? ApprovedBy { get; set; }

    public int Version { get; set; } = 1;
}

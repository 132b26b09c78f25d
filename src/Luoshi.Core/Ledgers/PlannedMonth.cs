using Luoshi.Core.Reporting;

namespace Luoshi.Core.Ledgers;

/// <summary>月度计划 — what a month should show of a task. 是否完成月度计划 is a claim about this.</summary>
public sealed class PlannedMonth
{
    /// <summary>Longest text of a month, in UTF-16 code units.</summary>
    public const int LongestText = 2_000;

    public required int GovernmentId { get; init; }

    public required Guid TaskId { get; init; }

    public required ReportingPeriod Month { get; init; }

    public required string Text { get; set; }

    /// <summary>Who approved it; null while it is a draft, which no check uses.</summary>
    public string? ApprovedBy { get; set; }

    public int Version { get; set; } = 1;

    /// <summary>Another text is a draft again, whoever approved the one before.</summary>
    /// <returns>Null when it is written; <c>plan-missing</c> or <c>plan-too-long</c>.</returns>
    public Refusal? Write(string? text)
    {
        if (Writable(text) is { } refusal)
        {
            return refusal;
        }

        if (text!.Trim() != Text)
        {
            (Text, ApprovedBy) = (text.Trim(), null);
            Version++;
        }

        return null;
    }

    /// <summary>审定.</summary>
    /// <returns>Null when it is approved; <c>approval-missing</c>.</returns>
    public Refusal? Approve(string? approvedBy)
    {
        if (string.IsNullOrWhiteSpace(approvedBy))
        {
            return new Refusal("approval-missing", "请写明审定计划的领导或会议。");
        }

        ApprovedBy = approvedBy.Trim();
        Version++;
        return null;
    }

    /// <returns>Null when a month can be planned so; <c>plan-missing</c> or <c>plan-too-long</c>.</returns>
    public static Refusal? Writable(string? text) =>
        string.IsNullOrWhiteSpace(text) ? new Refusal("plan-missing", "请写明这个月要做到什么程度。")
        : text.Trim().Length > LongestText ? new Refusal("plan-too-long", $"月度计划有{text.Trim().Length}字，最多{LongestText}字。")
        : null;
}

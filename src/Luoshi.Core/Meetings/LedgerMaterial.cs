using System.Globalization;
using Luoshi.Core.Ledgers;
using Luoshi.Core.Reading;
using Luoshi.Core.Reporting;

namespace Luoshi.Core.Meetings;

/// <summary>What a material compiled from the ledger is to hold.</summary>
/// <param name="ApprovedOnly">只用已通过的: what waits for review is left out and said to be waiting.</param>
/// <param name="LastValues">Whether a task that is not due shows what was said of it last, with its month.</param>
public sealed record MaterialChoice(bool ApprovedOnly, bool LastValues);

/// <summary>A task of the ledger with what the month has on it.</summary>
public sealed record LedgerLine
{
    public required KeyTask Task { get; init; }

    /// <summary>Accountable unit first.</summary>
    public required IReadOnlyList<UnitMention> LeadUnits { get; init; }

    public required IReadOnlyList<UnitMention> SupportingUnits { get; init; }

    /// <summary>The month's due items of the task, in any order; none where the period was not opened for it.</summary>
    public required IReadOnlyList<DueItem> Items { get; init; }

    /// <summary>The month's returns on them.</summary>
    public required IReadOnlyList<ProgressReport> Reports { get; init; }

    /// <summary>The newest approved return of an earlier month.</summary>
    public ProgressReport? Last { get; init; }
}

/// <summary>How a task of the ledger stands in a month's material.</summary>
public static class LedgerMaterial
{
    /// <summary>The row with the return it holds, and a note for the clerk where something was left out.</summary>
    public static (MaterialLine Line, string? Note) Of(LedgerLine line, LeaderMention leader, MaterialChoice choice)
    {
        var newest = line.Reports.OrderByDescending(report => report.Span, StringComparer.Ordinal).ToList();
        var used = newest.Find(report => IsUsed(report.Status, choice));
        var left = used is null ? newest.Find(report => report.Status is not ReturnStatus.Draft) : null;
        var task = new ReportedTask
        {
            Leader = leader,
            Number = line.Task.Number,
            Frequency = line.Task.Frequency,
            Content = line.Task.Content,
            Target = line.Task.Target,
            LeadUnits = line.LeadUnits,
            SupportingUnits = line.SupportingUnits,
            Deadline = line.Task.Deadline,
            DeadlineDate = line.Task.DeadlineDate,
        };
        var row = used is not null ? new MaterialRow(task with { Progress = used.Progress, PlanMet = used.PlanMet, Shortfall = used.Shortfall }, ReturnState.Received)
            : left is not null ? new MaterialRow(task, ReturnState.Pending)
            : line.Items.All(item => item.IsVoluntary || item.ExemptReason is not null) ? new MaterialRow(task with { Progress = NotAsked(line, choice) }, ReturnState.NotDue)
            : new MaterialRow(task, ReturnState.Missing);
        return (new MaterialLine(row, line.Task.Id, line.Task.LeadUnitId, used?.Id, used?.Submissions ?? 0), left is null ? null : Note(line, leader, left));
    }

    /// <summary>Whether a return of this status is printed.</summary>
    public static bool IsUsed(ReturnStatus status, MaterialChoice choice) => status switch
    {
        ReturnStatus.Approved or ReturnStatus.Frozen => true,
        ReturnStatus.InReview => !choice.ApprovedOnly,
        ReturnStatus.Draft or ReturnStatus.AwaitingSignOff or ReturnStatus.Returned => false,
    };

    private static string? NotAsked(LedgerLine line, MaterialChoice choice) =>
        choice.LastValues && line.Last is { Progress: { } said } last
            ? string.Create(CultureInfo.InvariantCulture, $"（本月非报送期，以下为{last.Month.Month}月报送情况）\n{said}")
            : null;

    private static string Note(LedgerLine line, LeaderMention leader, ProgressReport left) => string.Create(
        CultureInfo.InvariantCulture,
        $"{leader.Line()}第{line.Task.Number}项（{line.LeadUnits.Take(1).Names()}）{left.Status.Name()}，没有收入材料，印为“{MaterialWording.Pending}”。");
}

using Luoshi.Core.Ledgers;
using Luoshi.Core.Reading;
using Luoshi.Core.Reporting;

namespace Luoshi.Core.Meetings;

/// <summary>
/// 办公会议材料 — what is laid on the table: every key task with what was reported on it, grouped by responsible leader in rank order.
/// It holds facts only; how they look is the business of whoever prints it.
/// </summary>
public sealed record MeetingMaterial
{
    /// <summary>The government whose meeting it is; null where no input names one.</summary>
    public string? Government { get; init; }

    /// <summary>The month it reports on; null where neither the inputs nor the caller name one.</summary>
    public ReportingPeriod? Period { get; init; }

    /// <summary>The day of the meeting or of issue; null while it is not fixed.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>The line above every leader's table. Names the year and the month where they are known.</summary>
    public required string Heading { get; init; }

    /// <summary>In rank order, each with at least one row.</summary>
    public required IReadOnlyList<LeaderSection> Sections { get; init; }

    /// <summary>What a clerk must look at before it is printed: conflicts, rows that belong nowhere, names that need a larger font.</summary>
    public IReadOnlyList<AssemblyNote> Notes { get; init; } = [];

    public IEnumerable<MaterialRow> Rows => Sections.SelectMany(section => section.Rows);
}

/// <summary>One responsible leader's part. The leader is null for tasks whose leader no input names.</summary>
public sealed record LeaderSection(LeaderMention? Leader, IReadOnlyList<MaterialRow> Rows);

/// <summary>One key task as it is printed, and whether its return came in.</summary>
public sealed record MaterialRow(ReportedTask Task, ReturnState Return);

/// <summary>Whether the return on a task came in.</summary>
public enum ReturnState
{
    /// <summary>A document reports on it, or it stands in a finished material.</summary>
    Received,

    /// <summary>未报送 — the ledger has the task, it is due, and nobody reported.</summary>
    Missing,

    /// <summary>Nobody reported, and its frequency asks nothing of this month.</summary>
    NotDue,

    /// <summary>审核中 — a return came, but is not approved yet and not printed.</summary>
    Pending,
}

/// <summary>
/// Something that putting the inputs together could not settle, or settled in a way a person should see.
/// <paramref name="Code"/> is kebab-case and stable; <paramref name="Message"/> is Chinese and complete in itself.
/// </summary>
public sealed record AssemblyNote(string Code, string Message, string? Source = null, SourceLocation Location = default);

using Luoshi.Core.Ledgers;
using Luoshi.Core.Reporting;

namespace Luoshi.Core.Reading;

/// <summary>
/// 重点工作 as one row of a document tells it. Text keeps its own characters; paragraphs are joined by <c>\n</c>;
/// a placeholder for nothing (<c>/</c>, <c>无</c>, <c>—</c>) is null.
/// </summary>
public sealed record ReportedTask
{
    /// <summary>The responsible leader; where a cell names several, the first.</summary>
    public LeaderMention? Leader { get; init; }

    public IReadOnlyList<LeaderMention> OtherLeaders { get; init; } = [];

    /// <summary>序号, restarting per leader in most documents; null where the document has none or it is no whole number.</summary>
    public int? Number { get; init; }

    public ReportingFrequency? Frequency { get; init; }

    /// <summary>工作内容, what the report promised. Never empty.</summary>
    public required string Content { get; init; }

    /// <summary>年度目标, where the document has a column of its own for it.</summary>
    public string? Target { get; init; }

    public IReadOnlyList<UnitMention> LeadUnits { get; init; } = [];

    public IReadOnlyList<UnitMention> SupportingUnits { get; init; } = [];

    /// <summary>完成时限 as written.</summary>
    public string? Deadline { get; init; }

    /// <summary>The deadline's last day where it names one: 6月底 of a 2024 document is 2024-06-30.</summary>
    public DateOnly? DeadlineDate { get; init; }

    /// <summary>完成情况; of several periods side by side the newest.</summary>
    public string? Progress { get; init; }

    /// <summary>The older periods that stand beside <see cref="Progress"/>, oldest first.</summary>
    public IReadOnlyList<EarlierProgress> EarlierProgress { get; init; } = [];

    /// <summary>是否完成月度计划, the unit's claim; null where it is not stated.</summary>
    public bool? PlanMet { get; init; }

    /// <summary>未完成情况说明.</summary>
    public string? Shortfall { get; init; }

    /// <summary>Columns that have no field of their own, under their own header, in the document's order.</summary>
    public IReadOnlyList<OtherColumn> OtherColumns { get; init; } = [];

    public SourceLocation Location { get; init; }
}

/// <summary>What an earlier period's column says. The period is null where its header names none.</summary>
public sealed record EarlierProgress(ReportingPeriod? Period, string Text);

/// <summary>A column without a field of its own. Headers are unique within a row.</summary>
public sealed record OtherColumn(string Header, string Text);

namespace Luoshi.Core.Reporting;

/// <summary>单位填报表 — what one unit is asked for in one period, filled in beforehand as far as the office knows.</summary>
public sealed record UnitForm
{
    /// <summary>No answer may be longer, in UTF-16 characters.</summary>
    public const int LongestAnswer = 4_000;

    /// <summary>青岚区人民政府.</summary>
    public required string Government { get; init; }

    public required string UnitName { get; init; }

    public required Guid FormId { get; init; }

    public required ReportingPeriod Period { get; init; }

    /// <summary>Until when, as the unit reads it: 2024年4月28日17时.</summary>
    public required string DueText { get; init; }

    public required IReadOnlyList<UnitFormRow> Rows { get; init; }
}

/// <summary>One task the unit reports on: what the office says of it, and what the unit answered so far.</summary>
public sealed record UnitFormRow
{
    /// <summary>Tells the row from all others of the form. Means nothing to the unit, which does not see it.</summary>
    public required string ItemKey { get; init; }

    /// <summary>Of the report that the answer changes, so that a form filled from an old state is seen.</summary>
    public required int Version { get; init; }

    /// <summary>自愿报送 — not due in this period; an empty answer is no omission.</summary>
    public bool Voluntary { get; init; }

    public int? Number { get; init; }

    public required string Leader { get; init; }

    /// <summary>In the office's words: 月度报.</summary>
    public required string Frequency { get; init; }

    public required string Content { get; init; }

    public string? MonthlyPlan { get; init; }

    /// <summary>What was reported last, of <see cref="LastPeriod"/>.</summary>
    public string? LastProgress { get; init; }

    /// <summary>In words: 2024年3月.</summary>
    public string? LastPeriod { get; init; }

    public string? Progress { get; init; }

    public bool? PlanMet { get; init; }

    public string? Shortfall { get; init; }
}

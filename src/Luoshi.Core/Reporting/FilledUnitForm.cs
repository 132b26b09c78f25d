using Luoshi.Core.Reading;

namespace Luoshi.Core.Reporting;

/// <summary>
/// What came back of a <see cref="UnitForm"/>. It says of itself which form it is; whether the sender may answer for these items is
/// the receiver's to ask.
/// </summary>
public sealed record FilledUnitForm
{
    public required Guid FormId { get; init; }

    public required ReportingPeriod Period { get; init; }

    /// <summary>In the order of the sheet, one for each item.</summary>
    public required IReadOnlyList<FilledUnitFormRow> Rows { get; init; }

    /// <summary>What belongs to no row of the form: rows and columns that somebody added, rows that are gone.</summary>
    public required IReadOnlyList<ReadingProblem> Problems { get; init; }
}

/// <summary>The answer for one item, as it stands on the sheet. Null is a cell with nothing to say.</summary>
public sealed record FilledUnitFormRow
{
    public required string ItemKey { get; init; }

    /// <summary>As in the form that went out.</summary>
    public required int Version { get; init; }

    public required bool Voluntary { get; init; }

    /// <summary>The row of the sheet, from 1.</summary>
    public required int SheetRow { get; init; }

    public string? Progress { get; init; }

    public bool? PlanMet { get; init; }

    public string? Shortfall { get; init; }

    public required IReadOnlyList<ReadingProblem> Problems { get; init; }

    /// <summary>Whether nothing was filled in.</summary>
    public bool IsEmpty => Progress is null && PlanMet is null && Shortfall is null;
}

using System.ComponentModel.DataAnnotations.Schema;
using Luoshi.Core.Reporting;
using Luoshi.Core.Searching;

namespace Luoshi.App.Searching;

/// <summary>检索条目 — a piece of text that can be found, and whose rows it lies in. The text itself stays where it belongs.</summary>
public sealed class SearchEntry
{
    public required int GovernmentId { get; init; }

    /// <summary>Grows with the time of writing: the newest text has the highest.</summary>
    public required long Id { get; init; }

    public required SearchKind Kind { get; init; }

    /// <summary>The row the text is of.</summary>
    public required Guid SubjectId { get; init; }

    public required Guid TaskId { get; init; }

    public required Guid UnitId { get; init; }

    public required Guid PostId { get; init; }

    /// <summary>The month that it speaks of; null where it speaks of none.</summary>
    public ReportingPeriod? Month { get; init; }

    /// <summary>What is indexed: written once, with the entry, and not read again.</summary>
    [NotMapped]
    public string Folded { get; init; } = "";
}

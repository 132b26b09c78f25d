using Luoshi.Core.Reporting;

namespace Luoshi.Core.Reading;

/// <summary>
/// What one document says: a plan, a unit's return or a finished material, as rows of key tasks.
/// A field the document does not have is null. <see cref="Period"/> is the last month the document covers; null for a pure plan.
/// </summary>
public sealed record TaskDocument
{
    /// <summary>The file's name as it was given, without its folder.</summary>
    public required string Source { get; init; }

    public string? Title { get; init; }

    public string? Government { get; init; }

    public DateOnly? Date { get; init; }

    public ReportingPeriod? Period { get; init; }

    public IReadOnlyList<ReportedTask> Tasks { get; init; } = [];

    public IReadOnlyList<ReadingProblem> Problems { get; init; } = [];
}

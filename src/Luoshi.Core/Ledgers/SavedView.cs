namespace Luoshi.Core.Ledgers;

/// <summary>常用筛选 — a filter of a list that somebody keeps under a name. Of one account, and nobody else's business.</summary>
public sealed class SavedView
{
    public const int LongestName = 30;

    public const int LongestQuery = 500;

    public required int GovernmentId { get; init; }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required Guid AccountId { get; init; }

    public required string Name { get; init; }

    /// <summary>What follows the question mark in the address of the list.</summary>
    public required string Query { get; set; }
}

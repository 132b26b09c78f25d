namespace Luoshi.App.Accounts;

/// <summary>What an access token may do with its owner's rights.</summary>
public enum TokenScope
{
    /// <summary>只读.</summary>
    Read,

    /// <summary>读写: whatever the owner may do.</summary>
    ReadWrite,
}

/// <summary>访问令牌 — lets a program act as its owner in one position, until a day, and never with more than the owner may do.</summary>
public sealed class AccessToken
{
    public required int GovernmentId { get; init; }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required Guid AccountId { get; init; }

    /// <summary>The position that is acted in; the token ends with it.</summary>
    public required Guid PositionId { get; init; }

    /// <summary>What the owner calls it: the program that has it.</summary>
    public required string Name { get; init; }

    /// <summary>SHA-256 of the secret: whoever reads the table cannot use it.</summary>
    public required byte[] TokenHash { get; init; }

    public required TokenScope Scope { get; init; }

    /// <summary>In UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>In UTC.</summary>
    public required DateTime ExpiresAt { get; init; }

    /// <summary>In UTC; null while it holds.</summary>
    public DateTime? RevokedAt { get; set; }

    /// <summary>In UTC, to the minute; null before the first time.</summary>
    public DateTime? LastUsedAt { get; set; }
}

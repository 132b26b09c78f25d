namespace Luoshi.App.Idempotency;

/// <summary>The answer to a request that changed something, kept under the key that the program gave it: sent again, it is answered again and not done again.</summary>
public sealed class IdempotencyRecord
{
    /// <summary>Longest key, in UTF-16 code units.</summary>
    public const int LongestKey = 64;

    /// <summary>How long an answer is kept.</summary>
    public static TimeSpan Kept { get; } = TimeSpan.FromHours(24);

    public required int GovernmentId { get; init; }

    public required Guid AccountId { get; init; }

    public required string Key { get; init; }

    /// <summary>SHA-256 over address, preconditions and body: another request under the same key is a mistake of the program.</summary>
    public required byte[] RequestHash { get; init; }

    public required int Status { get; init; }

    public string? ETag { get; init; }

    public string? Location { get; init; }

    public string? ContentType { get; init; }

    public required string Body { get; init; }

    /// <summary>In UTC.</summary>
    public required DateTime At { get; init; }
}

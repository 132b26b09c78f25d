namespace Luoshi.App.Outbox;

public enum OutboxChannel
{
    Mail,
    Webhook,
}

public enum OutboxState
{
    /// <summary>待发.</summary>
    Pending,

    /// <summary>已发.</summary>
    Sent,

    /// <summary>未能送达: tried often enough, or never can be.</summary>
    Dead,
}

/// <summary>
/// 待发消息 — written in the transaction of the change that it tells of, sent afterwards: nothing is told that did not happen, and nothing that
/// happened is left untold. It may arrive twice when a node dies between sending and noting it, never more often than it is tried.
/// </summary>
public sealed class OutboxMessage
{
    public const int MostAttempts = 8;

    public required int GovernmentId { get; init; }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required OutboxChannel Channel { get; init; }

    /// <summary>A mail address, or the id of a <see cref="Robot"/>.</summary>
    public required string To { get; init; }

    public required string Subject { get; init; }

    /// <summary>Plain text.</summary>
    public required string Body { get; init; }

    /// <summary>What it is about and for whom: the same news is written once, whoever writes it.</summary>
    public required string IdempotencyKey { get; init; }

    /// <summary>In UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    public OutboxState State { get; private set; }

    public int Attempts { get; private set; }

    /// <summary>In UTC.</summary>
    public required DateTime NextAttemptAt { get; init; }

    /// <summary>In UTC; null while it is not sent.</summary>
    public DateTime? SentAt { get; private set; }

    /// <summary>In the office's words; never with a secret in it.</summary>
    public string? LastError { get; private set; }

    /// <summary>When to try again after so many failures: 1, 2, 4 … 60 minutes later. Null when it was tried often enough.</summary>
    public static DateTime? AfterFailure(int attempts, DateTime now) =>
        attempts >= MostAttempts ? null : now.AddMinutes(Math.Min(60, 1 << (attempts - 1)));
}

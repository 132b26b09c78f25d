using Luoshi.Core.Accounts;

namespace Luoshi.App.Accounts;

/// <summary>会话 — one sign-in. Ended by signing out, by idling, after its longest time, by an administrator, or when the account changes.</summary>
public sealed class Session
{
    public required int GovernmentId { get; init; }

    /// <summary>SHA-256 of the secret in the cookie: whoever reads the table cannot use it.</summary>
    public required byte[] SecretHash { get; init; }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required Guid AccountId { get; init; }

    /// <summary>The position that is acted in.</summary>
    public required Guid PositionId { get; set; }

    /// <summary>The account's security stamp at sign-in: a change of password or factors ends the session.</summary>
    public required string SecurityStamp { get; set; }

    public required DateTime StartedAt { get; init; }

    public required DateTime SeenAt { get; set; }

    public DateTime? EndedAt { get; set; }

    public string? EndReason { get; set; }

    public string? Address { get; init; }

    public string? Agent { get; init; }
}

/// <summary>Who a session belongs to, with everything a request must know.</summary>
public sealed record SignedIn(Guid SessionId, Guid PositionId, string AccountName, string DisplayName, Access Access);

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

    /// <summary>Whether the second factor was shown, where the account has one.</summary>
    public required bool SecondFactorShown { get; init; }

    public required DateTime StartedAt { get; init; }

    /// <summary>By the policy at sign-in: after how many minutes without a word it is over.</summary>
    public required int IdleMinutes { get; init; }

    /// <summary>By the policy at sign-in: after how many hours it is over however busy.</summary>
    public required int LongestHours { get; init; }

    public required DateTime SeenAt { get; set; }

    public DateTime? EndedAt { get; set; }

    public string? EndReason { get; set; }

    public string? Address { get; init; }

    public string? Agent { get; init; }

    /// <summary>Whether it is over by itself.</summary>
    public bool IsOver(DateTime now) => now - SeenAt > TimeSpan.FromMinutes(IdleMinutes) || now - StartedAt > TimeSpan.FromHours(LongestHours);
}

/// <summary>What must be done before anything else may.</summary>
public enum SessionNeed
{
    Nothing,

    /// <summary>Show the one-time code.</summary>
    SecondFactor,

    /// <summary>Choose a new password.</summary>
    NewPassword,

    /// <summary>Set up one-time codes: administrators do not work without.</summary>
    Enrolment,
}

/// <summary>Who a session belongs to, with everything a request must know. While something is needed, <paramref name="Access"/> lets nothing be done or seen.</summary>
public sealed record SignedIn(Guid SessionId, Guid PositionId, string AccountName, string DisplayName, Access Access)
{
    public SessionNeed Need { get; init; }

    /// <summary>Whether the person can switch to another position.</summary>
    public bool HasOtherPositions { get; init; }
}

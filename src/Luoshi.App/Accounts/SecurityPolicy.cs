using Luoshi.Core.Accounts;

namespace Luoshi.App.Accounts;

/// <summary>安全策略 of a government. Without a row the defaults hold.</summary>
public sealed class SecurityPolicy
{
    public required int GovernmentId { get; init; }

    public PasswordProfile PasswordProfile { get; set; }
}

/// <summary>A password that was in use, so that it does not come again.</summary>
public sealed class FormerPassword
{
    public required int GovernmentId { get; init; }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required Guid AccountId { get; init; }

    public required string PasswordHash { get; init; }
}

/// <summary>恢复码 — stands in once for the one-time code of a telephone that is gone.</summary>
public sealed class RecoveryCode
{
    public required int GovernmentId { get; init; }

    public required Guid AccountId { get; init; }

    /// <summary>SHA-256: the codes are random, so that nothing slower is needed.</summary>
    public required byte[] CodeHash { get; init; }

    /// <summary>In UTC; null while it is good.</summary>
    public DateTime? UsedAt { get; set; }
}

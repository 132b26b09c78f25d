using Luoshi.App.Data;
using Luoshi.Core.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Accounts;

/// <summary>安全策略 of a government. Without a row the defaults hold.</summary>
public sealed class SecurityPolicy
{
    public required int GovernmentId { get; init; }

    public PasswordProfile PasswordProfile { get; set; }

    /// <summary>After how many minutes without a word a session is over. 等保三级 asks for it; the figure is custom.</summary>
    public int IdleMinutes { get; set; } = 30;

    /// <summary>How many hours a session lasts at the longest.</summary>
    public int SessionHours { get; set; } = 10;

    /// <summary>After how many days without a sign-in an account is disabled.</summary>
    public int DormantDays { get; set; } = 90;

    /// <summary>Grows with every change: whoever saves must have seen the one before. 0 before the first.</summary>
    public int Version { get; set; }

    /// <summary>The policy of a government, or the defaults.</summary>
    public static async Task<SecurityPolicy> OfAsync(LuoshiDb db, int governmentId, CancellationToken ct) =>
        await db.SecurityPolicies.AsNoTracking().SingleOrDefaultAsync(policy => policy.GovernmentId == governmentId, ct) ?? new SecurityPolicy { GovernmentId = governmentId };
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

using Microsoft.AspNetCore.Identity;

namespace Luoshi.App.Accounts;

/// <summary>账号 — one person. What the person may do and see, the <see cref="Position"/> says that is acted in.</summary>
public sealed class Account : IdentityUser<Guid>
{
    public Account()
    {
        Id = Guid.CreateVersion7();
        SecurityStamp = Guid.NewGuid().ToString("N");
    }

    public required int GovernmentId { get; init; }

    /// <summary>The person's own name.</summary>
    public required string DisplayName { get; set; }

    /// <summary>In UTC.</summary>
    public DateTime PasswordChangedAt { get; set; }

    /// <summary>Whether the next sign-in asks for a new password.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>停用, in UTC; null while in use.</summary>
    public DateTime? DisabledAt { get; set; }

    /// <summary>In UTC; null before the first time.</summary>
    public DateTime? LastSignedInAt { get; set; }

    /// <summary>When it was made, or enabled again, in UTC: from then on it can be dormant.</summary>
    public DateTime? InUseSince { get; set; }

    /// <summary>The secret of the one-time codes, encrypted; null without a second factor.</summary>
    public string? SecondFactorSecret { get; set; }

    /// <summary>The step of the last code that was taken: it is not taken again.</summary>
    public long SecondFactorStep { get; set; }
}

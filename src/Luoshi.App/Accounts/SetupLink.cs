namespace Luoshi.App.Accounts;

/// <summary>首次设置链接 — lets whoever reads the console of an empty deployment set it up, once.</summary>
public sealed class SetupLink
{
    /// <summary>SHA-256 of the token: whoever reads the table cannot use it.</summary>
    public required byte[] TokenHash { get; init; }

    /// <summary>In UTC.</summary>
    public required DateTime ExpiresAt { get; init; }

    /// <summary>In UTC; null while it may be used.</summary>
    public DateTime? UsedAt { get; set; }
}

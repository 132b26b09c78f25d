namespace Luoshi.App.Auditing;

/// <summary>审计锚点 — where a chain stood on a day. Written down elsewhere, it shows a chain that was made anew from end to end.</summary>
public sealed class AuditAnchor
{
    public required int GovernmentId { get; init; }

    /// <summary>By Beijing's clock.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Of the last entry then.</summary>
    public required long Sequence { get; init; }

    /// <summary>Of that entry.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>As a line to be kept elsewhere: government, day, sequence, hash.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{GovernmentId} {Day:yyyy-MM-dd} {Sequence} {Convert.ToHexStringLower(Hash)}");
}

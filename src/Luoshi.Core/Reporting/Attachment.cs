namespace Luoshi.Core.Reporting;

/// <summary>附件 — a file that proves what a return says. Its content lies outside the database under the hash of its bytes.</summary>
public sealed class Attachment
{
    public required int GovernmentId { get; init; }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required Guid TaskId { get; init; }

    /// <summary>The return it belongs to.</summary>
    public required Guid ReportId { get; init; }

    public required Guid UnitId { get; init; }

    public required Guid PostId { get; init; }

    /// <summary>As the user named it; never used as a path.</summary>
    public required string Name { get; init; }

    /// <summary>SHA-256 of the bytes, in hexadecimal.</summary>
    public required string ContentHash { get; init; }

    /// <summary>In bytes.</summary>
    public required long Size { get; init; }

    public required Guid AddedBy { get; init; }

    /// <summary>In UTC.</summary>
    public required DateTime AddedAt { get; init; }
}

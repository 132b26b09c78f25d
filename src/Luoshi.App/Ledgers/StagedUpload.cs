namespace Luoshi.App.Ledgers;

/// <summary>待确认的上传 — a file between preview and confirmation, where every node finds it. One's own; gone after a day.</summary>
public sealed class StagedUpload
{
    public required int GovernmentId { get; init; }

    public required Guid AccountId { get; init; }

    /// <summary>SHA-256 of the content, in hexadecimal.</summary>
    public required string Hash { get; init; }

    public required byte[] Content { get; init; }

    /// <summary>In UTC.</summary>
    public required DateTime At { get; set; }
}

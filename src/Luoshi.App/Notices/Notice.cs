namespace Luoshi.App.Notices;

/// <summary>消息 — tells one account what happened that it should know of, with a way there. Not the record of it: that is the thing itself.</summary>
public sealed class Notice
{
    public const int LongestText = 200;

    public required int GovernmentId { get; init; }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required Guid AccountId { get; init; }

    public required string Text { get; init; }

    /// <summary>The page to go to, as an address of this site.</summary>
    public required string Link { get; init; }

    /// <summary>In UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>In UTC; null while unread.</summary>
    public DateTime? ReadAt { get; set; }
}

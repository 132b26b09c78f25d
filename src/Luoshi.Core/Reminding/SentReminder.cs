namespace Luoshi.Core.Reminding;

/// <summary>已发催报 — a message that was written to a unit, as it was written. Never changes.</summary>
public sealed class SentReminder
{
    public required int GovernmentId { get; init; }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required Guid UnitId { get; init; }

    /// <summary>In UTC.</summary>
    public required DateTime SentAt { get; init; }

    /// <summary>The office's day of <see cref="SentAt"/>: a unit is written to once on it, however many press at once.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Null where the program sent it by itself.</summary>
    public required Guid? SentBy { get; init; }

    public required string Subject { get; init; }

    public required string Body { get; init; }

    /// <summary>How many items it asks for.</summary>
    public required int Items { get; init; }
}

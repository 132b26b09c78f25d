namespace Luoshi.App.Meetings;

/// <summary>材料模板 — a Word document of the office that its materials are printed on. Never changed: a material that was issued on it can be made again byte for byte.</summary>
public sealed class OfficeTemplate
{
    public required int GovernmentId { get; init; }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>The file's own name.</summary>
    public required string Name { get; init; }

    public required byte[] Content { get; init; }

    public required Guid AddedBy { get; init; }

    /// <summary>In UTC.</summary>
    public required DateTime AddedAt { get; init; }

    /// <summary>Since when new materials are no longer printed on it, in UTC; null while they are.</summary>
    public DateTime? EndedAt { get; set; }
}

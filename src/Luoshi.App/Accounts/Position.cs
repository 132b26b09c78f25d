using Luoshi.Core.Accounts;

namespace Luoshi.App.Accounts;

/// <summary>任职 — a role that an account holds, for a unit or a post where the role is of one, from day to day.</summary>
public sealed class Position
{
    public required int GovernmentId { get; init; }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required Guid AccountId { get; init; }

    public required Role Role { get; init; }

    /// <summary>Of a reporter or unit head.</summary>
    public Guid? UnitId { get; init; }

    /// <summary>Of a leader.</summary>
    public Guid? PostId { get; init; }

    /// <summary>In UTC; null while held.</summary>
    public DateTime? EndedAt { get; set; }
}

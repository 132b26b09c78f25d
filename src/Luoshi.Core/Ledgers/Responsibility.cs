namespace Luoshi.Core.Ledgers;

/// <summary>How a unit takes part in a key task.</summary>
public enum UnitPart
{
    /// <summary>牵头, accountable: exactly one at a time.</summary>
    Lead,

    /// <summary>共同牵头: reports its share to the accountable unit.</summary>
    CoLead,

    /// <summary>配合.</summary>
    Supporting,
}

/// <summary>责任 — which unit had which part in a task, from when until when.</summary>
public sealed class Responsibility
{
    public required int GovernmentId { get; init; }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required Guid TaskId { get; init; }

    public required Guid UnitId { get; init; }

    public required UnitPart Part { get; init; }

    /// <summary>The order in which the ledger names the units of a part.</summary>
    public int Position { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>The first day on which it no longer holds; null while it does.</summary>
    public DateOnly? Until { get; set; }
}

namespace Luoshi.Core.Reporting;

/// <summary>规则 in force — the rules as they were from a day on, so that an old return is still read by the rules it was checked by.</summary>
public sealed class RuleSet
{
    public required int GovernmentId { get; init; }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>In UTC; the newest holds.</summary>
    public required DateTime From { get; init; }

    /// <summary>The rules that it replaced; null for the first. No two replace the same: of two people who change them, one is told.</summary>
    public Guid? ReplacedId { get; init; }

    /// <summary>The settings of the checks as JSON.</summary>
    public required string CheckSettings { get; init; }

    /// <summary>The rules of due times as JSON.</summary>
    public required string DueRules { get; init; }
}

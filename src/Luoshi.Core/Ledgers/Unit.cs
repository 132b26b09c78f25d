namespace Luoshi.Core.Ledgers;

/// <summary>What sort of body a unit is.</summary>
public enum UnitKind
{
    /// <summary>区级部门.</summary>
    Department,

    /// <summary>镇、街道.</summary>
    Town,

    /// <summary>国有企业.</summary>
    Enterprise,

    /// <summary>市垂管单位.</summary>
    Vertical,
}

/// <summary>单位 — leads and supports key tasks and reports on them. The name with its qualifier is unique in a government.</summary>
public sealed class Unit
{
    public required int GovernmentId { get; init; }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>As the office writes it: 区府办.</summary>
    public required string Name { get; set; }

    /// <summary>Whose hand in the unit is meant, 金融 of 区府办（金融）; empty for the unit as a whole.</summary>
    public string Qualifier { get; set; } = "";

    public UnitKind Kind { get; set; }

    /// <summary>Other names that documents use.</summary>
    public List<string> Aliases { get; set; } = [];

    public Guid? ParentId { get; set; }

    /// <summary>Whether returns of the unit are signed off by its head before the office sees them.</summary>
    public bool SignsOff { get; set; }

    /// <summary>From this day on nothing is asked of it; null while it exists.</summary>
    public DateOnly? ClosedOn { get; set; }

    /// <summary>Display order within the government.</summary>
    public int Rank { get; set; }

    /// <summary>Grows with every change: whoever saves must have seen the one before.</summary>
    public int Version { get; set; } = 1;

    /// <summary>区府办（金融）.</summary>
    public string DisplayName => Qualifier.Length == 0 ? Name : $"{Name}（{Qualifier}）";

    /// <summary>Whether a document that writes <paramref name="mention"/> means this unit.</summary>
    public bool IsMeantBy(UnitMention mention) =>
        (mention.Qualifier ?? "") == Qualifier && (mention.Name == Name || Aliases.Contains(mention.Name));
}

namespace Luoshi.Core.Ledgers;

/// <summary>政府 — whose ledgers they are. One deployment may hold several: a city and its districts.</summary>
public sealed class Government
{
    /// <summary>Small and never used again: it comes first in every key.</summary>
    public required int Id { get; init; }

    /// <summary>In full: 青岚区人民政府.</summary>
    public required string Name { get; set; }

    /// <summary>The government above; null at the top of the deployment.</summary>
    public int? ParentId { get; set; }

    /// <summary>The name of the place, as scopes in texts use it: 青岚区.</summary>
    public string Place => Name.EndsWith("人民政府", StringComparison.Ordinal) ? Name[..^4] : Name;
}

namespace Luoshi.Core.Reporting;

/// <summary>What the unit says of a figure that was read from its text.</summary>
public enum ReadingStanding
{
    /// <summary>定案数.</summary>
    Final,

    /// <summary>预计数.</summary>
    Estimated,

    /// <summary>读错了: not what the text says.</summary>
    Misread,
}

/// <summary>The words for a <see cref="ReadingStanding"/>.</summary>
public static class ReadingStandings
{
    public static string Name(this ReadingStanding standing) => standing switch
    {
        ReadingStanding.Final => "定案数",
        ReadingStanding.Estimated => "预计数",
        ReadingStanding.Misread => "读错了",
    };
}

/// <summary>核对过的数 — a figure of the progress text that the unit looked at, with the words it stands in.</summary>
public sealed record ConfirmedReading
{
    /// <summary>Exactly the words of the text.</summary>
    public required string Quote { get; init; }

    public string? Metric { get; init; }

    public decimal? Value { get; init; }

    public string Unit { get; init; } = "";

    /// <summary>The months that the figure covers: 2024-01 to 2024-07; null where the text does not say it.</summary>
    public string? Period { get; init; }

    public string? Scope { get; init; }

    public required ReadingStanding Standing { get; init; }
}

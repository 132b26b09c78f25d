namespace Luoshi.Documents.Reading;

/// <summary>
/// What a document may cost. Every reader counts while it reads and refuses at the cap; no number the file says of itself is trusted.
/// </summary>
public sealed record ReadLimits
{
    /// <summary>What somebody sends over the network.</summary>
    public static ReadLimits Upload { get; } = new()
    {
        FileBytes = 20_000_000,
        ZipEntries = 1_000,
        InflatedBytes = 100_000_000,
        InflationRatio = 100,
        RatioFromBytes = 1_000_000,
        XmlDepth = 256,
        XmlElements = 2_000_000,
        Cells = 200_000,
        CellCharacters = 100_000,
        Time = TimeSpan.FromSeconds(10),
    };

    /// <summary>What somebody opens on their own machine: larger, and still no bomb gets through.</summary>
    public static ReadLimits Local { get; } = new()
    {
        FileBytes = 200_000_000,
        ZipEntries = 10_000,
        InflatedBytes = 1_000_000_000,
        InflationRatio = 200,
        RatioFromBytes = 20_000_000,
        XmlDepth = 256,
        XmlElements = 50_000_000,
        Cells = 2_000_000,
        CellCharacters = 2_000_000,
        Time = TimeSpan.FromSeconds(60),
    };

    /// <summary>Bytes of the file itself.</summary>
    public required long FileBytes { get; init; }

    public required int ZipEntries { get; init; }

    /// <summary>Bytes of all zip entries that are read, counted while inflating.</summary>
    public required long InflatedBytes { get; init; }

    /// <summary>Inflated bytes for each byte of the file, looked at once <see cref="RatioFromBytes"/> are inflated.</summary>
    public required int InflationRatio { get; init; }

    public required long RatioFromBytes { get; init; }

    public required int XmlDepth { get; init; }

    public required long XmlElements { get; init; }

    /// <summary>Table cells with or without text and paragraphs outside tables, of the whole document.</summary>
    public required int Cells { get; init; }

    /// <summary>Characters (UTF-16) of one cell or paragraph.</summary>
    public required int CellCharacters { get; init; }

    public required TimeSpan Time { get; init; }
}

namespace Luoshi.App.Safety;

/// <summary>What a backup holds, to be checked before and after it is restored. Its last entry, <c>manifest.json</c>.</summary>
public sealed record BackupManifest
{
    public const string Kind = "luoshi-backup";

    public const int CurrentVersion = 1;

    public string? Format { get; init; }

    public int Version { get; init; }

    /// <summary>The program that made it.</summary>
    public string? Program { get; init; }

    /// <summary>In UTC.</summary>
    public DateTime MadeAt { get; init; }

    /// <summary>The last migration of the store; the same names in both databases.</summary>
    public string? Schema { get; init; }

    public IReadOnlyList<BackupTable> Tables { get; init; } = [];

    /// <summary>Attachments and keys, by their path under the data folder.</summary>
    public IReadOnlyList<BackupFile> Files { get; init; } = [];

    /// <summary>Attachments that rows name and the data folder did not have.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];
}

/// <summary>A table of a backup: the columns of its lines, and what they sum up to.</summary>
public sealed record BackupTable(string Name, IReadOnlyList<string> Columns, long Rows, string Sha256)
{
    /// <summary>Where its lines stand in the archive.</summary>
    public string Entry => $"tables/{Name}.ndjson";
}

/// <summary>A file of a backup.</summary>
public sealed record BackupFile(string Path, long Size, string Sha256)
{
    public string Entry => $"files/{Path}";
}

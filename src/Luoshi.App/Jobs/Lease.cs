namespace Luoshi.App.Jobs;

/// <summary>租约 — which node does a job, and until when no other may begin it.</summary>
public sealed class Lease
{
    /// <summary>The job's.</summary>
    public required string Name { get; init; }

    /// <summary>The node that took it last.</summary>
    public required string Holder { get; set; }

    /// <summary>In UTC.</summary>
    public required DateTime Until { get; set; }
}

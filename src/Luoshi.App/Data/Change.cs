namespace Luoshi.App.Data;

/// <summary>What is written together: it lasts when <see cref="CommitAsync"/> has come back, or nothing of it does.</summary>
public abstract class Change : IAsyncDisposable
{
    public abstract Task CommitAsync(CancellationToken ct);

    /// <summary>Undoes what was not committed.</summary>
    public abstract ValueTask DisposeAsync();
}

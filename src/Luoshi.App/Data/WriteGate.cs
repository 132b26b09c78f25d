namespace Luoshi.App.Data;

/// <summary>
/// One writer at a time in this process. SQLite allows one anyway, and its own way of waiting is to sleep and ask again;
/// standing in line is fair and wastes nothing.
/// </summary>
public sealed class WriteGate : IDisposable
{
    private readonly SemaphoreSlim _free = new(1, 1);

    public async Task<IDisposable> EnterAsync(CancellationToken ct)
    {
        await _free.WaitAsync(ct);
        return new Turn(_free);
    }

    public void Dispose() => _free.Dispose();

    private sealed class Turn(SemaphoreSlim free) : IDisposable
    {
        public void Dispose() => free.Release();
    }
}

using Microsoft.Data.Sqlite;

namespace Luoshi.App.Data;

/// <summary>
/// One writer at a time in this process. SQLite allows one anyway, and its own way of waiting is to sleep and ask again; standing in line is fair and
/// wastes nothing. Those who stand in line at once share a commit: the disk is waited for once, and nobody is told that something lasts before it does.
/// </summary>
public sealed class WriteGate : IDisposable
{
    // Nobody waits for more than these before what he wrote is on the disk.
    private const int MostTogether = 16;

    private readonly SemaphoreSlim _free = new(1, 1);
    private SharedCommit? _shared;
    private int _inLine;

    /// <summary>
    /// The one that all write over, for who has the turn; null where it is to be opened. SQLite forgets the pages that a connection holds when another
    /// one has written: the one that writes everything finds them where it left them.
    /// </summary>
    internal SqliteConnection? Writer { get; set; }

    /// <summary>Waits for the turn to write alone; what others wrote together lasts by then.</summary>
    public async Task EnterAsync(CancellationToken ct)
    {
        await _free.WaitAsync(ct);
        try
        {
            Commit();
        }
        catch
        {
            _free.Release();
            throw;
        }
    }

    /// <summary>Waits for the turn to write together with others.</summary>
    public async Task EnterTogetherAsync(CancellationToken ct)
    {
        Interlocked.Increment(ref _inLine);
        try
        {
            await _free.WaitAsync(ct);
        }
        catch (OperationCanceledException)
        {
            // Somebody may have left the commit to this one.
            if (Interlocked.Decrement(ref _inLine) == 0)
            {
                await EnterAsync(CancellationToken.None);
                _free.Release();
            }

            throw;
        }

        Interlocked.Decrement(ref _inLine);
    }

    /// <summary>For who has the turn: the transaction that others began, or a new one.</summary>
    internal SharedCommit Share() => _shared ??= new SharedCommit(Writer!.BeginTransaction());

    /// <summary>Gives up the turn. The last in line commits what all wrote.</summary>
    public void Leave()
    {
        try
        {
            if (Volatile.Read(ref _inLine) == 0 || _shared is not { Changes: < MostTogether, IsLost: false })
            {
                Commit();
            }
        }
        finally
        {
            _free.Release();
        }
    }

    public void Dispose()
    {
        Writer?.Dispose();
        _free.Dispose();
    }

    private void Commit()
    {
        var shared = _shared;
        _shared = null;
        shared?.Commit();

        // In the middle of something, it is good for nobody.
        if (Writer is { } writer && (writer.State != System.Data.ConnectionState.Open || SQLitePCL.raw.sqlite3_get_autocommit(writer.Handle!) == 0))
        {
            writer.Dispose();
            Writer = null;
        }
    }
}

/// <summary>A transaction of several changes, each of which can be undone without the others until it is committed.</summary>
internal sealed class SharedCommit(SqliteTransaction transaction)
{
    private readonly SqliteConnection _connection = transaction.Connection!;
    private readonly TaskCompletionSource _lasts = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public SqliteTransaction Transaction => transaction;

    /// <summary>Ends when all that is kept in it lasts; fails when nothing of it does.</summary>
    public Task Lasts => _lasts.Task;

    /// <summary>How many changes are kept in it.</summary>
    public int Changes { get; private set; }

    /// <summary>Whether SQLite has undone the whole of it, as it does when there is no room for it.</summary>
    public bool IsLost => SQLitePCL.raw.sqlite3_get_autocommit(_connection.Handle!) != 0;

    public void Begin() => Run("SAVEPOINT change");

    public void Keep()
    {
        Run("RELEASE change");
        Changes++;
    }

    public void Undo()
    {
        if (!IsLost)
        {
            Run("ROLLBACK TO change");
            Run("RELEASE change");
        }
    }

    public void Commit()
    {
        try
        {
            transaction.Commit();
            _lasts.SetResult();
        }
        catch (Exception error)
        {
            // Whatever it was, it is theirs who wait for it.
            _lasts.SetException(error);
        }
        finally
        {
            transaction.Dispose();
        }
    }

    private void Run(string statement)
    {
        using var command = KeptStatements.Take(_connection, statement);
        command.Transaction = transaction;
        command.ExecuteNonQuery();
    }
}

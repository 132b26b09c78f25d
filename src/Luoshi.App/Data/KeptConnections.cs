using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Sqlite.Storage.Internal;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.App.Data;

/// <summary>
/// Open connections to the SQLite file between one request and the next, with what they have compiled (<see cref="KeptStatements"/>). The provider's own
/// pool keeps the file open and nothing else: its functions are registered and every statement is compiled anew each time.
/// </summary>
internal sealed class KeptConnections : IDisposable
{
    private readonly ConcurrentBag<SqliteConnection> _free = [];
    private volatile bool _isOver;

    public SqliteConnection? Take() => _free.TryTake(out var connection) ? connection : null;

    /// <summary>For the next one; one that is closed, or in the middle of something, is good for nobody.</summary>
    public void GiveBack(SqliteConnection connection)
    {
        if (_isOver || connection.State != System.Data.ConnectionState.Open || SQLitePCL.raw.sqlite3_get_autocommit(connection.Handle!) == 0)
        {
            connection.Dispose();
            return;
        }

        _free.Add(connection);
    }

    public void Dispose()
    {
        _isOver = true;
        while (_free.TryTake(out var connection))
        {
            connection.Dispose();
        }
    }
}

#pragma warning disable EF1001 // The provider offers no other place to say where its connection comes from; a test holds what this relies on.
/// <summary>The provider's connection, taken from those that are kept and given back to them.</summary>
internal sealed class KeptSqliteConnection(
    RelationalConnectionDependencies dependencies, IRawSqlCommandBuilder commands, IDiagnosticsLogger<DbLoggerCategory.Infrastructure> logger)
    : SqliteRelationalConnection(dependencies, commands, logger)
{
    // Taken at once: the context is gone when the connection is given back.
    private readonly KeptConnections _kept = Service<KeptConnections>(dependencies);
    private readonly WriteGate _gate = Service<WriteGate>(dependencies);
    private string? _connectionString;
    private bool _writes;

    /// <summary>From here on over the connection that all write over: for who has the turn.</summary>
    public void UseWriter()
    {
        _connectionString = ConnectionString;
        SetDbConnection(_gate.Writer ??= (SqliteConnection)base.CreateDbConnection(), contextOwnsConnection: false);
        _writes = true;
    }

    /// <summary>From here on over one of its own again.</summary>
    public void LeaveWriter()
    {
        _writes = false;
        SetDbConnection(null, contextOwnsConnection: true);
        ConnectionString = _connectionString;
    }

    protected override DbConnection CreateDbConnection() => _kept.Take() ?? base.CreateDbConnection();

    protected override void OpenDbConnection(bool errorsExpected)
    {
        base.OpenDbConnection(errorsExpected);
        Set();
    }

    protected override async Task OpenDbConnectionAsync(bool errorsExpected, CancellationToken cancellationToken)
    {
        await base.OpenDbConnectionAsync(errorsExpected, cancellationToken);
        Set();
    }

    protected override void CloseDbConnection()
    {
        // Open until it is given back.
    }

    protected override Task CloseDbConnectionAsync() => Task.CompletedTask;

    protected override void DisposeDbConnection() => _kept.GiveBack((SqliteConnection)DbConnection);

    protected override ValueTask DisposeDbConnectionAsync()
    {
        DisposeDbConnection();
        return ValueTask.CompletedTask;
    }

    private static T Service<T>(RelationalConnectionDependencies dependencies)
        where T : notnull => dependencies.ContextOptions.FindExtension<CoreOptionsExtension>()!.ApplicationServiceProvider!.GetRequiredService<T>();

    // Who writes holds in memory what a change may have to be undone from, and carries what was written into the file less often, so that a page that many
    // changes touch is carried once. The file is not mapped (mmap_size): with the first look after somebody's commit SQLite would give up the whole mapping.
    private void Set()
    {
        using var command = ((SqliteConnection)DbConnection).CreateCommand();
        command.CommandText = _writes
            ? "PRAGMA cache_size = -16384; PRAGMA temp_store = MEMORY; PRAGMA wal_autocheckpoint = 4000;"
            : "PRAGMA cache_size = -16384;";
        command.ExecuteNonQuery();
    }
}
#pragma warning restore EF1001

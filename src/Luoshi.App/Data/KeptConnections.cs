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
    private readonly KeptConnections _kept = dependencies.ContextOptions.FindExtension<CoreOptionsExtension>()!.ApplicationServiceProvider!.GetRequiredService<KeptConnections>();

    protected override DbConnection CreateDbConnection() => _kept.Take() ?? base.CreateDbConnection();

    protected override void OpenDbConnection(bool errorsExpected)
    {
        base.OpenDbConnection(errorsExpected);
        Set((SqliteConnection)DbConnection);
    }

    protected override async Task OpenDbConnectionAsync(bool errorsExpected, CancellationToken cancellationToken)
    {
        await base.OpenDbConnectionAsync(errorsExpected, cancellationToken);
        Set((SqliteConnection)DbConnection);
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

    // Memory for the pages that are asked for again and again; the file is read where the system has it in memory already instead of being copied; and
    // what was written is carried into it less often, so that a page that many changes touch is carried once.
    private static void Set(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA cache_size = -16384; PRAGMA mmap_size = 17179869184; PRAGMA wal_autocheckpoint = 4000;";
        command.ExecuteNonQuery();
    }
}
#pragma warning restore EF1001

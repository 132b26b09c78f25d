using System.Data;
using System.Data.Common;
using Luoshi.App.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Safety;

/// <summary>The store as it is at one moment, for as long as this is open. Nobody waits for it: neither who reads nor who writes.</summary>
internal sealed class Snapshot : IAsyncDisposable
{
    private readonly LuoshiDb _db;
    private readonly DbTransaction _transaction;

    private Snapshot(LuoshiDb db, DbTransaction transaction) => (_db, _transaction) = (db, transaction);

    public DbConnection Connection => _db.Database.GetDbConnection();

    public static async Task<Snapshot> OpenAsync(LuoshiDb db, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        DbTransaction transaction;
        if (db.Database.GetDbConnection() is SqliteConnection sqlite)
        {
            transaction = sqlite.BeginTransaction(IsolationLevel.Serializable, deferred: true);
        }
        else
        {
            transaction = await db.Database.GetDbConnection().BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        }

        await db.Database.UseTransactionAsync(transaction, ct);
        return new Snapshot(db, transaction);
    }

    public async ValueTask DisposeAsync()
    {
        await _db.Database.UseTransactionAsync(null);
        await _transaction.DisposeAsync();
        await _db.Database.CloseConnectionAsync();
    }
}

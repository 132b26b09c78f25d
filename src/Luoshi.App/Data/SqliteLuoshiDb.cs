using Luoshi.App.Auditing;
using Luoshi.App.Searching;
using Luoshi.Core.Reporting;
using Luoshi.Core.Searching;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace Luoshi.App.Data;

/// <summary>The store in one file: WAL, every commit on the disk before it is acknowledged.</summary>
public sealed class SqliteLuoshiDb(DbContextOptions<SqliteLuoshiDb> options, TimeProvider clock, WriteGate gate) : LuoshiDb(options, clock)
{
    private static readonly Func<SqliteLuoshiDb, int, CancellationToken, Task<AuditChain?>> s_chain =
        EF.CompileAsyncQuery((SqliteLuoshiDb db, int governmentId, CancellationToken _) => db.Set<AuditChain>().AsNoTracking().SingleOrDefault(chain => chain.GovernmentId == governmentId));

    private KeptSqliteConnection Connection => (KeptSqliteConnection)this.GetService<IRelationalConnection>();

    public override async Task<IDisposable> EnterAsync(CancellationToken ct)
    {
        await gate.EnterAsync(ct);
        UseWriter();
        return new Turn(gate, Connection);
    }

    public override async Task<Change> BeginAsync(CancellationToken ct)
    {
        await gate.EnterTogetherAsync(ct);
        UseWriter();
        var change = new SharedChange(gate, this);
        try
        {
            await change.BeginAsync(ct);
            return change;
        }
        catch
        {
            await change.DisposeAsync();
            throw;
        }
    }

    // Refused where an answer is still being read: the turn is for the next then.
    private void UseWriter()
    {
        try
        {
            Connection.UseWriter();
        }
        catch
        {
            gate.Leave();
            throw;
        }
    }

    // The transaction has begun IMMEDIATE: nobody else writes until it ends, so that every moment here is one that all writers wait for.
    protected override Task<AuditChain?> LockChainAsync(int governmentId, CancellationToken ct) => s_chain(this, governmentId, ct);

    protected override IQueryable<SearchEntry> IndexedWith(int governmentId, string foldedWord)
    {
        var (grams, isBeginning) = SearchGrams.Asked(governmentId, foldedWord);
        var phrase = $"\"{string.Join(' ', grams)}\"{(isBeginning ? "*" : "")}";
        return Set<SearchEntry>().FromSql($"SELECT found.* FROM search_grams CROSS JOIN search_entries AS found ON found.id = search_grams.rowid WHERE search_grams MATCH {phrase}");
    }

    // With the indexes it would take all entries of the government and look which of them are meant.
    protected override IQueryable<SearchEntry> IndexedById => Set<SearchEntry>().FromSql($"SELECT * FROM search_entries NOT INDEXED");

    // Where months are named as well, it would take all that the government reported in them and look of which tasks it is.
    protected override IQueryable<ProgressReport> IndexedByTask => Set<ProgressReport>().FromSql($"SELECT * FROM progress_reports INDEXED BY ix_progress_reports_of_task");

    protected override string WordsOf(SearchEntry entry) => string.Join(' ', SearchGrams.Of(entry.GovernmentId, entry.Folded));

    private protected override async Task WriteAsync(IReadOnlyList<NotedRows> noted, IReadOnlyList<IndexedEntry> found, IReadOnlyList<SearchEntry> lost, CancellationToken ct)
    {
        foreach (var (rows, table, statement) in noted)
        {
            await RunAsync(statement, rows, (parameters, row) =>
            {
                for (var index = 0; index < table.Columns.Count; index++)
                {
                    parameters.AddWithValue(table.Parameters[index], table.Columns[index].ValueOf(row));
                }
            });
        }

        await RunAsync("DELETE FROM search_grams WHERE rowid = @id", lost, (parameters, entry) => parameters.AddWithValue("@id", entry.Id));
        await RunAsync("INSERT INTO search_grams (rowid, grams) VALUES (@id, @grams)", found, (parameters, indexed) =>
        {
            parameters.AddWithValue("@id", indexed.Entry.Id);
            parameters.AddWithValue("@grams", indexed.Words);
        });

        async Task RunAsync<T>(string sql, IReadOnlyList<T> rows, Action<SqliteParameterCollection, T> fill)
        {
            if (rows.Count == 0)
            {
                return;
            }

            await using var command = KeptStatements.Take((SqliteConnection)Database.GetDbConnection(), sql);
            command.Transaction = (SqliteTransaction?)Database.CurrentTransaction?.GetDbTransaction();
            foreach (var row in rows)
            {
                command.Parameters.Clear();
                fill(command.Parameters, row);
                await command.ExecuteNonQueryAsync(ct);
            }
        }
    }

    // The words are not kept to be read again, but how many there are of each entry is.
    public override async Task<IReadOnlyList<long>> UnindexedAsync(IReadOnlyList<SearchEntry> entries, CancellationToken ct)
    {
        await using var command = ((SqliteConnection)Database.GetDbConnection()).CreateCommand();
        command.Transaction = (SqliteTransaction?)Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = "SELECT id, sz FROM search_grams_docsize WHERE id IN (SELECT value FROM json_each(@ids))";
        command.Parameters.AddWithValue("@ids", System.Text.Json.JsonSerializer.Serialize(entries.Select(entry => entry.Id)));
        var counts = new Dictionary<long, int>();
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            // Seven bits a byte, the first the highest.
            counts.Add(reader.GetInt64(0), reader.GetFieldValue<byte[]>(1).Aggregate(0, (count, next) => (count << 7) | (next & 0x7F)));
        }

        return [.. entries.Where(entry => counts.GetValueOrDefault(entry.Id, -1) != SearchGrams.Of(entry.GovernmentId, entry.Folded).Count).Select(entry => entry.Id)];
    }

    public override async Task<bool> JoinIndexAsync(CancellationToken ct)
    {
        using var turn = await EnterAsync(ct);
        await Database.OpenConnectionAsync(ct);
        try
        {
            // FTS5 says only by the rows that it changed whether it has joined anything: the statement alone counts for one.
            var connection = (SqliteConnection)Database.GetDbConnection();
            var before = SQLitePCL.raw.sqlite3_total_changes(connection.Handle!);
            await using var command = KeptStatements.Take(connection, "INSERT INTO search_grams (search_grams, rank) VALUES ('merge', 64)");
            await command.ExecuteNonQueryAsync(ct);
            return SQLitePCL.raw.sqlite3_total_changes(connection.Handle!) - before > 1;
        }
        finally
        {
            await Database.CloseConnectionAsync();
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<Guid>().HaveConversion<GuidBytesConverter>();
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcMillisecondsConverter>();
    }

    private sealed class Turn(WriteGate gate, KeptSqliteConnection connection) : IDisposable
    {
        public void Dispose()
        {
            try
            {
                connection.LeaveWriter();
            }
            finally
            {
                gate.Leave();
            }
        }
    }

    private sealed class SharedChange(WriteGate gate, SqliteLuoshiDb db) : Change
    {
        private SharedCommit? _shared;
        private bool _isOver;

        public async Task BeginAsync(CancellationToken ct)
        {
            await db.Database.OpenConnectionAsync(ct);
            var shared = gate.Share();
            await db.Database.UseTransactionAsync(shared.Transaction, ct);
            shared.Begin();
            _shared = shared;
        }

        public override async Task CommitAsync(CancellationToken ct)
        {
            _shared!.Keep();
            await LeaveAsync();
            await _shared.Lasts;
        }

        public override async ValueTask DisposeAsync()
        {
            if (_isOver)
            {
                return;
            }

            try
            {
                _shared?.Undo();
            }
            finally
            {
                await LeaveAsync();
            }

            // It may have been undone for something that another change in it did: nobody acts on that before it lasts.
            if (_shared is not null)
            {
                await _shared.Lasts.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        private async Task LeaveAsync()
        {
            _isOver = true;
            try
            {
                await db.Database.UseTransactionAsync(null);
                await db.Database.CloseConnectionAsync();
                db.Connection.LeaveWriter();
            }
            finally
            {
                gate.Leave();
            }
        }
    }
}

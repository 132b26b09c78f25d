using System.Globalization;
using Luoshi.App.Auditing;
using Luoshi.App.Searching;
using Luoshi.Core.Reporting;
using Luoshi.Core.Searching;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Luoshi.App.Data;

/// <summary>The store in PostgreSQL, for many writers and several nodes.</summary>
public sealed class PostgresLuoshiDb(DbContextOptions<PostgresLuoshiDb> options, TimeProvider clock) : LuoshiDb(options, clock)
{
    private static readonly IDisposable s_noTurn = new NoTurn();

    public override Task<IDisposable> EnterAsync(CancellationToken ct) => Task.FromResult(s_noTurn);

    public override async Task<Change> BeginAsync(CancellationToken ct) => new OwnChange(await Database.BeginTransactionAsync(ct));

    // The first writer of a government has no row to lock yet: a lock on its number stands in. Both are asked in one trip, the row when the lock is there.
    protected override async Task<AuditChain?> LockChainAsync(int governmentId, CancellationToken ct)
    {
        await using var batch = Batch();
        Add(batch, "SELECT pg_advisory_xact_lock(7105, @p0)", governmentId);
        Add(batch, "SELECT sequence, hash FROM audit_chains WHERE government_id = @p0", governmentId);
        await using var reader = await batch.ExecuteReaderAsync(ct);
        await reader.NextResultAsync(ct);
        return await reader.ReadAsync(ct) ? new AuditChain { GovernmentId = governmentId, Sequence = reader.GetInt64(0), Hash = reader.GetFieldValue<byte[]>(1) } : null;
    }

    protected override IQueryable<SearchEntry> IndexedWith(int governmentId, string foldedWord)
    {
        var (grams, isBeginning) = SearchGrams.Asked(governmentId, foldedWord);
        var phrase = isBeginning ? grams[0] + ":*" : string.Join(" <-> ", grams);
        return Set<SearchEntry>().FromSql($"SELECT found.* FROM search_grams JOIN search_entries AS found ON found.id = search_grams.id WHERE search_grams.government_id = {governmentId} AND grams @@ {phrase}::tsquery");
    }

    protected override IQueryable<SearchEntry> IndexedById => Set<SearchEntry>();

    protected override IQueryable<ProgressReport> IndexedByTask => Set<ProgressReport>();

    // gram:1 gram:2 …: the places are said, so that words that follow one another can be asked for.
    protected override string WordsOf(SearchEntry entry) => string.Join(' ', SearchGrams.Of(entry.GovernmentId, entry.Folded).Select((gram, index) => string.Create(CultureInfo.InvariantCulture, $"{gram}:{index + 1}")));

    private protected override async Task WriteAsync(IReadOnlyList<NotedRows> noted, IReadOnlyList<IndexedEntry> found, IReadOnlyList<SearchEntry> lost, CancellationToken ct)
    {
        // One trip for all of it: the chain is held meanwhile, and the government's next writer waits.
        await using var batch = Batch();
        foreach (var (rows, table, statement) in noted)
        {
            foreach (var row in rows)
            {
                Add(batch, statement, [.. table.Columns.Select(column => column.ValueOf(row))]);
            }
        }

        if (lost.Count > 0)
        {
            Add(batch, "DELETE FROM search_grams WHERE government_id = @p0 AND id = ANY (@p1)", lost[0].GovernmentId, lost.Select(entry => entry.Id).ToArray());
        }

        if (found.Count > 0)
        {
            Add(batch, "INSERT INTO search_grams (government_id, id, grams) SELECT g, i, v::tsvector FROM unnest(@p0, @p1, @p2) AS added (g, i, v)",
                found.Select(indexed => indexed.Entry.GovernmentId).ToArray(), found.Select(indexed => indexed.Entry.Id).ToArray(), found.Select(indexed => indexed.Words).ToArray());
        }

        if (batch.BatchCommands.Count > 0)
        {
            await batch.ExecuteNonQueryAsync(ct);
        }
    }

    public override async Task<IReadOnlyList<long>> UnindexedAsync(IReadOnlyList<SearchEntry> entries, CancellationToken ct)
    {
        var (governments, ids, vectors) = (entries.Select(entry => entry.GovernmentId).ToArray(), entries.Select(entry => entry.Id).ToArray(), entries.Select(WordsOf).ToArray());
        return await Database.SqlQuery<long>($"""
            SELECT i AS "Value" FROM unnest({governments}, {ids}, {vectors}) AS wanted (g, i, v)
            WHERE NOT EXISTS (SELECT 1 FROM search_grams WHERE government_id = g AND id = i AND grams = v::tsvector)
            """).ToListAsync(ct);
    }

    // Autovacuum does it.
    public override Task<bool> JoinIndexAsync(CancellationToken ct) => Task.FromResult(false);

    private NpgsqlBatch Batch() => new((NpgsqlConnection)Database.GetDbConnection(), (NpgsqlTransaction?)Database.CurrentTransaction?.GetDbTransaction());

    private static void Add(NpgsqlBatch batch, string statement, params object[] values)
    {
        var command = batch.CreateBatchCommand();
        command.CommandText = statement;
        command.Parameters.AddRange(values.Select((value, index) => new NpgsqlParameter($"@p{index}", value)).ToArray());
        batch.BatchCommands.Add(command);
    }

    private sealed class OwnChange(IDbContextTransaction transaction) : Change
    {
        public override Task CommitAsync(CancellationToken ct) => transaction.CommitAsync(ct);

        public override ValueTask DisposeAsync() => transaction.DisposeAsync();
    }

    private sealed class NoTurn : IDisposable
    {
        public void Dispose()
        {
        }
    }
}

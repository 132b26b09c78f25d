using System.Globalization;
using Luoshi.App.Auditing;
using Luoshi.App.Searching;
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

    protected override async Task<AuditChain?> LockChainAsync(int governmentId, CancellationToken ct)
    {
        // The first writer of a government has no row to lock yet: a lock on its number stands in.
        await Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(7105, {governmentId})", ct);
        return await Set<AuditChain>().AsNoTracking().SingleOrDefaultAsync(chain => chain.GovernmentId == governmentId, ct);
    }

    protected override IQueryable<SearchEntry> IndexedWith(int governmentId, string foldedWord)
    {
        var (grams, isBeginning) = SearchGrams.Asked(governmentId, foldedWord);
        var phrase = isBeginning ? grams[0] + ":*" : string.Join(" <-> ", grams);
        return Set<SearchEntry>().FromSql($"SELECT found.* FROM search_grams JOIN search_entries AS found ON found.id = search_grams.id WHERE search_grams.government_id = {governmentId} AND grams @@ {phrase}::tsquery");
    }

    public override async Task IndexAsync(IReadOnlyList<SearchEntry> added, IReadOnlyList<SearchEntry> removed, CancellationToken ct)
    {
        if (removed.Count > 0)
        {
            var (governmentId, gone) = (removed[0].GovernmentId, removed.Select(entry => entry.Id).ToArray());
            await Database.ExecuteSqlAsync($"DELETE FROM search_grams WHERE government_id = {governmentId} AND id = ANY ({gone})", ct);
        }

        if (added.Count > 0)
        {
            var (governments, ids, vectors) = (added.Select(entry => entry.GovernmentId).ToArray(), added.Select(entry => entry.Id).ToArray(), added.Select(Vector).ToArray());
            await Database.ExecuteSqlAsync($"INSERT INTO search_grams (government_id, id, grams) SELECT g, i, v::tsvector FROM unnest({governments}, {ids}, {vectors}) AS added (g, i, v)", ct);
        }
    }

    private protected override async Task WriteAsync(IReadOnlyList<object> rows, StoreTable table, string statement, CancellationToken ct)
    {
        await using var batch = ((NpgsqlConnection)Database.GetDbConnection()).CreateBatch();
        batch.Transaction = (NpgsqlTransaction?)Database.CurrentTransaction?.GetDbTransaction();
        foreach (var row in rows)
        {
            var command = batch.CreateBatchCommand();
            command.CommandText = statement;
            for (var index = 0; index < table.Columns.Count; index++)
            {
                command.Parameters.Add(new NpgsqlParameter(table.Parameters[index], table.Columns[index].ValueOf(row)));
            }

            batch.BatchCommands.Add(command);
        }

        await batch.ExecuteNonQueryAsync(ct);
    }

    public override async Task<IReadOnlyList<long>> UnindexedAsync(IReadOnlyList<SearchEntry> entries, CancellationToken ct)
    {
        var (governments, ids, vectors) = (entries.Select(entry => entry.GovernmentId).ToArray(), entries.Select(entry => entry.Id).ToArray(), entries.Select(Vector).ToArray());
        return await Database.SqlQuery<long>($"""
            SELECT i AS "Value" FROM unnest({governments}, {ids}, {vectors}) AS wanted (g, i, v)
            WHERE NOT EXISTS (SELECT 1 FROM search_grams WHERE government_id = g AND id = i AND grams = v::tsvector)
            """).ToListAsync(ct);
    }

    // gram:1 gram:2 …: the places are said, so that words that follow one another can be asked for.
    private static string Vector(SearchEntry entry) => string.Join(' ', SearchGrams.Of(entry.GovernmentId, entry.Folded).Select((gram, index) => string.Create(CultureInfo.InvariantCulture, $"{gram}:{index + 1}")));

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

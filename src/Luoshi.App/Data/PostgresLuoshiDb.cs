using Luoshi.App.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Data;

/// <summary>The store in PostgreSQL, for many writers and several nodes.</summary>
public sealed class PostgresLuoshiDb(DbContextOptions<PostgresLuoshiDb> options, TimeProvider clock) : LuoshiDb(options, clock)
{
    private static readonly IDisposable s_noTurn = new NoTurn();

    public override Task<IDisposable> EnterAsync(CancellationToken ct) => Task.FromResult(s_noTurn);

    protected override async Task<AuditChain?> LockChainAsync(int governmentId, CancellationToken ct)
    {
        // The first writer of a government has no row to lock yet: a lock on its number stands in.
        await Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(7105, {governmentId})", ct);
        return await Set<AuditChain>().SingleOrDefaultAsync(chain => chain.GovernmentId == governmentId, ct);
    }

    private sealed class NoTurn : IDisposable
    {
        public void Dispose()
        {
        }
    }
}

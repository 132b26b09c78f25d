using System.Data;
using Luoshi.App.Auditing;
using Luoshi.Core.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Data;

/// <summary>The store in one file: WAL, every commit on the disk before it is acknowledged.</summary>
public sealed class SqliteLuoshiDb(DbContextOptions<SqliteLuoshiDb> options, TimeProvider clock, WriteGate gate) : LuoshiDb(options, clock)
{
    // Opening costs more than an ordinary question, for every function of the provider is registered anew: once for a request, not once a statement.
    // No lock is held by it; disposing of the context gives it back.
    public override void ActAs(Access access)
    {
        base.ActAs(access);
        if (Database.GetDbConnection().State == ConnectionState.Closed)
        {
            Database.OpenConnection();
        }
    }

    public override Task<IDisposable> EnterAsync(CancellationToken ct) => gate.EnterAsync(ct);

    // The transaction has begun IMMEDIATE: nobody else writes until it ends.
    protected override Task<AuditChain?> LockChainAsync(int governmentId, CancellationToken ct) =>
        Set<AuditChain>().SingleOrDefaultAsync(chain => chain.GovernmentId == governmentId, ct);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<Guid>().HaveConversion<GuidBytesConverter>();
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcMillisecondsConverter>();
    }
}

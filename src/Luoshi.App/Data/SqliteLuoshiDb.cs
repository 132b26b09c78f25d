using Luoshi.App.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Data;

/// <summary>The store in one file: WAL, every commit on the disk before it is acknowledged.</summary>
public sealed class SqliteLuoshiDb(DbContextOptions<SqliteLuoshiDb> options, TimeProvider clock, WriteGate gate) : LuoshiDb(options, clock)
{
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

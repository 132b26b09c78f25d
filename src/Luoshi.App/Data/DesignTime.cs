using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Luoshi.App.Data;

/// <summary>For <c>dotnet ef</c>: builds the model, opens nothing.</summary>
internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteLuoshiDb>
{
    public SqliteLuoshiDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SqliteLuoshiDb>();
        Databases.Sqlite(options, "Data Source=design-time.db");
        return new SqliteLuoshiDb(options.Options, TimeProvider.System, new WriteGate());
    }
}

/// <summary>For <c>dotnet ef</c>: builds the model, opens nothing.</summary>
internal sealed class PostgresDesignTime : IDesignTimeDbContextFactory<PostgresLuoshiDb>
{
    public PostgresLuoshiDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<PostgresLuoshiDb>();
        Databases.Postgres(options, "Host=design-time");
        return new PostgresLuoshiDb(options.Options, TimeProvider.System);
    }
}

using Luoshi.Core;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;

namespace Luoshi.App.Data;

/// <summary>Which database a deployment keeps: a file of its own, or PostgreSQL by a connection string.</summary>
public sealed record DatabaseChoice
{
    private DatabaseChoice(string connection, bool isPostgres, string dataFolder)
    {
        Connection = connection;
        IsPostgres = isPostgres;
        DataFolder = dataFolder;
    }

    /// <summary>Holds a password where PostgreSQL asks for one: never printed or logged.</summary>
    public string Connection { get; }

    public bool IsPostgres { get; }

    /// <summary>Where the files beside the database lie: attachments. Nodes on one PostgreSQL share it.</summary>
    public string DataFolder { get; init; }

    /// <summary>The file <c>luoshi.db</c> in the data folder.</summary>
    public static DatabaseChoice InFolder(string dataFolder) => File(Path.Combine(dataFolder, "luoshi.db"));

    /// <summary>A SQLite file.</summary>
    public static DatabaseChoice File(string path) =>
        new(new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true, DefaultTimeout = 30 }.ToString(), isPostgres: false, Path.GetDirectoryName(Path.GetFullPath(path))!);

    /// <returns>PostgreSQL by its connection string, or <c>database-not-understood</c>.</returns>
    public static Outcome<DatabaseChoice> Postgres(string connection)
    {
        try
        {
            return new DatabaseChoice(new NpgsqlConnectionStringBuilder(connection).ToString(), isPostgres: true, "data");
        }
        catch (ArgumentException)
        {
            return new Refusal("database-not-understood", "看不懂数据库连接字符串。PostgreSQL 请写成 Host=…;Database=…;Username=…;Password=…");
        }
    }
}

/// <summary>Puts the store into the services.</summary>
public static class Databases
{
    public static IServiceCollection AddLuoshiDb(this IServiceCollection services, DatabaseChoice choice)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(choice);
        if (choice.IsPostgres)
        {
            services.AddDbContext<PostgresLuoshiDb>(options => Postgres(options, choice.Connection));
            services.AddScoped<LuoshiDb>(provider => provider.GetRequiredService<PostgresLuoshiDb>());
        }
        else
        {
            services.AddSingleton<WriteGate>();
            services.AddDbContext<SqliteLuoshiDb>(options => Sqlite(options, choice.Connection));
            services.AddScoped<LuoshiDb>(provider => provider.GetRequiredService<SqliteLuoshiDb>());
        }

        return services;
    }

    internal static void Sqlite(DbContextOptionsBuilder options, string connection) =>
        options.UseSqlite(connection).UseSnakeCaseNamingConvention().ConfigureWarnings(Quiet);

    internal static void Postgres(DbContextOptionsBuilder options, string connection) =>
        options.UseNpgsql(connection).UseSnakeCaseNamingConvention().ConfigureWarnings(Quiet);

    // A list without an order is a bug of ours, found before anybody sees rows jump.
    private static void Quiet(Microsoft.EntityFrameworkCore.Diagnostics.WarningsConfigurationBuilder warnings) => warnings
        .Throw(Microsoft.EntityFrameworkCore.Diagnostics.CoreEventId.RowLimitingOperationWithoutOrderByWarning);
}

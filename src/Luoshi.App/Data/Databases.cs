using Luoshi.Core;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Sqlite.Storage.Internal;
using Microsoft.EntityFrameworkCore.Update;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
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

    /// <summary>Where what the database is encrypted with lies, so that a copy of the file alone tells no secret; null where the database keeps it for all its nodes.</summary>
    public string? KeyFolder => IsPostgres ? null : Path.Combine(DataFolder, "keys");

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
            var builder = new NpgsqlConnectionStringBuilder(connection);
            if (!builder.ContainsKey("Max Auto Prepare"))
            {
                builder.MaxAutoPrepare = 200;
            }

            return new DatabaseChoice(builder.ToString(), isPostgres: true, "data");
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
    private static readonly KeptStatements s_keptStatements = new();
    private static readonly DeadlineInQueries s_deadlines = new();

    public static IServiceCollection AddLuoshiDb(this IServiceCollection services, DatabaseChoice choice)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(choice);

        // The options are the same for every request, and putting them together is a thirtieth of a submission.
        if (choice.IsPostgres)
        {
            services.AddDbContext<PostgresLuoshiDb>(options => Postgres(options, choice.Connection), optionsLifetime: ServiceLifetime.Singleton);
            services.AddScoped<LuoshiDb>(provider => provider.GetRequiredService<PostgresLuoshiDb>());
        }
        else
        {
            SqliteRuntime.Prepare();
            services.AddSingleton<WriteGate>();
            services.AddSingleton<KeptConnections>();
            services.AddDbContext<SqliteLuoshiDb>(
                options =>
                {
                    Sqlite(options, choice.Connection);
                    Kept(options);
                },
                optionsLifetime: ServiceLifetime.Singleton);
            services.AddScoped<LuoshiDb>(provider => provider.GetRequiredService<SqliteLuoshiDb>());
        }

        return services;
    }

    /// <summary>The keys of what is encrypted: in a folder beside the file, or in the database that several nodes share.</summary>
    public static void AddProtection(this IServiceCollection services, DatabaseChoice choice)
    {
        var protection = services.AddDataProtection().SetApplicationName("luoshi");
        if (choice.KeyFolder is { } folder)
        {
            protection.PersistKeysToFileSystem(new DirectoryInfo(folder));
        }
        else
        {
            services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(
                options => options.XmlRepository = new ProtectionKeys(provider.GetRequiredService<IServiceScopeFactory>())));
        }
    }

    // A list of values is one value: as many as it has would make a text of their own for each length, put together and compiled every time.
    internal static void Sqlite(DbContextOptionsBuilder options, string connection) =>
        options.UseSqlite(connection, sqlite => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter)).UseSnakeCaseNamingConvention().AddInterceptors(s_deadlines).ReplaceService<IBatchExecutor, SavesInTurn>().ConfigureWarnings(Quiet);

    // Apart from the rest: the design-time context has no services that keep anything.
    private static void Kept(DbContextOptionsBuilder options) =>
#pragma warning disable EF1001 // See KeptSqliteConnection.
        options.ReplaceService<ISqliteRelationalConnection, KeptSqliteConnection>().AddInterceptors(s_keptStatements);
#pragma warning restore EF1001

    internal static void Postgres(DbContextOptionsBuilder options, string connection) =>
        options.UseNpgsql(connection).UseSnakeCaseNamingConvention().AddInterceptors(s_deadlines).ReplaceService<IBatchExecutor, SavesInTurn>().ConfigureWarnings(Quiet);

    private static void Quiet(WarningsConfigurationBuilder warnings) => warnings

        // A list without an order is a bug of ours, found before anybody sees rows jump.
        .Throw(CoreEventId.RowLimitingOperationWithoutOrderByWarning)

        // Two who write the same at once are told so by TrySaveAsync: no error. What it does not know of is thrown on and logged with its stack by whatever asked.
        .Log((CoreEventId.SaveChangesFailed, LogLevel.Debug), (RelationalEventId.CommandError, LogLevel.Debug));
}

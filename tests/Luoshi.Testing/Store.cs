using Luoshi.App;
using Luoshi.App.Data;
using Luoshi.Core.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using Xunit;

namespace Luoshi.Testing;

/// <summary>A real database of its own for one test, at a time that the test sets.</summary>
public sealed class Store : IAsyncDisposable
{
    private static readonly SemaphoreSlim s_preparing = new(1, 1);
    private static string? s_sqliteTemplate;
    private static bool s_postgresPrepared;

    private readonly ServiceProvider _services;
    private readonly Func<Task> _remove;

    private Store(DatabaseChoice choice, FakeTimeProvider clock, Func<Task> remove)
    {
        Choice = choice;
        Clock = clock;
        _remove = remove;
        _services = AddTo(new ServiceCollection().AddSingleton<TimeProvider>(clock).AddLogging().AddLuoshi(choice))
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    public DatabaseChoice Choice { get; }

    public FakeTimeProvider Clock { get; }

    /// <summary>What was asked of the database so far.</summary>
    public Statements Statements { get; } = new();

    /// <summary>The program's own services over this database.</summary>
    public IServiceProvider Services => _services;

    /// <summary>The administrator's connection to the server that the tests may use; null where none was started.</summary>
    public static string? PostgresServer => Environment.GetEnvironmentVariable("LUOSHI_TEST_POSTGRES");

    /// <param name="database"><c>sqlite</c> or <c>postgres</c>. The test is skipped where there is no PostgreSQL.</param>
    /// <param name="now">The time to begin with; 22 July 2024, nine in the morning in Beijing.</param>
    public static async Task<Store> CreateAsync(string database, DateTimeOffset? now = null)
    {
        var clock = new FakeTimeProvider(now ?? new DateTimeOffset(2024, 7, 22, 9, 0, 0, TimeSpan.FromHours(8)));
        return database == "postgres" ? await PostgresAsync(clock) : await SqliteAsync(clock);
    }

    /// <summary>On a PostgreSQL of the test's own, which goes with all that is in it.</summary>
    public static async Task<Store> CreateAsync(PostgresCluster cluster, DateTimeOffset now)
    {
        var folder = Directory.CreateTempSubdirectory("luoshi-test-").FullName;
        var choice = DatabaseChoice.Postgres(cluster.Connection).Value with { DataFolder = folder };
        await MigrateAsync(choice);
        return new Store(choice, new FakeTimeProvider(now), () =>
        {
            Directory.Delete(folder, recursive: true);
            return Task.CompletedTask;
        });
    }

    /// <summary>
    /// What a host over this database has besides the program's own: its statements are told here too, and a password takes a hundredth of the time to
    /// be tried, by the setting of the hashing itself. Tests try hundreds, and none is about how long that takes.
    /// </summary>
    public IServiceCollection AddTo(IServiceCollection services) => services
        .Configure<PasswordHasherOptions>(hashing => hashing.IterationCount = 1000)
        .ConfigureDbContext<SqliteLuoshiDb>(options => options.AddInterceptors(Statements)).ConfigureDbContext<PostgresLuoshiDb>(options => options.AddInterceptors(Statements));

    /// <summary>Does one piece of work as somebody, with services of its own as a request has them.</summary>
    public async Task<T> AsAsync<T>(Access access, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = _services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<LuoshiDb>().ActAs(access);
        return await work(scope.ServiceProvider);
    }

    /// <summary>Asks one operation as somebody.</summary>
    public Task<TResult> AskAsync<TOperation, TResult>(Access access, Func<TOperation, Task<TResult>> ask)
        where TOperation : notnull => AsAsync(access, services => ask(services.GetRequiredService<TOperation>()));

    /// <summary>Looks into the store as somebody.</summary>
    public Task<T> LookAsync<T>(Access access, Func<LuoshiDb, Task<T>> look) => AskAsync(access, look);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _remove();
    }

    private static async Task<Store> SqliteAsync(FakeTimeProvider clock)
    {
        await s_preparing.WaitAsync();
        try
        {
            if (s_sqliteTemplate is null)
            {
                var template = Path.Combine(Directory.CreateTempSubdirectory("luoshi-template-").FullName, "luoshi.db");
                await MigrateAsync(DatabaseChoice.File(template));
                SqliteConnection.ClearAllPools();
                s_sqliteTemplate = template;
            }
        }
        finally
        {
            s_preparing.Release();
        }

        var folder = Directory.CreateTempSubdirectory("luoshi-test-").FullName;
        File.Copy(s_sqliteTemplate, Path.Combine(folder, "luoshi.db"));
        return new Store(DatabaseChoice.InFolder(folder), clock, () =>
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
            return Task.CompletedTask;
        });
    }

    private static async Task<Store> PostgresAsync(FakeTimeProvider clock)
    {
        Assert.SkipWhen(PostgresServer is null, "No PostgreSQL was started: LUOSHI_TEST_POSTGRES names none.");
        var template = $"luoshi_template_{Environment.ProcessId}";
        await s_preparing.WaitAsync();
        try
        {
            if (!s_postgresPrepared)
            {
                await ServerAsync($"CREATE DATABASE {template}");
                await MigrateAsync(DatabaseChoice.Postgres(ConnectionTo(template)).Value);
                NpgsqlConnection.ClearAllPools();
                s_postgresPrepared = true;
            }
        }
        finally
        {
            s_preparing.Release();
        }

        var name = $"luoshi_test_{Guid.NewGuid():N}";
        await ServerAsync($"CREATE DATABASE {name} TEMPLATE {template}");
        var folder = Directory.CreateTempSubdirectory("luoshi-test-").FullName;
        return new Store(DatabaseChoice.Postgres(ConnectionTo(name)).Value with { DataFolder = folder }, clock, () =>
        {
            Directory.Delete(folder, recursive: true);
            return ServerAsync($"DROP DATABASE {name} WITH (FORCE)");
        });
    }

    private static string ConnectionTo(string database) => new NpgsqlConnectionStringBuilder(PostgresServer) { Database = database, MaxPoolSize = 20 }.ToString();

    private static async Task ServerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(PostgresServer) { Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task MigrateAsync(DatabaseChoice choice)
    {
        await using var services = new ServiceCollection().AddLogging().AddLuoshi(choice).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<LuoshiDb>().Database.MigrateAsync();
    }
}

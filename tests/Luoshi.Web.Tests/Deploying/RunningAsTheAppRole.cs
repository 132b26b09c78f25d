using System.Net;
using System.Runtime.CompilerServices;
using Luoshi.App.Data;
using Luoshi.App.Ledgers;
using Luoshi.Core.Accounts;
using Luoshi.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Luoshi.Web.Tests.Deploying;

/// <summary>The role files of <c>deploy/</c> as they are, on a real PostgreSQL: the program works with them and cannot touch what was written into the audit.</summary>
public sealed class RunningAsTheAppRole : IAsyncLifetime
{
    private readonly string _suffix = Guid.NewGuid().ToString("N")[..12];

    private string Database => $"luoshi_{_suffix}";

    private string OwnerRole => $"luoshi_owner_{_suffix}";

    private string AppRole => $"luoshi_app_{_suffix}";

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(Store.PostgresServer is null, "No PostgreSQL was started: LUOSHI_TEST_POSTGRES names none.");
        var parts = Own(Deploy("postgres-roles.sql")).Split($"\\connect {Database}");
        await RunAsync(Store.PostgresServer!, parts[0]);
        await RunAsync(new NpgsqlConnectionStringBuilder(Store.PostgresServer) { Database = Database }.ToString(), parts[1]);

        // As docs/deploy.md has it: the new version once as the owner, then the audit's file, then as the program.
        await using (var app = await LuoshiHost.BuildAsync(As(OwnerRole), "http://127.0.0.1:0", TimeProvider.System, CancellationToken.None))
        {
        }

        await RunAsync(As(OwnerRole).Connection, Own(Deploy("postgres-audit.sql")));
    }

    [Fact]
    public async Task The_program_starts_and_works()
    {
        await using var app = await LuoshiHost.BuildAsync(As(AppRole), "http://127.0.0.1:0", TimeProvider.System, CancellationToken.None);
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(new Uri("/health/ready", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<LuoshiDb>();
        db.ActAs(Access.System);
        Assert.Null((await scope.ServiceProvider.GetRequiredService<CreateGovernment>().ExecuteAsync("青岚区人民政府", null, CancellationToken.None)).Refusal);
        Assert.Equal(1, await db.AuditEntries.CountAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("UPDATE audit_entries SET account_name = '别人'")]
    [InlineData("DELETE FROM audit_entries")]
    [InlineData("TRUNCATE audit_entries")]
    [InlineData("UPDATE audit_anchors SET sequence = 0")]
    [InlineData("DELETE FROM audit_anchors")]
    [InlineData("ALTER TABLE audit_entries DISABLE TRIGGER ALL")]
    [InlineData("DROP TABLE audit_entries")]
    [InlineData("DELETE FROM \"__EFMigrationsHistory\"")]
    [InlineData("CREATE TABLE other (id int)")]
    public async Task What_was_written_into_the_audit_stays(string sql)
    {
        var refused = await Assert.ThrowsAsync<PostgresException>(() => RunAsync(As(AppRole).Connection, sql));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task Not_even_the_owner_changes_it()
    {
        await using (var app = await LuoshiHost.BuildAsync(As(AppRole), "http://127.0.0.1:0", TimeProvider.System, CancellationToken.None))
        {
            await using var scope = app.Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<LuoshiDb>().ActAs(Access.System);
            await scope.ServiceProvider.GetRequiredService<CreateGovernment>().ExecuteAsync("青岚区人民政府", null, CancellationToken.None);
        }

        await Assert.ThrowsAsync<PostgresException>(() => RunAsync(As(OwnerRole).Connection, "UPDATE audit_entries SET account_name = '别人'"));
        await Assert.ThrowsAsync<PostgresException>(() => RunAsync(As(OwnerRole).Connection, "DELETE FROM audit_entries"));
    }

    public async ValueTask DisposeAsync()
    {
        if (Store.PostgresServer is null)
        {
            return;
        }

        NpgsqlConnection.ClearAllPools();
        await RunAsync(Store.PostgresServer, $"DROP DATABASE {Database} WITH (FORCE)");
        await RunAsync(Store.PostgresServer, $"DROP ROLE {AppRole}");
        await RunAsync(Store.PostgresServer, $"DROP ROLE {OwnerRole}");
    }

    private static string Deploy(string file, [CallerFilePath] string test = "") => File.ReadAllText(Path.Combine(Path.GetDirectoryName(test)!, "..", "..", "..", "deploy", file));

    // Roles are the whole server's: this test's have names of their own.
    private string Own(string sql) => sql
        .Replace("luoshi_owner", OwnerRole, StringComparison.Ordinal).Replace("luoshi_app", AppRole, StringComparison.Ordinal)
        .Replace("DATABASE luoshi", $"DATABASE {Database}", StringComparison.Ordinal).Replace("\\connect luoshi", $"\\connect {Database}", StringComparison.Ordinal)
        .Replace(":'owner_password'", "'pw'", StringComparison.Ordinal).Replace(":'app_password'", "'pw'", StringComparison.Ordinal);

    private DatabaseChoice As(string role) =>
        DatabaseChoice.Postgres(new NpgsqlConnectionStringBuilder(Store.PostgresServer) { Database = Database, Username = role, Password = "pw" }.ToString()).Value;

    private static async Task RunAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ToString());
        await connection.OpenAsync();

        // One statement at a time: a database is not made within others.
        foreach (var statement in string.Join('\n', sql.Split('\n').Where(line => !line.StartsWith("--", StringComparison.Ordinal))).Split(';').Where(part => part.Trim().Length > 0))
        {
            await using var command = new NpgsqlCommand(statement, connection);
            await command.ExecuteNonQueryAsync();
        }
    }
}

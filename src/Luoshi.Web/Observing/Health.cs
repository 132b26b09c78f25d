using Luoshi.App.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Observing;

/// <summary>What is asked of the program, and whether it holds. Says nothing of the business and nothing of the machine.</summary>
public sealed record Health(bool Ready, IReadOnlyDictionary<string, bool> Checks);

/// <summary>Whether the program is there and whether it can work, for whatever starts it and sends it requests.</summary>
internal static class HealthEndpoints
{
    // Less than this and the next backup or a busy day fills the disk.
    private const long LeastFreeBytes = 512L * 1024 * 1024;

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => TypedResults.Text("ok")).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/health/ready", ReadyAsync).AllowAnonymous().ExcludeFromDescription();
    }

    private static async Task<JsonHttpResult<Health>> ReadyAsync(LuoshiDb db, DatabaseChoice database, CancellationToken ct)
    {
        var reached = await db.Database.CanConnectAsync(ct);
        var checks = new Dictionary<string, bool>
        {
            ["database"] = reached,
            ["migrations"] = reached && !(await db.Database.GetPendingMigrationsAsync(ct)).Any(),
            ["disk"] = HasRoom(database),
        };
        var ready = checks.Values.All(holds => holds);
        return TypedResults.Json(new Health(ready, checks), statusCode: ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    // Of a PostgreSQL the disk is elsewhere and its own business.
    private static bool HasRoom(DatabaseChoice database) =>
        database.IsPostgres || new DriveInfo(Path.GetDirectoryName(Path.GetFullPath(new SqliteConnectionStringBuilder(database.Connection).DataSource))!).AvailableFreeSpace >= LeastFreeBytes;
}

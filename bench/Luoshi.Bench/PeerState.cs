using System.Text.Json;
using Luoshi.App;
using Luoshi.App.Accounts;
using Luoshi.App.Data;
using Luoshi.App.Ledgers;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Ledgers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Bench;

/// <summary>The government, accounts and tokens that the peer comparison asks with: an office, then a reporter for each unit and a leader for each post.</summary>
internal static class PeerState
{
    private const int Year = 2024;

    /// <summary>Makes an empty government with its ledger and the office's account.</summary>
    /// <returns>As JSON: the government and the office's token.</returns>
    public static async Task<string> BeginAsync(string folder)
    {
        Directory.CreateDirectory(folder);
        await using var services = Open(folder);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<LuoshiDb>();
        await db.Database.MigrateAsync();
        db.ActAs(Access.System);
        var government = Demand(await scope.ServiceProvider.GetRequiredService<CreateGovernment>().ExecuteAsync("青岚区人民政府", null, CancellationToken.None)).Id;
        db.ActAs(Access.SystemOf(government));
        Demand(await scope.ServiceProvider.GetRequiredService<OpenLedger>().ExecuteAsync(Year, null, CancellationToken.None));
        return JsonSerializer.Serialize(new { government, office = await TokenAsync(services, government, "office", Role.Clerk, null, null) });
    }

    /// <summary>Makes a reporter for each unit and a leader for each post that the tasks brought.</summary>
    /// <returns>As JSON: their tokens by unit and post.</returns>
    public static async Task<string> PeopleAsync(string folder)
    {
        await using var services = Open(folder);
        List<Unit> units;
        List<LeaderPost> posts;
        await using (var scope = services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<LuoshiDb>();
            db.ActAs(Access.System);
            units = await db.Units.AsNoTracking().OrderBy(unit => unit.Id).ToListAsync();
            posts = await db.LeaderPosts.AsNoTracking().OrderBy(post => post.Id).ToListAsync();
        }

        var reporters = new Dictionary<Guid, string>();
        foreach (var unit in units)
        {
            reporters[unit.Id] = await TokenAsync(services, unit.GovernmentId, $"u{unit.Id:N}"[..30], Role.UnitReporter, unit.Id, null);
        }

        var leaders = new Dictionary<Guid, string>();
        foreach (var post in posts)
        {
            leaders[post.Id] = await TokenAsync(services, post.GovernmentId, $"l{post.Id:N}"[..30], Role.Leader, null, post.Id);
        }

        return JsonSerializer.Serialize(new { units = reporters, leaders });
    }

    private static ServiceProvider Open(string folder) => new ServiceCollection().AddLogging().AddLuoshi(DatabaseChoice.InFolder(folder)).BuildServiceProvider();

    private static async Task<string> TokenAsync(ServiceProvider services, int government, string name, Role role, Guid? unitId, Guid? postId)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<LuoshiDb>();
        db.ActAs(Access.System);
        var account = Demand(await scope.ServiceProvider.GetRequiredService<CreateAccount>().ExecuteAsync(government, name, name, CancellationToken.None));
        var position = Demand(await scope.ServiceProvider.GetRequiredService<GrantRole>().ExecuteAsync(account.Id, role, unitId, postId, CancellationToken.None));
        db.ActAs(new Access { GovernmentId = government, Scope = role.Scope(), AccountId = account.Id, Name = name, Role = role, UnitId = unitId, PostId = postId });
        return Demand(await scope.ServiceProvider.GetRequiredService<CreateAccessToken>().ExecuteAsync(position.Id, "peer", TokenScope.ReadWrite, 30, CancellationToken.None)).Secret;
    }

    private static T Demand<T>(Outcome<T> outcome)
        where T : notnull => outcome.Value;
}

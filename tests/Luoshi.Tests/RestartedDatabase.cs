using System.Diagnostics;
using System.Threading.Channels;
using Luoshi.Core.Accounts;
using Luoshi.Core.Reporting;
using Luoshi.Testing;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Luoshi.Tests;

/// <summary>The real program under load while its PostgreSQL is restarted, politely and not.</summary>
public sealed class RestartedDatabase
{
    private const int Clients = 6;

    [Fact]
    public async Task Nothing_that_was_answered_is_lost_and_the_program_goes_on_by_itself()
    {
        await using var cluster = await PostgresCluster.StartAsync();
        await using var store = await Store.CreateAsync(cluster, DateTimeOffset.UtcNow);
        var district = await SmallDistrict.CreateAsync(store);
        foreach (var month in Enumerable.Range(1, Clients))
        {
            await district.OpenAsync(new ReportingPeriod(2024, month), "新建高标准农田");
        }

        var items = await store.LookAsync(district.FarmingReporter, db => db.DueItems.OrderBy(item => item.Id).Select(item => item.Id).Take(Clients).ToListAsync());
        var secret = await ServedOffice.TokenAsync(district);
        var answered = new List<string>();
        using var server = ServedOffice.Start(store);
        var address = await ServedOffice.AddressAsync(server);
        _ = server.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        _ = server.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        using var stop = new CancellationTokenSource();
        var heard = Channel.CreateUnbounded<string>();
        var clients = Task.WhenAll(items.Select(item => Task.Run(() => ServedOffice.WorkAsync(address, secret, item, heard.Writer, stop.Token))));

        foreach (var mode in (string[])["fast", "immediate", "immediate"])
        {
            await HearAsync(10);
            await cluster.RestartAsync(mode);
            while (heard.Reader.TryRead(out var before))
            {
                answered.Add(before);
            }
        }

        // Nobody has started it again, and it takes what comes.
        await HearAsync(10);
        Assert.False(server.HasExited);
        await stop.CancelAsync();
        await clients;
        Process.Start("kill", ["-TERM", $"{server.Id}"]).WaitForExit();
        await server.WaitForExitAsync(TestContext.Current.CancellationToken);
        heard.Writer.Complete();
        answered.AddRange(heard.Reader.ReadAllAsync(TestContext.Current.CancellationToken).ToBlockingEnumerable(TestContext.Current.CancellationToken));
        NpgsqlConnection.ClearAllPools();
        var texts = await store.LookAsync(Access.System, db => db.ReportVersions.Select(version => version.Progress).ToListAsync());
        Assert.Empty(answered.Except(texts));
        Assert.Empty(await ServedOffice.FindingsAsync(store));
        Assert.Equal(0, server.ExitCode);

        async Task HearAsync(int count)
        {
            foreach (var _ in Enumerable.Range(0, count))
            {
                answered.Add(await heard.Reader.ReadAsync(TestContext.Current.CancellationToken));
            }
        }
    }
}

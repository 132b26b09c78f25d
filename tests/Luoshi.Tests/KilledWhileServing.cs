using System.Threading.Channels;
using Luoshi.Core.Accounts;
using Luoshi.Core.Reporting;
using Luoshi.Testing;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Tests;

/// <summary>The real program, asked by many programs at once and killed in the middle, again and again: what it answered is there.</summary>
public sealed class KilledWhileServing
{
    private const int Clients = 6;

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Nothing_that_was_answered_is_lost_and_nothing_half_done_is_seen(string database)
    {
        await using var store = await Store.CreateAsync(database, DateTimeOffset.UtcNow);
        var district = await SmallDistrict.CreateAsync(store);
        foreach (var month in Enumerable.Range(1, 6))
        {
            await district.OpenAsync(new ReportingPeriod(2024, month), "新建高标准农田");
        }

        var items = await store.LookAsync(district.FarmingReporter, db => db.DueItems.OrderBy(item => item.Id).Select(item => item.Id).Take(Clients).ToListAsync());
        var secret = await ServedOffice.TokenAsync(district);
        var answered = new List<string>();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();

        foreach (var round in Enumerable.Range(0, 3))
        {
            using var server = ServedOffice.Start(store);
            var address = await ServedOffice.AddressAsync(server);
            using var stop = new CancellationTokenSource();
            var heard = Channel.CreateUnbounded<string>();
            var clients = Task.WhenAll(items.Select(item => Task.Run(() => ServedOffice.WorkAsync(address, secret, item, heard.Writer, stop.Token))));
            _ = clients.ContinueWith(_ => heard.Writer.Complete(), TaskScheduler.Default);
            foreach (var _ in Enumerable.Range(0, 5 + Random.Shared.Next(30)))
            {
                answered.Add(await heard.Reader.ReadAsync(TestContext.Current.CancellationToken));
            }

            server.Kill();
            await server.WaitForExitAsync(TestContext.Current.CancellationToken);
            await stop.CancelAsync();
            await clients;

            // What it answered before it died, and was not yet counted.
            answered.AddRange(heard.Reader.ReadAllAsync(TestContext.Current.CancellationToken).ToBlockingEnumerable(TestContext.Current.CancellationToken));

            var texts = await store.LookAsync(Access.System, db => db.ReportVersions.Select(version => version.Progress).ToListAsync());
            Assert.Empty(answered.Except(texts));
            Assert.Empty(await ServedOffice.FindingsAsync(store));
        }
    }
}

using Luoshi.App.Jobs;
using Luoshi.Core.Accounts;
using Luoshi.Core.Reporting;
using Luoshi.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Luoshi.App.Tests.Jobs;

/// <summary>Jobs are done by the clock, each by one node at a time, and never twice.</summary>
public sealed class RunningJobsOnTwoNodes
{
    private static readonly DateTimeOffset s_firstOfJuly = new(2024, 7, 1, 8, 0, 0, TimeSpan.FromHours(8));

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Of_two_nodes_that_begin_at_once_each_job_is_done_by_one(string database)
    {
        await using var store = await Store.CreateAsync(database, s_firstOfJuly);
        await SmallDistrict.CreateAsync(store);
        await using var second = Node(store);
        using var one = Host(store.Services, store);
        using var other = Host(second, store);

        var done = await Task.WhenAll(Task.Run(() => one.RunDueAsync(CancellationToken.None)), Task.Run(() => other.RunDueAsync(CancellationToken.None)));

        Assert.Equal(Job.All.Select(job => job.Name).Order(), done.SelectMany(names => names).Order());
        Assert.Equal(1, await store.LookAsync(Access.System, db => db.AuditEntries.CountAsync(entry => entry.Action == "period-opened")));
        Assert.Equal(3, await store.LookAsync(Access.System, db => db.DueItems.CountAsync()));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task What_one_node_did_the_other_does_when_its_time_comes_again(string database)
    {
        await using var store = await Store.CreateAsync(database, s_firstOfJuly);
        await SmallDistrict.CreateAsync(store);
        using var one = Host(store.Services, store);
        using var other = Host(store.Services, store);

        await one.RunDueAsync(CancellationToken.None);
        var tooEarly = await other.RunDueAsync(CancellationToken.None);
        store.Clock.Advance(TimeSpan.FromMinutes(1));
        var aMinuteLater = await other.RunDueAsync(CancellationToken.None);
        store.Clock.Advance(TimeSpan.FromHours(1));
        var anHourLater = await one.RunDueAsync(CancellationToken.None);

        Assert.Empty(tooEarly);
        Assert.Equal(["deliver-outbox", "join-index"], aMinuteLater);
        Assert.Equal(["open-periods", "remind", "deliver-outbox", "anchor-audit", "forget-answers", "join-index"], anHourLater);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task The_audit_is_anchored_once_on_every_day(string database)
    {
        await using var store = await Store.CreateAsync(database, s_firstOfJuly);
        await SmallDistrict.CreateAsync(store);
        using var one = Host(store.Services, store);
        using var other = Host(store.Services, store);

        foreach (var hour in Enumerable.Range(0, 3 * 24))
        {
            await (hour % 2 == 0 ? one : other).RunDueAsync(CancellationToken.None);
            store.Clock.Advance(TimeSpan.FromHours(1));
        }

        // From eight in the morning for three days: a piece of the fourth is in it.
        var days = await store.LookAsync(Access.System, db => db.AuditAnchors.OrderBy(anchor => anchor.Day).Select(anchor => anchor.Day).ToListAsync());
        Assert.Equal(Enumerable.Range(1, 4).Select(day => new DateOnly(2024, 7, day)), days);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Many_that_ask_for_a_lease_at_once_find_one_holder(string database)
    {
        await using var store = await Store.CreateAsync(database);

        foreach (var _ in Enumerable.Range(0, 3))
        {
            var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(node => Task.Run(() => store.AskAsync<TakeLease, bool>(
                Access.System, take => take.ExecuteAsync("job", $"{node}", TimeSpan.FromMinutes(1), CancellationToken.None)))));
            Assert.Single(taken, true);
            store.Clock.Advance(TimeSpan.FromMinutes(1));
        }
    }

    [Theory]
    [InlineData("2024-06-30T20:00:00+08:00", 6)]
    [InlineData("2024-07-01T00:00:00+08:00", 7)]
    [InlineData("2024-09-01T12:00:00+08:00", null)]
    [InlineData("2024-09-02T00:00:00+08:00", 9)]
    [InlineData("2024-02-29T23:59:59+08:00", 2)]
    [InlineData("2024-03-01T00:00:00+08:00", 3)]
    [InlineData("2024-01-01T09:00:00+08:00", null)]
    [InlineData("2024-01-02T09:00:00+08:00", 1)]
    [InlineData("2023-12-31T23:59:59+08:00", null)]
    [InlineData("2024-10-07T09:00:00+08:00", null)]
    [InlineData("2024-10-08T09:00:00+08:00", 10)]
    [InlineData("2024-12-31T23:59:59+08:00", 12)]
    public async Task The_month_is_opened_from_its_first_workday_on_in_Beijing(string now, int? month)
    {
        await using var store = await Store.CreateAsync("sqlite", DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture));
        await SmallDistrict.CreateAsync(store);
        using var host = Host(store.Services, store);

        await host.RunDueAsync(CancellationToken.None);

        var opened = await store.LookAsync(Access.System, db => db.OpenedPeriods.Select(period => period.Month).ToListAsync());
        Assert.Equal(month is { } expected ? [new ReportingPeriod(2024, expected)] : [], opened);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Units_are_reminded_once_on_their_day_where_the_office_wants_it(string database)
    {
        await using var store = await Store.CreateAsync(database, new DateTimeOffset(2024, 7, 1, 9, 0, 0, TimeSpan.FromHours(8)));
        var district = await SmallDistrict.CreateAsync(store);
        await district.OpenAsync(new ReportingPeriod(2024, 7), "新建高标准农田");
        await using var wanting = new ServiceCollection().AddSingleton<TimeProvider>(store.Clock).AddSingleton(new JobSettings { Reminds = true }).AddLogging().AddLuoshi(store.Choice).BuildServiceProvider();
        using var one = Host(wanting, store);
        using var other = Host(wanting, store);

        store.Clock.Advance(TimeSpan.FromDays(24));
        await Task.WhenAll(Task.Run(() => one.RunDueAsync(CancellationToken.None)), Task.Run(() => other.RunDueAsync(CancellationToken.None)));
        store.Clock.Advance(TimeSpan.FromHours(2));
        await other.RunDueAsync(CancellationToken.None);

        var sent = await store.LookAsync(Access.System, db => db.SentReminders.Select(reminder => reminder.UnitId).ToListAsync());
        Assert.Equal(new[] { district.Farming.Id, district.Housing.Id }.Order(), sent.Order());
    }

    [Fact]
    public async Task Sessions_that_nobody_came_back_to_are_removed()
    {
        await using var store = await Store.CreateAsync("sqlite");
        await store.LookAsync(Access.System, db => db.Database.ExecuteSqlRawAsync("""
            PRAGMA foreign_keys = OFF;
            INSERT INTO sessions (secret_hash, government_id, id, account_id, position_id, security_stamp, second_factor_shown, idle_minutes, longest_hours, started_at, seen_at) VALUES
              (x'01', 1, x'01', x'01', x'01', '', 0, 30, 10, 0, 1000), (x'02', 1, x'02', x'01', x'01', '', 0, 30, 10, 0, 1721600000000);
            """));
        using var host = Host(store.Services, store);

        await host.RunDueAsync(CancellationToken.None);

        Assert.Equal(1, await store.LookAsync(Access.System, db => db.Sessions.CountAsync()));
    }

    private static JobHost Host(IServiceProvider services, Store store) => new(services.GetRequiredService<IServiceScopeFactory>(), store.Clock, NullLogger<JobHost>.Instance);

    // Another process over the same database: services of its own, so also a gate of its own.
    private static ServiceProvider Node(Store store) => new ServiceCollection().AddSingleton<TimeProvider>(store.Clock).AddLogging().AddLuoshi(store.Choice).BuildServiceProvider();
}

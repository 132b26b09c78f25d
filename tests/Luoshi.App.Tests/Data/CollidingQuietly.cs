using Luoshi.App.Data;
using Luoshi.Core.Ledgers;
using Luoshi.Core.Reporting;
using Luoshi.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Luoshi.App.Tests.Data;

/// <summary>Two who write the same at once are told so; nobody who reads the log is alarmed by it.</summary>
public sealed class CollidingQuietly
{
    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task The_second_of_two_is_told_and_the_log_says_nothing(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var task = await store.LookAsync(district.System, db => db.KeyTasks.OrderBy(task => task.Id).FirstAsync());
        using var log = new KeptLog();
        await using var services = Services(store, log);

        var first = await PlanAsync(services, district, task.Id);
        var second = await PlanAsync(services, district, task.Id);

        Assert.Equal((null, "changed-meanwhile"), (first?.Code, second?.Code));
        Assert.DoesNotContain(log.Lines, line => line.Level >= LogLevel.Warning);
        Assert.Contains(log.Lines, line => line.Level == LogLevel.Debug && line.Error is DbUpdateException);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task What_is_no_collision_is_thrown_on(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        using var log = new KeptLog();
        await using var services = Services(store, log);

        var attempt = () => PlanAsync(services, district, Guid.NewGuid());

        Assert.NotNull((await Assert.ThrowsAsync<DbUpdateException>(attempt)).InnerException);
    }

    // A planned month of a task, as somebody writes it who saw none; the database alone knows that another was first.
    private static async Task<Core.Refusal?> PlanAsync(ServiceProvider services, SmallDistrict district, Guid taskId)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<LuoshiDb>();
        db.ActAs(district.System);
        db.Add(new PlannedMonth { GovernmentId = district.GovernmentId, TaskId = taskId, Month = new ReportingPeriod(2024, 8), Text = "按序时推进。" });
        db.Record("plan-written", nameof(PlannedMonth), taskId);
        return await db.TrySaveAsync(CancellationToken.None);
    }

    private static ServiceProvider Services(Store store, KeptLog log) => new ServiceCollection().AddSingleton<TimeProvider>(store.Clock)
        .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Debug).AddProvider(log)).AddLuoshi(store.Choice).BuildServiceProvider();
}

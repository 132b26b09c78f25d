using Luoshi.App.Jobs;
using Luoshi.App.Ledgers;
using Luoshi.App.Reporting;
using Luoshi.App.Safety;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Reporting;
using Luoshi.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Luoshi.App.Tests.Faults;

/// <summary>At midnight, at the end of February in a leap year and at the year's end the program does once what the day asks for.</summary>
public sealed class WhenTheClockTurns
{
    private static readonly TimeSpan s_beijing = TimeSpan.FromHours(8);

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Over_a_leap_day_each_month_is_opened_once_and_each_day_anchored(string database)
    {
        await using var store = await Store.CreateAsync(database, new DateTimeOffset(2024, 1, 30, 23, 30, 0, s_beijing));
        await SmallDistrict.CreateAsync(store);

        await RunAsync(store, until: new DateTimeOffset(2024, 3, 2, 0, 0, 0, s_beijing));

        Assert.Equal(
            [new(2024, 1), new(2024, 2), new(2024, 3)],
            await store.LookAsync(Access.System, db => db.OpenedPeriods.OrderBy(period => period.Month).Select(period => period.Month).ToListAsync()));
        Assert.Equal(DayOf(2024, 3, 25), (await store.LookAsync(Access.System, db => db.DueItems.Where(item => item.Month == new ReportingPeriod(2024, 3)).Select(item => item.DueAt).Distinct().ToListAsync())).Select(InBeijing).Distinct().Single());
        Assert.Equal(Days(new(2024, 1, 30), new(2024, 3, 1)), await store.LookAsync(Access.System, db => db.AuditAnchors.Where(anchor => anchor.GovernmentId != 0).OrderBy(anchor => anchor.Day).Select(anchor => anchor.Day).ToListAsync()));
        Assert.Empty(await FindingsAsync(store));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Over_the_years_end_the_new_ledger_is_opened_and_the_old_one_left(string database)
    {
        await using var store = await Store.CreateAsync(database, new DateTimeOffset(2024, 12, 30, 22, 0, 0, s_beijing));
        var district = await SmallDistrict.CreateAsync(store);
        Assert.Null((await store.AskAsync<CarryOverLedger, Outcome<LedgerCarried>>(district.Clerk, carry => carry.ExecuteAsync(2024, null, CancellationToken.None))).Refusal);

        await RunAsync(store, until: new DateTimeOffset(2025, 1, 3, 0, 0, 0, s_beijing));

        var opened = await store.LookAsync(Access.System, db => db.OpenedPeriods.Join(db.Ledgers, period => period.LedgerId, ledger => ledger.Id, (period, ledger) => new { period.Month, ledger.Year }).OrderBy(row => row.Month).ToListAsync());
        Assert.Equal([(new ReportingPeriod(2024, 12), 2024), (new ReportingPeriod(2025, 1), 2025)], opened.Select(row => (row.Month, row.Year)));

        // New Year's Day is free: the month is opened on the second.
        Assert.Equal(DayOf(2025, 1, 2), InBeijing(await store.LookAsync(Access.System, db => db.OpenedPeriods.Where(period => period.Month == new ReportingPeriod(2025, 1)).Select(period => period.OpenedAt).SingleAsync())));
        Assert.Empty(await FindingsAsync(store));
    }

    [Theory]
    [InlineData("sqlite", 0, DueState.OnTime)]
    [InlineData("sqlite", 1, DueState.Late)]
    [InlineData("postgres", 0, DueState.OnTime)]
    [InlineData("postgres", 1, DueState.Late)]
    public async Task A_millisecond_decides_between_in_time_and_late(string database, int after, DueState state)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var item = await district.OpenAsync(new ReportingPeriod(2024, 7), "新建高标准农田");
        store.Clock.SetUtcNow(new DateTimeOffset(item.DueAt).AddMilliseconds(after));

        Assert.Null((await store.AskAsync<SubmitReport, Outcome<ReportSubmitted>>(district.FarmingReporter, submit => submit.ExecuteAsync(item.Id, 0, new("累计建成3600亩。", true, null), CancellationToken.None))).Refusal);

        var stored = await store.LookAsync(district.Clerk, db => db.DueItems.AsNoTracking().SingleAsync(row => row.Id == item.Id));
        Assert.Equal(state, stored.StateAt(store.Clock.GetUtcNow().UtcDateTime.AddDays(1)));
    }

    private static async Task RunAsync(Store store, DateTimeOffset until)
    {
        using var one = Host(store);
        using var other = Host(store);
        for (var turn = 0; store.Clock.GetUtcNow() < until; turn++)
        {
            await (turn % 2 == 0 ? one : other).RunDueAsync(CancellationToken.None);
            store.Clock.Advance(TimeSpan.FromHours(3));
        }
    }

    private static JobHost Host(Store store) => new(store.Services.GetRequiredService<IServiceScopeFactory>(), store.Clock, NullLogger<JobHost>.Instance);

    private static IEnumerable<DateOnly> Days(DateOnly first, DateOnly last) => Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(first.AddDays);

    private static DateOnly DayOf(int year, int month, int day) => new(year, month, day);

    private static DateOnly InBeijing(DateTime utc) => DateOnly.FromDateTime(utc + s_beijing);

    private static async Task<IReadOnlyList<Finding>> FindingsAsync(Store store) =>
        [.. (await store.AskAsync<ExamineStore, Outcome<IReadOnlyList<Examined>>>(Access.System, examine => examine.ExecuteAsync(new DataFolder(Path.GetTempPath()), CancellationToken.None))).Value
            .SelectMany(examined => examined.Findings).Where(finding => finding.Code != "disk-low")];
}

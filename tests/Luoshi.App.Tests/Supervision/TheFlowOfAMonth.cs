using Luoshi.App.Reporting;
using Luoshi.App.Supervision;
using Luoshi.Core;
using Luoshi.Core.Reporting;
using Luoshi.Testing;

namespace Luoshi.App.Tests.Supervision;

/// <summary>How the returns of a month came in, day by day.</summary>
public sealed class TheFlowOfAMonth
{
    private static readonly ReportingPeriod July = new(2024, 7);

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_return_counts_on_the_day_it_came_by_the_offices_clock(string database)
    {
        // Half past twelve at night in Beijing is still the day before in Greenwich.
        await using var store = await Store.CreateAsync(database, new DateTimeOffset(2024, 7, 23, 0, 30, 0, TimeSpan.FromHours(8)));
        var district = await SmallDistrict.CreateAsync(store);
        var item = await district.OpenAsync(July, "新建高标准农田");
        await store.AskAsync<SubmitReport, Outcome<ReportSubmitted>>(
            district.FarmingReporter, submit => submit.ExecuteAsync(item.Id, 0, new ReportText("截至7月22日，累计建成高标准农田3600亩。", true, null), CancellationToken.None));

        var flow = await store.LookAsync(district.Clerk, db => MonthFlow.LoadAsync(db, July, CancellationToken.None));

        Assert.Equal(2, flow.Asked);
        Assert.Equal(
            [new(new DateOnly(2024, 7, 23), 1, 0, 1, 0), new(new DateOnly(2024, 7, 24), 0, 0, 1, 0), new(new DateOnly(2024, 7, 25), 0, 0, 1, 2)],
            flow.Days);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_leader_sees_what_came_on_the_own_tasks(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        await district.OpenAsync(July, "新建高标准农田");

        var own = await store.LookAsync(district.Leader, db => MonthFlow.LoadAsync(db, July, CancellationToken.None));
        var unopened = await store.LookAsync(district.Leader, db => MonthFlow.LoadAsync(db, new ReportingPeriod(2024, 5), CancellationToken.None));

        Assert.Equal(1, own.Asked);
        Assert.Equal((0, 0), (unopened.Asked, unopened.Days.Count));
    }
}

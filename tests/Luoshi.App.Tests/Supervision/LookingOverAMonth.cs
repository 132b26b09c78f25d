using Luoshi.App.Ledgers;
using Luoshi.App.Reporting;
using Luoshi.App.Supervision;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Checks;
using Luoshi.Core.Ledgers;
using Luoshi.Core.Reading;
using Luoshi.Core.Reporting;
using Luoshi.Testing;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Tests.Supervision;

/// <summary>The whole of a month on one page, and one task through the year.</summary>
public sealed class LookingOverAMonth
{
    private static readonly ReportingPeriod June = new(2024, 6);
    private static readonly ReportingPeriod July = new(2024, 7);

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Every_row_and_the_total_add_up(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        await SubmitAsync(district, July, "新建高标准农田", "累计建成高标准农田1200亩。", true);

        var page = (await OverviewAsync(district, district.Person(Role.DistrictHead), July))!;

        Assert.All(page.ByLeader.Append(page.Total), row => Assert.Equal(row.Due, row.Good + row.OnTrack + row.Behind + row.Silent + row.Unreported));
        Assert.Equal((2, 1, 1, 1, 1), (page.Total.Due, page.Total.ClaimedYes, page.Total.Behind, page.Total.Contradicted, page.Total.Unreported));
        Assert.Equal(page.Total.Due, page.ByLeader.Sum(row => row.Due));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task What_fell_behind_since_the_month_before_has_turned_worse(string database)
    {
        await using var store = await Store.CreateAsync(database, new DateTimeOffset(2024, 6, 20, 9, 0, 0, TimeSpan.FromHours(8)));
        var district = await SmallDistrict.CreateAsync(store);
        await SubmitAsync(district, June, "新建高标准农田", "累计建成高标准农田3100亩。", true);
        store.Clock.Advance(TimeSpan.FromDays(30));
        await SubmitAsync(district, July, "新建高标准农田", "累计建成高标准农田3100亩。", true);

        var page = (await OverviewAsync(district, district.Clerk, July))!;

        Assert.Equal("新建高标准农田6000亩。", Assert.Single(page.Worse).Content);
        Assert.Equal((Verdict.OnTrack, 1), (page.Worse[0].Earlier[0].Verdict, page.Worse[0].MonthsBehind));
        Assert.Empty(page.Better);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task The_share_and_what_is_due_are_kept_with_the_return(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        await SubmitAsync(district, July, "新建高标准农田", "累计建成高标准农田1200亩。", true);

        var task = (await OverviewAsync(district, district.Clerk, July))!.Contradicted.Single();

        Assert.Equal(("1200亩", 0.2m, 0.5833m, 0.3833m), (task.Worst!.Actual, task.Worst.Share, task.Worst.Expected, task.Worst.Gap));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_month_that_nobody_has_reported_on_is_not_shown_before_it_is_asked_for(string database)
    {
        await using var store = await Store.CreateAsync(database, new DateTimeOffset(2024, 6, 20, 9, 0, 0, TimeSpan.FromHours(8)));
        var district = await SmallDistrict.CreateAsync(store);
        await SubmitAsync(district, June, "新建高标准农田", "累计建成高标准农田3100亩。", true);
        await district.OpenAsync(July, "新建高标准农田");

        Assert.Equal(June, (await OverviewAsync(district, district.Clerk, null))!.Ledger.Month);
        Assert.Equal(July, (await OverviewAsync(district, district.Clerk, July))!.Ledger.Month);
        Assert.Null(await OverviewAsync(district, district.Clerk, new ReportingPeriod(2024, 8)));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Neither_page_asks_the_database_more_where_there_is_more(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        await SubmitAsync(district, July, "新建高标准农田", "累计建成高标准农田1200亩。", true);
        var few = await CountAsync();

        await store.AskAsync<ImportLedger, Outcome<ImportPlan>>(district.System, import => import.ExecuteAsync(2024, [More(40)], write: true, default));
        foreach (var number in Enumerable.Range(1, 12))
        {
            await SubmitAsync(district, July, $"第{number}号渠修复", $"第{number}号渠修复{number}公里。", true, district.FarmingReporter);
            await store.AskAsync<WriteInstruction, Outcome<InstructionStand>>(district.Person(Role.DistrictHead), async write => await write.ExecuteAsync(await TaskAsync(), $"第{number}次催。", new DateOnly(2024, 7, 31), default));
        }

        var many = await CountAsync();

        Assert.Equal(few, many);
        Assert.InRange(few.Overview, 1, 8);
        Assert.InRange(few.Story, 1, 17);

        async Task<(int Overview, int Leader, int Story)> CountAsync() => (
            await StatementsAsync(store, district.Person(Role.DistrictHead), db => Overview.LoadAsync(db, July, store.Clock.GetUtcNow().UtcDateTime, default)),
            await StatementsAsync(store, district.Leader, db => MonthOfTasks.LoadAsync(db, July, district.Posts[0].Id, store.Clock.GetUtcNow().UtcDateTime, default)),
            await StatementsAsync(store, district.Leader, async db => await TaskStory.LoadAsync(db, await TaskAsync(), default)));

        Task<Guid> TaskAsync() => store.LookAsync(district.System, db => db.KeyTasks.Where(task => task.Content.StartsWith("新建高标准农田")).Select(task => task.Id).SingleAsync());
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_story_is_told_to_those_whose_task_it_is(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var id = await SubmitAsync(district, July, "新建高标准农田", "累计建成高标准农田1200亩。", true);
        var otherLeader = district.Person(Role.Leader, postId: district.Posts[1].Id);

        foreach (var person in (Access[])[district.Clerk, district.Reviewer, district.Person(Role.DistrictHead), district.Leader, district.FarmingReporter, district.FarmingHead])
        {
            var story = await store.LookAsync(person, db => TaskStory.LoadAsync(db, id, default));

            Assert.Equal("累计建成高标准农田1200亩。", Assert.Single(story!.Reports).Latest.Progress);
        }

        foreach (var person in (Access[])[otherLeader, district.HousingReporter, district.Person(Role.AuditAdministrator)])
        {
            Assert.Null(await store.LookAsync(person, db => TaskStory.LoadAsync(db, id, default)));
        }
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_target_runs_through_the_year_beside_what_was_due(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var id = await SubmitAsync(district, July, "新建高标准农田", "累计建成高标准农田1200亩。", true);

        var target = Assert.Single((await store.LookAsync(district.Leader, db => TaskStory.LoadAsync(db, id, default)))!.Targets);

        Assert.Equal((6000m, 0.2m, 1m), (target.Course.Aim, target.ByMonth[7].Share, target.ExpectedBy(12)));
        Assert.Equal(12, target.Course.Expected.Count);
    }

    private static TaskDocument More(int count) => new()
    {
        Source = "增补.xlsx",
        Tasks = [.. Enumerable.Range(1, count).Select(number => new ReportedTask
        {
            Leader = new LeaderMention("赵宁", "副区长"),
            Number = number + 10,
            Frequency = ReportingFrequency.Monthly,
            Content = $"第{number}号渠修复{number * 2}公里。",
            LeadUnits = [new UnitMention("区农业农村局")],
        })],
    };

    private static async Task<int> StatementsAsync<T>(Store store, Access who, Func<App.Data.LuoshiDb, Task<T>> look)
    {
        store.Statements.Forget();
        await store.LookAsync(who, look);
        return store.Statements.Sent.Count;
    }

    private static Task<Overview?> OverviewAsync(SmallDistrict district, Access who, ReportingPeriod? month) =>
        district.Store.LookAsync(who, db => Overview.LoadAsync(db, month, district.Store.Clock.GetUtcNow().UtcDateTime, default));

    private static async Task<Guid> SubmitAsync(SmallDistrict district, ReportingPeriod month, string content, string progress, bool planMet, Access? who = null)
    {
        var item = await district.OpenAsync(month, content);
        Assert.Null((await district.Store.AskAsync<SubmitReport, Outcome<ReportSubmitted>>(who ?? district.FarmingReporter, submit => submit.ExecuteAsync(item.Id, 0, new ReportText(progress, planMet, null), default))).Refusal);
        return item.TaskId;
    }
}

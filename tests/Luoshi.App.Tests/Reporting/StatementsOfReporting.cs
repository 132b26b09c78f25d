using Luoshi.App.Reporting;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Ledgers;
using Luoshi.Core.Reading;
using Luoshi.Core.Reporting;
using Luoshi.Testing;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Tests.Reporting;

/// <summary>How often the database is asked: a number that does not grow with what there is.</summary>
public sealed class StatementsOfReporting
{
    private static readonly ReportText Behind = new("截至7月22日，累计建成高标准农田1200亩。", true, null);

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_submission_asks_as_often_in_January_as_in_July(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var counts = new List<int>();

        foreach (var month in Enumerable.Range(1, 7))
        {
            var item = await district.OpenAsync(new ReportingPeriod(2024, month), "新建高标准农田");
            counts.Add(await QuestionsAsync(store, () => SubmitAsync(district.FarmingReporter, store, item, 0, Behind with { Progress = $"累计建成高标准农田{month * 500}亩。" })));
        }

        // What belongs to the item, what was said before, and the end of the audit's chain.
        Assert.All(counts, count => Assert.Equal(2 + EndOfChain(database), count));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_draft_asks_for_the_item_and_the_chain(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var item = await district.OpenAsync(new ReportingPeriod(2024, 7), "新建高标准农田");
        await SaveAsync(district.FarmingReporter, store, item, 0, Behind);

        var count = await QuestionsAsync(store, () => SaveAsync(district.FarmingReporter, store, item, 2, Behind with { Progress = "累计建成高标准农田1300亩。" }));

        // The item with its return, and the end of the audit's chain.
        Assert.Equal(1 + EndOfChain(database), count);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_period_is_opened_with_as_many_questions_however_many_tasks_there_are(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);

        await OpenAsync(district.System, store, new ReportingPeriod(2024, 6));

        var count = await QuestionsAsync(store, () => OpenAsync(district.System, store, new ReportingPeriod(2024, 7)));

        // Ledger, tasks, items, the id of the rules, calendar, period, and the end of the audit's chain.
        Assert.Equal(6 + EndOfChain(database), count);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_month_of_history_asks_no_more_for_three_rows_than_for_one(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var (june, july) = (new ReportingPeriod(2024, 6), new ReportingPeriod(2024, 7));
        await district.OpenAsync(june, "新建高标准农田");
        await district.OpenAsync(july, "新建高标准农田");
        var tasks = await store.LookAsync(district.System, db => db.KeyTasks.OrderBy(task => task.Id).ToListAsync());

        var ofOne = await QuestionsAsync(store, () => ImportAsync(district.System, store, Material(june, tasks.Take(1))));
        var ofThree = await QuestionsAsync(store, () => ImportAsync(district.System, store, Material(july, tasks)));

        Assert.Equal(4, await store.LookAsync(district.System, db => db.ProgressReports.CountAsync()));
        Assert.Equal(ofOne, ofThree);
    }

    // PostgreSQL gives the end of the chain with its lock, in a trip past the provider whose questions are counted here.
    private static int EndOfChain(string database) => database == "sqlite" ? 1 : 0;

    private static TaskDocument Material(ReportingPeriod month, IEnumerable<KeyTask> tasks) => new()
    {
        Source = $"{month}.docx",
        Period = month,
        Tasks = [.. tasks.Select(task => new ReportedTask { Number = task.Number, Content = task.Content, Progress = $"{month.Month}月继续推进。", PlanMet = true })],
    };

    private static async Task<int> QuestionsAsync<T>(Store store, Func<Task<T>> work)
    {
        store.Statements.Forget();
        await work();
        return store.Statements.Questions;
    }

    [Fact]
    public async Task Nothing_is_read_from_end_to_end()
    {
        await using var store = await Store.CreateAsync("sqlite");
        var district = await SmallDistrict.CreateAsync(store);
        var item = await district.OpenAsync(new ReportingPeriod(2024, 6), "新建高标准农田");

        store.Statements.Forget();
        await OpenAsync(district.System, store, new ReportingPeriod(2024, 7));
        await SaveAsync(district.FarmingReporter, store, item, 0, Behind);
        await SubmitAsync(district.FarmingReporter, store, item, 2, Behind);

        Assert.Empty(await store.Statements.ScansAsync(store.Choice.Connection));
        await store.LookAsync(Access.System, db => db.ProgressReports.CountAsync());
        Assert.Single(await store.Statements.ScansAsync(store.Choice.Connection));
    }

    private static Task<Outcome<PeriodOpened>> OpenAsync(Access access, Store store, ReportingPeriod month) =>
        store.AskAsync<OpenPeriod, Outcome<PeriodOpened>>(access, open => open.ExecuteAsync(month, CancellationToken.None));

    private static Task<Outcome<HistoryImported>> ImportAsync(Access access, Store store, TaskDocument document) =>
        store.AskAsync<ImportHistory, Outcome<HistoryImported>>(access, import => import.ExecuteAsync(document, CancellationToken.None));

    private static Task<Outcome<ReportStand>> SaveAsync(Access access, Store store, DueItem item, int version, ReportText text) =>
        store.AskAsync<SaveDraft, Outcome<ReportStand>>(access, save => save.ExecuteAsync(item.Id, version, text, CancellationToken.None));

    private static Task<Outcome<ReportSubmitted>> SubmitAsync(Access access, Store store, DueItem item, int version, ReportText text) =>
        store.AskAsync<SubmitReport, Outcome<ReportSubmitted>>(access, submit => submit.ExecuteAsync(item.Id, version, text, CancellationToken.None));
}

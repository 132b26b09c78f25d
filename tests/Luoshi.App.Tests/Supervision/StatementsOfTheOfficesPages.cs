using Luoshi.App.Ledgers;
using Luoshi.App.Reporting;
using Luoshi.App.Supervision;
using Luoshi.Core;
using Luoshi.Core.Ledgers;
using Luoshi.Core.Reporting;
using Luoshi.Core.Supervision;
using Luoshi.Testing;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Tests.Supervision;

/// <summary>What the office's pages ask of the database does not grow with the ledger.</summary>
public sealed class StatementsOfTheOfficesPages
{
    private static readonly ReportingPeriod July = new(2024, 7);

    [Fact]
    public async Task The_board_asks_as_often_for_many_as_for_few()
    {
        await using var store = await Store.CreateAsync("sqlite");
        var district = await SmallDistrict.CreateAsync(store);
        await SubmitAsync(district);

        var few = await CountAsync(store, () => BoardAsync(district));
        await AddAsync(district, 40);
        var many = await CountAsync(store, () => BoardAsync(district));

        Assert.Equal(few, many);
        Assert.InRange(few, 1, 10);
    }

    [Fact]
    public async Task A_review_and_its_queue_ask_a_fixed_number_of_times()
    {
        await using var store = await Store.CreateAsync("sqlite");
        var district = await SmallDistrict.CreateAsync(store);
        var report = await SubmitAsync(district);

        var few = await CountAsync(store, () => ReviewAsync(district, report));
        await AddAsync(district, 40);
        var many = await CountAsync(store, () => ReviewAsync(district, report));

        Assert.Equal(few, many);
        Assert.InRange(few, 1, 20);
    }

    private static async Task<int> CountAsync(Store store, Func<Task> work)
    {
        store.Statements.Forget();
        await work();
        return store.Statements.Sent.Count;
    }

    private static Task<Outcome<MonthBoard>> BoardAsync(SmallDistrict district) =>
        district.Store.AskAsync<ReadBoard, Outcome<MonthBoard>>(district.Clerk, read => read.ExecuteAsync(July, CancellationToken.None));

    private static async Task ReviewAsync(SmallDistrict district, Guid report)
    {
        await district.Store.AskAsync<ListReviews, Outcome<ReviewPage>>(district.Clerk, list => list.ExecuteAsync(new ReviewFilter(), 1, CancellationToken.None));
        await district.Store.AskAsync<ReadReview, Outcome<ReportReview>>(district.Clerk, read => read.ExecuteAsync(report, CancellationToken.None));
    }

    private static async Task<Guid> SubmitAsync(SmallDistrict district)
    {
        var item = await district.OpenAsync(July, "新建高标准农田");
        var submitted = await district.Store.AskAsync<SubmitReport, Outcome<ReportSubmitted>>(
            district.FarmingReporter, submit => submit.ExecuteAsync(item.Id, 0, new ReportText("截至7月22日，累计建成高标准农田1200亩。", true, null), CancellationToken.None));
        return submitted.Value.Stand.ReportId;
    }

    private static async Task AddAsync(SmallDistrict district, int count)
    {
        var ledger = await district.Store.LookAsync(district.System, db => db.Ledgers.Select(ledger => ledger.Id).SingleAsync());
        for (var index = 0; index < count; index++)
        {
            var terms = new KeyTaskTerms { Content = $"新建乡村公路{index + 10}公里。", Frequency = ReportingFrequency.Monthly, PostId = district.Posts[0].Id, LeadUnitId = district.Housing.Id };
            await district.Store.AskAsync<AddKeyTask, Outcome<KeyTask>>(district.Clerk, add => add.ExecuteAsync(ledger, terms, null, null, [], CancellationToken.None));
        }

        await district.OpenAsync(July, "新建高标准农田");
    }
}

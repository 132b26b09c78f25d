using Luoshi.App.Reporting;
using Luoshi.App.Supervision;
using Luoshi.Core;
using Luoshi.Core.Reporting;
using Luoshi.Core.Supervision;
using Luoshi.Testing;

namespace Luoshi.App.Tests.Supervision;

/// <summary>What the office sees of a month: every item in one place, and every number the count of its rows.</summary>
public sealed class AMonthOnTheBoard
{
    private static readonly ReportingPeriod July = new(2024, 7);

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Before_it_is_opened_it_says_how_many_would_be_asked(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);

        var board = await BoardAsync(district);

        Assert.Null(board.OpenedAt);
        Assert.Equal(new WouldAsk(Items: 2, Units: 2, Voluntary: 1), board.WouldAsk);
        Assert.Empty(board.Items);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task What_is_submitted_waits_for_review_and_its_doubts_are_counted(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var item = await district.OpenAsync(July, "新建高标准农田");
        await SubmitAsync(district, item);

        var board = await BoardAsync(district);

        var farming = board.ByUnit().Single(unit => unit.Name == "区农业农村局").Counts;
        Assert.Equal((1, 1, 1), (farming.Asked, farming.NotAsked, farming[BoardPlace.InReview]));
        Assert.True(farming.StrongDoubts + farming.WeakDoubts > 0);
        Assert.Equal(1, board.ByLeader().Single(leader => leader.Name.StartsWith("常务副区长", StringComparison.Ordinal)).Counts[BoardPlace.Open]);
        Assert.Equal(new WouldAsk(0, 0, 0), board.WouldAsk);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task After_the_due_time_what_did_not_come_is_missing_and_the_rate_counts_it(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        await SubmitAsync(district, await district.OpenAsync(July, "新建高标准农田"));
        store.Clock.Advance(TimeSpan.FromDays(10));

        var board = await BoardAsync(district);

        var late = Assert.Single(board.Items, item => item.Place == BoardPlace.Missing);
        Assert.Equal("改造老旧小区24个。", late.Content);
        Assert.True(late.WorkdaysLate > 0);
        Assert.Equal(Percentage.Of(50), board.Counts.Rate!.Reported);
        Assert.Equal(board.Counts.Asked, Enum.GetValues<BoardPlace>().Sum(place => board.Counts[place]));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_reporter_is_refused(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);

        var outcome = await store.AskAsync<ReadBoard, Outcome<MonthBoard>>(district.FarmingReporter, read => read.ExecuteAsync(July, CancellationToken.None));

        Assert.Equal("forbidden", outcome.Refusal?.Code);
    }

    private static async Task<MonthBoard> BoardAsync(SmallDistrict district) =>
        (await district.Store.AskAsync<ReadBoard, Outcome<MonthBoard>>(district.Clerk, read => read.ExecuteAsync(July, CancellationToken.None))).Value;

    private static Task<Outcome<ReportSubmitted>> SubmitAsync(SmallDistrict district, DueItem item) =>
        district.Store.AskAsync<SubmitReport, Outcome<ReportSubmitted>>(
            district.FarmingReporter, submit => submit.ExecuteAsync(item.Id, 0, new ReportText("截至7月22日，累计建成高标准农田1200亩。", true, null), CancellationToken.None));
}

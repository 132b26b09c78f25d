using Luoshi.App.Reporting;
using Luoshi.App.Supervision;
using Luoshi.Core;
using Luoshi.Core.Reporting;
using Luoshi.Testing;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Tests.Supervision;

/// <summary>The office's side of a return: the judgement beside the verdict, the doubts, the quiet ones together.</summary>
public sealed class DecidingOnAReturn
{
    private static readonly ReportingPeriod July = new(2024, 7);

    private static readonly ReportText Behind = new("截至7月22日，累计建成高标准农田1200亩。", true, null);

    private static readonly ReportText OnTime = new("1至7月，累计改造老旧小区16个。", true, null);

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Accepting_what_the_figures_contradict_asks_for_a_reason(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var stand = await SubmitAsync(district, district.FarmingReporter, "新建高标准农田", Behind);

        var bare = await ApproveAsync(district, stand, null);
        var explained = await ApproveAsync(district, stand, "批次竣工后集中验收，已现场核实。");

        Assert.Equal("judgement-unexplained", bare.Refusal?.Code);
        Assert.Equal(ReturnStatus.Approved, explained.Value.Status);
        Assert.Equal("批次竣工后集中验收，已现场核实。", await store.LookAsync(district.Clerk, db => db.ProgressReports.Select(report => report.JudgementReason).SingleAsync()));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Together_only_the_quiet_ones_are_approved(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var behind = await SubmitAsync(district, district.FarmingReporter, "新建高标准农田", Behind);
        var quiet = await SubmitAsync(district, district.HousingReporter, "改造老旧小区", OnTime);

        var outcome = await store.AskAsync<ApproveQuietReports, Outcome<QuietApproved>>(
            district.Clerk,
            approve => approve.ExecuteAsync(new Dictionary<Guid, int> { [behind.ReportId] = behind.Version, [quiet.ReportId] = quiet.Version }, CancellationToken.None));

        Assert.Equal(new QuietApproved(Approved: 1, Left: 1), outcome.Value);
        Assert.Equal(quiet.ReportId, await store.LookAsync(district.Clerk, db => db.ProgressReports.Where(report => report.Status == ReturnStatus.Approved).Select(report => report.Id).SingleAsync()));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_doubt_that_the_office_accepts_is_settled_once(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        await SubmitAsync(district, district.FarmingReporter, "新建高标准农田", Behind);
        var doubt = await store.LookAsync(district.Clerk, db => db.RaisedDoubts.OrderBy(doubt => doubt.Id).FirstAsync());

        var accepted = await SettleAsync(district, doubt, doubt.Version);
        var again = await SettleAsync(district, doubt, accepted.Value.Version);

        Assert.Equal(DoubtState.Accepted, accepted.Value.State);
        Assert.Equal("doubt-settled", again.Refusal?.Code);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_review_shows_what_was_submitted_with_verdict_and_doubts(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var stand = await SubmitAsync(district, district.FarmingReporter, "新建高标准农田", Behind);

        var review = (await store.AskAsync<ReadReview, Outcome<ReportReview>>(district.Clerk, read => read.ExecuteAsync(stand.ReportId, CancellationToken.None))).Value;

        Assert.Equal((Behind.Progress, "区农业农村局", false), (review.Submitted.Progress, review.Unit, review.IsOwn));
        Assert.Equal(Core.Checks.Verdict.Behind, review.Check.Verdict);
        Assert.NotEmpty(review.Doubts);
        Assert.Equal(new DateTime(2024, 7, 23, 12, 0, 0), review.OfferedDeadline);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task The_queue_filters_by_unit_and_doubts_and_keeps_the_order_of_the_ledger(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var behind = await SubmitAsync(district, district.FarmingReporter, "新建高标准农田", Behind);
        var quiet = await SubmitAsync(district, district.HousingReporter, "改造老旧小区", OnTime);

        var all = await QueueAsync(district, new ReviewFilter());
        var doubtful = await QueueAsync(district, new ReviewFilter { Doubts = "any" });
        var housing = await QueueAsync(district, new ReviewFilter { UnitId = district.Housing.Id });

        Assert.Equal([behind.ReportId, quiet.ReportId], all.Lines.Select(line => line.Id));
        Assert.Equal([behind.ReportId], doubtful.Lines.Select(line => line.Id));
        Assert.Equal((1, quiet.ReportId, true), (housing.Count, housing.Lines[0].Id, housing.Lines[0].IsQuiet));
    }

    private static async Task<ReviewPage> QueueAsync(SmallDistrict district, ReviewFilter filter) =>
        (await district.Store.AskAsync<ListReviews, Outcome<ReviewPage>>(district.Reviewer, list => list.ExecuteAsync(filter, 1, CancellationToken.None))).Value;

    private static Task<Outcome<RaisedDoubt>> SettleAsync(SmallDistrict district, RaisedDoubt doubt, int version) =>
        district.Store.AskAsync<SettleDoubt, Outcome<RaisedDoubt>>(district.Clerk, settle => settle.ExecuteAsync(doubt.Id, version, DoubtState.Accepted, null, CancellationToken.None));

    private static Task<Outcome<ReportStand>> ApproveAsync(SmallDistrict district, ReportStand stand, string? reason) =>
        district.Store.AskAsync<ApproveReport, Outcome<ReportStand>>(
            district.Clerk, approve => approve.ExecuteAsync(stand.ReportId, stand.Version, Judgement.Accepted, reason, CancellationToken.None));

    private static async Task<ReportStand> SubmitAsync(SmallDistrict district, Core.Accounts.Access by, string content, ReportText text)
    {
        var item = await district.OpenAsync(July, content);
        return (await district.Store.AskAsync<SubmitReport, Outcome<ReportSubmitted>>(by, submit => submit.ExecuteAsync(item.Id, 0, text, CancellationToken.None))).Value.Stand;
    }
}

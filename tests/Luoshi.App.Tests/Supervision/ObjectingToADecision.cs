using Luoshi.App.Reporting;
using Luoshi.App.Supervision;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Reporting;
using Luoshi.Core.Supervision;
using Luoshi.Testing;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Tests.Supervision;

/// <summary>A unit disagrees with a judgement, and somebody else decides.</summary>
public sealed class ObjectingToADecision
{
    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Upheld_by_another_it_changes_the_judgement(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var report = await JudgedAsync(district, Judgement.Doubted);
        var raised = (await RaiseAsync(district, report)).Value;

        var decided = await DecideAsync(district, district.Reviewer, raised, Judgement.Accepted);

        Assert.Equal(ObjectionState.Upheld, decided.Value.State);
        Assert.Equal(Judgement.Accepted, await store.LookAsync(district.Clerk, db => db.ProgressReports.Select(row => row.Judgement).SingleAsync()));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Upheld_against_a_return_it_stands_again_as_it_was_submitted(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var submitted = await SubmittedAsync(district);
        var returned = (await store.AskAsync<ReturnReport, Outcome<ReportStand>>(
            district.Clerk, give => give.ExecuteAsync(submitted.ReportId, submitted.Version, "请按市局口径重报。", store.Clock.GetUtcNow().UtcDateTime.AddDays(3), null, CancellationToken.None))).Value;
        var item = await store.LookAsync(district.FarmingReporter, db => db.ProgressReports.Select(report => report.DueItemId).SingleAsync());
        await store.AskAsync<SaveDraft, Outcome<ReportStand>>(district.FarmingReporter, save => save.ExecuteAsync(item, returned.Version, new("改到一半", null, null), CancellationToken.None));
        var raised = (await RaiseAsync(district, submitted.ReportId)).Value;

        await DecideAsync(district, district.Reviewer, raised, Judgement.Accepted);

        var report = await store.LookAsync(district.Clerk, db => db.ProgressReports.SingleAsync());
        Assert.Equal((ReturnStatus.Approved, Judgement.Accepted, "累计建成高标准农田3600亩。", null), (report.Status, report.Judgement, report.Progress, report.ReturnReason));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Upheld_against_a_doubt_the_doubt_is_settled(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var submitted = await SubmittedAsync(district, "累计建成高标准农田1200亩。");
        var doubt = await store.LookAsync(district.FarmingReporter, db => db.RaisedDoubts.OrderBy(doubt => doubt.Id).FirstAsync());
        var raised = (await store.AskAsync<RaiseObjection, Outcome<Objection>>(district.FarmingReporter, raise => raise.ExecuteAsync(submitted.ReportId, doubt.Id, "计划分两年建成，不是当年数。", CancellationToken.None))).Value;
        var again = await store.AskAsync<RaiseObjection, Outcome<Objection>>(district.FarmingReporter, raise => raise.ExecuteAsync(submitted.ReportId, doubt.Id, "再提一次。", CancellationToken.None));

        var decided = await DecideAsync(district, district.Clerk, raised, Judgement.Accepted);

        var settled = await store.LookAsync(district.Clerk, db => db.RaisedDoubts.SingleAsync(row => row.Id == doubt.Id));
        Assert.Equal("objection-already-raised", again.Refusal?.Code);
        Assert.Equal((ObjectionState.Upheld, DoubtState.Accepted), (decided.Value.State, settled.State));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task To_another_units_doubt_nobody_objects(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var submitted = await SubmittedAsync(district, "累计建成高标准农田1200亩。");
        var doubt = await store.LookAsync(district.FarmingReporter, db => db.RaisedDoubts.OrderBy(doubt => doubt.Id).FirstAsync());

        var foreign = await store.AskAsync<RaiseObjection, Outcome<Objection>>(district.HousingReporter, raise => raise.ExecuteAsync(submitted.ReportId, doubt.Id, "与我们无关。", CancellationToken.None));
        var unknown = await store.AskAsync<RaiseObjection, Outcome<Objection>>(district.FarmingReporter, raise => raise.ExecuteAsync(submitted.ReportId, Guid.NewGuid(), "没有这个疑点。", CancellationToken.None));

        Assert.Equal(("report-not-found", "doubt-not-found"), (foreign.Refusal?.Code, unknown.Refusal?.Code));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Dismissed_it_leaves_the_judgement_as_it_was(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var report = await JudgedAsync(district, Judgement.Doubted);
        var raised = (await RaiseAsync(district, report)).Value;

        var decided = await DecideAsync(district, district.Reviewer, raised, null);

        Assert.Equal(ObjectionState.Dismissed, decided.Value.State);
        Assert.Equal(Judgement.Doubted, await store.LookAsync(district.Clerk, db => db.ProgressReports.Select(row => row.Judgement).SingleAsync()));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Whoever_made_the_decision_does_not_answer(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var report = await JudgedAsync(district, Judgement.Rejected);
        var raised = (await RaiseAsync(district, report)).Value;

        var decided = await DecideAsync(district, district.Clerk, raised, Judgement.Accepted);

        Assert.Equal("objection-own-decision", decided.Refusal?.Code);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task To_one_decision_a_unit_objects_once(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var report = await JudgedAsync(district, Judgement.Doubted);
        await RaiseAsync(district, report);

        var again = await RaiseAsync(district, report);

        Assert.Equal("objection-already-raised", again.Refusal?.Code);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task After_thirty_days_it_is_too_late(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var report = await JudgedAsync(district, Judgement.Doubted);

        store.Clock.Advance(TimeSpan.FromDays(33));
        var raised = await RaiseAsync(district, report);

        Assert.Equal("objection-too-late", raised.Refusal?.Code);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task What_was_accepted_leaves_nothing_to_object_to(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var report = await JudgedAsync(district, Judgement.Accepted);

        var raised = await RaiseAsync(district, report);

        Assert.Equal("nothing-to-object", raised.Refusal?.Code);
    }

    [Theory]
    [InlineData(Role.Clerk, "forbidden")]
    [InlineData(Role.Leader, "forbidden")]
    public async Task The_office_and_the_leaders_raise_none(Role role, string code)
    {
        await using var store = await Store.CreateAsync("sqlite");
        var district = await SmallDistrict.CreateAsync(store);
        var report = await JudgedAsync(district, Judgement.Doubted);

        var raised = await store.AskAsync<RaiseObjection, Outcome<Objection>>(
            district.Person(role, postId: district.Posts[0].Id), raise => raise.ExecuteAsync(report, null, "口径不同。", CancellationToken.None));

        Assert.Equal(code, raised.Refusal?.Code);
    }

    private static async Task<Guid> JudgedAsync(SmallDistrict district, Judgement judgement)
    {
        var submitted = await SubmittedAsync(district);
        await district.Store.AskAsync<ApproveReport, Outcome<ReportStand>>(
            district.Clerk, approve => approve.ExecuteAsync(submitted.ReportId, submitted.Version, judgement, "经现场核实。", CancellationToken.None));
        return submitted.ReportId;
    }

    private static async Task<ReportStand> SubmittedAsync(SmallDistrict district, string progress = "累计建成高标准农田3600亩。")
    {
        var item = await district.OpenAsync(new ReportingPeriod(2024, 7), "新建高标准农田");
        return (await district.Store.AskAsync<SubmitReport, Outcome<ReportSubmitted>>(
            district.FarmingReporter, submit => submit.ExecuteAsync(item.Id, 0, new(progress, true, null), CancellationToken.None))).Value.Stand;
    }

    private static Task<Outcome<Objection>> RaiseAsync(SmallDistrict district, Guid reportId) => district.Store.AskAsync<RaiseObjection, Outcome<Objection>>(
        district.FarmingReporter, raise => raise.ExecuteAsync(reportId, null, "验收面积以市局口径为准，附验收单。", CancellationToken.None));

    private static Task<Outcome<Objection>> DecideAsync(SmallDistrict district, Access access, Objection objection, Judgement? judgement) =>
        district.Store.AskAsync<DecideObjection, Outcome<Objection>>(
            access, decide => decide.ExecuteAsync(objection.Id, objection.Version, judgement, "经核对验收单，作出决定。", CancellationToken.None));
}

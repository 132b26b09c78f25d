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
            district.Person(role, postId: district.Posts[0].Id), raise => raise.ExecuteAsync(report, "口径不同。", CancellationToken.None));

        Assert.Equal(code, raised.Refusal?.Code);
    }

    private static async Task<Guid> JudgedAsync(SmallDistrict district, Judgement judgement)
    {
        var item = await district.OpenAsync(new ReportingPeriod(2024, 7), "新建高标准农田");
        var submitted = (await district.Store.AskAsync<SubmitReport, Outcome<ReportSubmitted>>(
            district.FarmingReporter, submit => submit.ExecuteAsync(item.Id, 0, new("累计建成高标准农田3600亩。", true, null), CancellationToken.None))).Value.Stand;
        await district.Store.AskAsync<ApproveReport, Outcome<ReportStand>>(
            district.Clerk, approve => approve.ExecuteAsync(submitted.ReportId, submitted.Version, judgement, "经现场核实。", CancellationToken.None));
        return submitted.ReportId;
    }

    private static Task<Outcome<Objection>> RaiseAsync(SmallDistrict district, Guid reportId) => district.Store.AskAsync<RaiseObjection, Outcome<Objection>>(
        district.FarmingReporter, raise => raise.ExecuteAsync(reportId, "验收面积以市局口径为准，附验收单。", CancellationToken.None));

    private static Task<Outcome<Objection>> DecideAsync(SmallDistrict district, Access access, Objection objection, Judgement? judgement) =>
        district.Store.AskAsync<DecideObjection, Outcome<Objection>>(
            access, decide => decide.ExecuteAsync(objection.Id, objection.Version, judgement, "经核对验收单，作出决定。", CancellationToken.None));
}

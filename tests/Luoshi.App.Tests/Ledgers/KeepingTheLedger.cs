using Luoshi.App.Ledgers;
using Luoshi.Core;
using Luoshi.Core.Ledgers;
using Luoshi.Core.Reporting;
using Luoshi.Testing;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Tests.Ledgers;

/// <summary>The year's tasks from hand to hand: edited, adjusted, ended, split, merged, handed down, carried over, closed.</summary>
public sealed class KeepingTheLedger
{
    private static readonly ReportingPeriod July = new(2024, 7);

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task An_adjustment_keeps_what_was_promised_and_hands_the_lead_on_from_the_day(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var task = await TaskAsync(district, "新建高标准农田");

        var outcome = await store.AskAsync<AdjustKeyTask, Outcome<KeyTask>>(district.Clerk, adjust => adjust.ExecuteAsync(
            task.Id, task.Version, task.Terms() with { LeadUnitId = district.Housing.Id, Content = "新建高标准农田5000亩。" }, "指标调减", "区政府第12次常务会议", CancellationToken.None));

        Assert.Equal((KeyTaskState.Adjusted, 2), (outcome.Value.State, outcome.Value.Version));
        var kept = await store.LookAsync(district.Clerk, db => db.KeyTaskVersions.SingleAsync());
        Assert.Equal(("新建高标准农田6000亩。", "指标调减", "区政府第12次常务会议"), (kept.Terms.Content, kept.Reason, kept.ApprovedBy));
        var parts = await PartsAsync(district, task.Id);
        Assert.Equal(new DateOnly(2024, 7, 22), parts.Single(part => part.UnitId == district.Farming.Id).Until);
        Assert.Equal((UnitPart.Lead, new DateOnly(2024, 7, 22)), parts.Where(part => part.Until is null).Select(part => (part.Part, part.From)).Single());
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Of_two_who_edit_the_second_is_told(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var task = await TaskAsync(district, "新建高标准农田");
        await EditAsync(district, task, 7, [district.Housing.Id]);

        var second = await EditAsync(district, task, 8, []);

        Assert.Equal("changed-meanwhile", second.Refusal?.Code);
        var now = await TaskAsync(district, "新建高标准农田");
        Assert.Equal((7, "乡村振兴"), (now.Number, now.Theme));
        Assert.Contains(await PartsAsync(district, task.Id), part => part is { Part: UnitPart.Supporting, Until: null } && part.UnitId == district.Housing.Id);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_supporting_unit_that_is_taken_off_keeps_its_part_until_that_day(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var edited = (await EditAsync(district, await TaskAsync(district, "新建高标准农田"), 1, [district.Housing.Id])).Value;
        store.Clock.Advance(TimeSpan.FromDays(3));

        await EditAsync(district, edited, 1, []);

        var part = (await PartsAsync(district, edited.Id)).Single(part => part.Part == UnitPart.Supporting);
        Assert.Equal((new DateOnly(2024, 7, 22), new DateOnly(2024, 7, 25)), (part.From, part.Until));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task What_is_closed_out_is_asked_for_no_longer(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var item = await district.OpenAsync(July, "改造老旧小区");
        var task = await TaskAsync(district, "改造老旧小区");

        var ended = await store.AskAsync<EndKeyTask, Outcome<KeyTask>>(
            district.Clerk, end => end.ExecuteAsync(task.Id, task.Version, KeyTaskState.ClosedOut, "全部竣工验收", "分管副区长", CancellationToken.None));

        Assert.Equal(KeyTaskState.ClosedOut, ended.Value.State);
        Assert.Contains("已销号", await store.LookAsync(district.Clerk, db => db.DueItems.Where(other => other.Id == item.Id).Select(other => other.ExemptReason).SingleAsync()), StringComparison.Ordinal);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Split_into_two_both_keep_the_sentence_and_the_first_goes_on(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var task = await TaskAsync(district, "新建高标准农田");

        var outcome = await store.AskAsync<SplitKeyTask, Outcome<IReadOnlyList<KeyTask>>>(district.Clerk, split => split.ExecuteAsync(
            task.Id, task.Version, [new("新建高标准农田4000亩。", district.Farming.Id), new("改造提升高标准农田2000亩。", district.Housing.Id)], "两家分别负责", "区长", CancellationToken.None));

        var parts = outcome.Value;
        Assert.Equal(task.Id, parts[0].Id);
        Assert.Equal((3, district.Housing.Id, task.SourceSentenceId), (parts[1].Number, parts[1].LeadUnitId, parts[1].SourceSentenceId));
        Assert.True(await store.LookAsync(district.HousingReporter, db => db.KeyTasks.AnyAsync(other => other.Id == parts[1].Id)));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Merged_the_other_ends_and_points_to_the_one_that_goes_on(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var (one, other) = (await TaskAsync(district, "新建高标准农田"), await TaskAsync(district, "改造老旧小区"));

        var outcome = await store.AskAsync<MergeKeyTasks, Outcome<KeyTask>>(district.Clerk, merge => merge.ExecuteAsync(
            one.Id, one.Version, new Dictionary<Guid, int> { [other.Id] = other.Version }, "城乡更新一体推进。", "内容相近", "区长", CancellationToken.None));

        Assert.Equal("城乡更新一体推进。", outcome.Value.Content);
        var ended = await store.LookAsync(district.Clerk, db => db.KeyTasks.SingleAsync(task => task.Id == other.Id));
        Assert.Equal((KeyTaskState.Terminated, one.Id), (ended.State, ended.MergedIntoId));
        Assert.Contains(await PartsAsync(district, one.Id), part => part.Part == UnitPart.CoLead && part.UnitId == district.Housing.Id);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Handed_down_twice_a_unit_has_one_task_of_its_own(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var task = await TaskAsync(district, "新建高标准农田");

        var first = await HandDownAsync(district, task);
        var second = await HandDownAsync(district, task);

        Assert.Equal((task.Id, district.Housing.Id), (first.Value.Single().ParentId, first.Value.Single().LeadUnitId));
        Assert.Empty(second.Value);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Open_tasks_go_on_in_the_next_year_once(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var task = await TaskAsync(district, "改造老旧小区");
        await store.AskAsync<EndKeyTask, Outcome<KeyTask>>(
            district.Clerk, end => end.ExecuteAsync(task.Id, task.Version, KeyTaskState.ClosedOut, "全部竣工验收", "分管副区长", CancellationToken.None));

        var first = await CarryAsync(district);
        var second = await CarryAsync(district);

        Assert.Equal((2, 0), (first.Value.Carried, first.Value.AlreadyThere));
        Assert.Equal((0, 2), (second.Value.Carried, second.Value.AlreadyThere));
        Assert.Equal(2, await store.LookAsync(district.FarmingReporter, db => db.KeyTasks.CountAsync(other => other.CarriedFromId != null)));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_closed_ledger_changes_no_more(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        await store.AskAsync<CloseLedger, Outcome<Ledger>>(district.Clerk, close => close.ExecuteAsync(2024, CancellationToken.None));

        var outcome = await EditAsync(district, await TaskAsync(district, "新建高标准农田"), 7, []);

        Assert.Equal("ledger-closed", outcome.Refusal?.Code);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_plan_that_a_unit_proposes_holds_once_the_office_approves_it(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var task = await TaskAsync(district, "新建高标准农田");
        var proposed = await store.AskAsync<PlanMonth, Outcome<PlannedMonth>>(district.FarmingReporter, plan => plan.ExecuteAsync(task.Id, July, 0, "完成3500亩。", CancellationToken.None));

        var approved = await store.AskAsync<ApprovePlan, Outcome<int>>(
            district.Clerk, approve => approve.ExecuteAsync([new SeenPlan(task.Id, July, proposed.Value.Version)], "区政府第12次常务会议", CancellationToken.None));
        var changed = await store.AskAsync<PlanMonth, Outcome<PlannedMonth>>(district.FarmingReporter, plan => plan.ExecuteAsync(task.Id, July, 2, "完成3000亩。", CancellationToken.None));

        Assert.Null(proposed.Value.ApprovedBy);
        Assert.Equal(1, approved.Value);
        Assert.Null(changed.Value.ApprovedBy);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Another_unit_plans_nothing_for_a_task_it_does_not_lead(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var task = await TaskAsync(district, "新建高标准农田");

        var outcome = await store.AskAsync<PlanMonth, Outcome<PlannedMonth>>(district.HousingReporter, plan => plan.ExecuteAsync(task.Id, July, 0, "完成3500亩。", CancellationToken.None));

        Assert.Equal("task-not-found", outcome.Refusal?.Code);
    }

    private static Task<KeyTask> TaskAsync(SmallDistrict district, string content) =>
        district.Store.LookAsync(district.System, db => db.KeyTasks.AsNoTracking().SingleAsync(task => task.Content.StartsWith(content)));

    private static Task<List<Responsibility>> PartsAsync(SmallDistrict district, Guid taskId) =>
        district.Store.LookAsync(district.Clerk, db => db.Responsibilities.Where(part => part.TaskId == taskId).OrderBy(part => part.Id).ToListAsync());

    private static Task<Outcome<KeyTask>> EditAsync(SmallDistrict district, KeyTask task, int number, IReadOnlyList<Guid> supporting) =>
        district.Store.AskAsync<EditKeyTask, Outcome<KeyTask>>(district.Clerk, edit => edit.ExecuteAsync(task.Id, task.Version, number, "乡村振兴", supporting, CancellationToken.None));

    private static Task<Outcome<IReadOnlyList<KeyTask>>> HandDownAsync(SmallDistrict district, KeyTask task) =>
        district.Store.AskAsync<HandDownKeyTask, Outcome<IReadOnlyList<KeyTask>>>(district.Clerk, hand => hand.ExecuteAsync(task.Id, task.Version, [district.Housing.Id], null, CancellationToken.None));

    private static Task<Outcome<LedgerCarried>> CarryAsync(SmallDistrict district) =>
        district.Store.AskAsync<CarryOverLedger, Outcome<LedgerCarried>>(district.Clerk, carry => carry.ExecuteAsync(2024, null, CancellationToken.None));
}

using Luoshi.App.Ledgers;
using Luoshi.App.Reporting;
using Luoshi.App.Supervision;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Checks;
using Luoshi.Core.Ledgers;
using Luoshi.Core.Reporting;
using Luoshi.Testing;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Tests.Reporting;

/// <summary>A task that went to another unit in the middle of a month: who was asked still answers, and nobody else for it.</summary>
public sealed class HandingATaskOn
{
    private static readonly ReportingPeriod July = new(2024, 7);

    private static readonly ReportText Text = new("截至7月22日，累计建成高标准农田1200亩。", true, null);

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task What_was_asked_before_is_checked_drafted_and_submitted_by_the_unit_that_was_asked(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var item = await district.OpenAsync(July, "新建高标准农田");
        await HandToHousingAsync(district, item.TaskId);

        var sheet = await store.AskAsync<ReadSheet, Outcome<ReportingSheet>>(district.FarmingReporter, read => read.ExecuteAsync(July, CancellationToken.None));
        var checkedDraft = await store.AskAsync<CheckDraft, Outcome<TaskCheck>>(district.FarmingReporter, check => check.ExecuteAsync(item.Id, Text, CancellationToken.None));
        var draft = await store.AskAsync<SaveDraft, Outcome<ReportStand>>(district.FarmingReporter, save => save.ExecuteAsync(item.Id, 0, Text, CancellationToken.None));
        var submitted = await SubmitAsync(district.FarmingReporter, store, item, draft.Value.Version);

        Assert.Contains(sheet.Value.Items, row => row.Item.Id == item.Id);
        Assert.NotEmpty(checkedDraft.Value.Doubts);
        Assert.Equal(ReturnStatus.InReview, submitted.Value.Stand.Status);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task The_unit_that_has_it_now_does_not_answer_for_the_other(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var item = await district.OpenAsync(July, "新建高标准农田");
        await HandToHousingAsync(district, item.TaskId);

        var outcome = await SubmitAsync(district.HousingReporter, store, item, 0);

        Assert.Equal("due-item-not-found", outcome.Refusal?.Code);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task The_task_itself_is_the_other_units_alone(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var item = await district.OpenAsync(July, "新建高标准农田");
        await HandToHousingAsync(district, item.TaskId);

        var ofFarming = await store.LookAsync(district.FarmingReporter, db => db.KeyTasks.AnyAsync(task => task.Id == item.TaskId));
        var ofHousing = await store.LookAsync(district.HousingReporter, db => db.KeyTasks.AnyAsync(task => task.Id == item.TaskId));

        Assert.Equal((false, true), (ofFarming, ofHousing));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task What_the_unit_before_reported_is_compared_with_and_not_shown(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var june = await district.OpenAsync(July.Previous(), "新建高标准农田");
        await store.AskAsync<SubmitReport, Outcome<ReportSubmitted>>(district.FarmingReporter, submit => submit.ExecuteAsync(june.Id, 0, new("上半年累计建成高标准农田4600亩，由农业部门实施。", true, null), CancellationToken.None));
        await HandToHousingAsync(district, june.TaskId);
        var july = await district.OpenAsync(July, "新建高标准农田");
        var fallen = new ReportText("截至7月22日，累计建成高标准农田4200亩。", true, null);

        var sheet = await store.AskAsync<ReadSheet, Outcome<ReportingSheet>>(district.HousingReporter, read => read.ExecuteAsync(July, CancellationToken.None));
        var checkedDraft = await store.AskAsync<CheckDraft, Outcome<TaskCheck>>(district.HousingReporter, check => check.ExecuteAsync(july.Id, fallen, CancellationToken.None));
        var submitted = await store.AskAsync<SubmitReport, Outcome<ReportSubmitted>>(district.HousingReporter, submit => submit.ExecuteAsync(july.Id, 0, fallen, CancellationToken.None));
        var reviewed = await store.AskAsync<ReadReview, Outcome<ReportReview>>(district.Clerk, read => read.ExecuteAsync(submitted.Value.Stand.ReportId, CancellationToken.None));

        var item = sheet.Value.Items.Single(row => row.Item.Id == july.Id);
        var asked = submitted.Value.Check.Doubts.Select(doubt => doubt.Message).ToList();
        Assert.Null(item.Last);
        Assert.Contains(asked, message => message.Contains("4600亩", StringComparison.Ordinal));
        Assert.Equal(asked, checkedDraft.Value.Doubts.Select(doubt => doubt.Message));
        Assert.Equal(asked, reviewed.Value.Check.Doubts.Select(doubt => doubt.Message));
        Assert.DoesNotContain(await store.LookAsync(district.HousingReporter, db => db.RaisedDoubts.ToListAsync()), doubt => $"{doubt.Message}{string.Concat(doubt.Evidence)}".Contains("农业部门", StringComparison.Ordinal));
        Assert.False(await store.LookAsync(district.HousingReporter, db => db.ProgressReports.AnyAsync(report => report.DueItemId == june.Id)));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_text_taken_over_from_the_unit_before_is_asked_about(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var june = await district.OpenAsync(July.Previous(), "新建高标准农田");
        var text = new ReportText("累计建成高标准农田1200亩，正在整地。", true, null);
        await store.AskAsync<SubmitReport, Outcome<ReportSubmitted>>(district.FarmingReporter, submit => submit.ExecuteAsync(june.Id, 0, text, CancellationToken.None));
        await HandToHousingAsync(district, june.TaskId);
        var july = await district.OpenAsync(July, "新建高标准农田");

        var submitted = await store.AskAsync<SubmitReport, Outcome<ReportSubmitted>>(district.HousingReporter, submit => submit.ExecuteAsync(july.Id, 0, text, CancellationToken.None));

        Assert.Contains(submitted.Value.Check.Doubts, doubt => doubt.Message.Contains("完全相同", StringComparison.Ordinal));
    }

    private static Task<Outcome<ReportSubmitted>> SubmitAsync(Access access, Store store, DueItem item, int version) =>
        store.AskAsync<SubmitReport, Outcome<ReportSubmitted>>(access, submit => submit.ExecuteAsync(item.Id, version, Text, CancellationToken.None));

    private static async Task HandToHousingAsync(SmallDistrict district, Guid taskId)
    {
        var task = await district.Store.LookAsync(district.Clerk, db => db.KeyTasks.AsNoTracking().SingleAsync(task => task.Id == taskId));
        var outcome = await district.Store.AskAsync<AdjustKeyTask, Outcome<KeyTask>>(
            district.Clerk,
            adjust => adjust.ExecuteAsync(taskId, task.Version, task.Terms() with { LeadUnitId = district.Housing.Id }, "职能划转。", "区政府第12次常务会议", CancellationToken.None));
        Assert.Null(outcome.Refusal);
    }
}

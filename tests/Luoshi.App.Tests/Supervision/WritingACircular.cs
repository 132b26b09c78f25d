using Luoshi.App.Meetings;
using Luoshi.App.Reporting;
using Luoshi.App.Supervision;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Meetings;
using Luoshi.Core.Reporting;
using Luoshi.Core.Supervision;
using Luoshi.Testing;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Tests.Supervision;

/// <summary>A circular from the month's data to its issue, and what the office asks of the units meanwhile.</summary>
public sealed class WritingACircular
{
    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task The_draft_names_what_is_behind_with_the_arithmetic_and_what_was_not_reported(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);

        var draft = (await DraftAsync(district, district.Clerk)).Value;

        Assert.Equal("关于2024年7月重点工作完成情况的通报", draft.Title);
        Assert.Contains("新建高标准农田6000亩（区农业农村局）", draft.Body, StringComparison.Ordinal);
        Assert.Contains("三、尚未报送的事项\n1. 改造老旧小区24个（区住建局）。", draft.Body, StringComparison.Ordinal);
        Assert.Contains("宜先核实", draft.Suggestions, StringComparison.Ordinal);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_unit_reads_it_once_it_is_issued_and_nobody_changes_it_then(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var draft = (await DraftAsync(district, district.Clerk)).Value;
        var before = await store.LookAsync(district.FarmingReporter, db => db.Circulars.CountAsync());

        var issued = (await store.AskAsync<IssueCircular, Outcome<Circular>>(
            district.Clerk, issue => issue.ExecuteAsync(draft.Id, draft.Version, "顾清和区长", CancellationToken.None))).Value;
        var edited = await store.AskAsync<EditCircular, Outcome<Circular>>(
            district.Clerk, edit => edit.ExecuteAsync(draft.Id, issued.Version, "另一个标题", "另一份正文", CancellationToken.None));

        Assert.Equal((0, 1), (before, await store.LookAsync(district.FarmingReporter, db => db.Circulars.CountAsync())));
        Assert.Equal("circular-issued", edited.Refusal?.Code);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Without_an_approval_it_is_not_issued(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var draft = (await DraftAsync(district, district.Clerk)).Value;

        var issued = await store.AskAsync<IssueCircular, Outcome<Circular>>(
            district.Clerk, issue => issue.ExecuteAsync(draft.Id, draft.Version, "  ", CancellationToken.None));

        Assert.Equal("approval-missing", issued.Refusal?.Code);
    }

    [Theory]
    [InlineData(Role.Reviewer)]
    [InlineData(Role.UnitHead)]
    [InlineData(Role.DistrictHead)]
    public async Task Only_the_clerk_drafts_one(Role role)
    {
        await using var store = await Store.CreateAsync("sqlite");
        var district = await SmallDistrict.CreateAsync(store);

        var draft = await DraftAsync(district, district.Person(role, district.Farming.Id));

        Assert.Equal("forbidden", draft.Refusal?.Code);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task The_burden_counts_what_each_unit_was_asked(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        await SubmittedAsync(district);
        var task = await store.LookAsync(district.Clerk, db => db.KeyTasks.SingleAsync(task => task.Content.StartsWith("新建高标准农田")));
        await store.AskAsync<OpenRectification, Outcome<Rectification>>(
            district.Clerk, open => open.ExecuteAsync(task.Id, RectificationOrigin.Inspection, "请补建。", new DateTime(2024, 8, 1, 0, 0, 0, DateTimeKind.Utc), CancellationToken.None));

        var burden = await store.LookAsync(district.Clerk, db => BurdenMeter.LoadAsync(db, 2024, CancellationToken.None));
        var quality = await store.LookAsync(district.Clerk, db => DataQuality.LoadAsync(db, 2024, store.Clock.GetUtcNow().UtcDateTime, CancellationToken.None));

        Assert.Equal(
            [("区住建局", 1, 0, 0, 2), ("区农业农村局", 1, 0, 1, 3)],
            burden.Select(row => (row.Unit, row.Due, row.SentBack, row.Rectifications, row.Fields)).OrderBy(row => row.Rectifications));
        Assert.Equal([(2, 1, 0, 1, 1)], quality.Select(row => (row.Due, row.OnTime, row.Late, row.Returns, row.WithNumbers)));
    }

    private static async Task<ReportStand> SubmittedAsync(SmallDistrict district)
    {
        var item = await district.OpenAsync(new ReportingPeriod(2024, 7), "新建高标准农田");
        return (await district.Store.AskAsync<SubmitReport, Outcome<ReportSubmitted>>(
            district.FarmingReporter, submit => submit.ExecuteAsync(item.Id, 0, new("累计建成高标准农田1200亩。", true, null), CancellationToken.None))).Value.Stand;
    }

    private static async Task<Outcome<Circular>> DraftAsync(SmallDistrict district, Access access)
    {
        var submitted = await SubmittedAsync(district);
        await district.Store.AskAsync<ApproveReport, Outcome<ReportStand>>(
            district.Clerk, approve => approve.ExecuteAsync(submitted.ReportId, submitted.Version, Judgement.Doubted, null, CancellationToken.None));
        var material = (await district.Store.AskAsync<CompileFromLedger, Outcome<Material>>(
            district.Clerk, compile => compile.ExecuteAsync(new(new ReportingPeriod(2024, 7), new MaterialChoice(true, false)), CancellationToken.None))).Value;
        return await district.Store.AskAsync<DraftCircular, Outcome<Circular>>(access, draft => draft.ExecuteAsync(material.Id, CancellationToken.None));
    }
}

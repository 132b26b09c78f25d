using Luoshi.App.Reporting;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Ledgers;
using Luoshi.Core.Reporting;
using Luoshi.Testing;

namespace Luoshi.App.Tests.Reporting;

/// <summary>A unit that shares a task writes its part; the accountable unit finds it beside its own text.</summary>
public sealed class ContributingToAReturn
{
    private static readonly ReportingPeriod July = new(2024, 7);

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task What_a_supporting_unit_writes_stands_on_the_accountable_units_sheet(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var item = await district.OpenAsync(July, "新建高标准农田");
        await ShareAsync(district, item);

        var written = await ContributeAsync(store, district.HousingReporter, item, 0, "已完成3条机耕路硬化。");
        var sheet = (await store.AskAsync<ReadSheet, Outcome<ReportingSheet>>(district.FarmingReporter, read => read.ExecuteAsync(null, CancellationToken.None))).Value;

        Assert.Equal(1, written.Value.Version);
        Assert.Equal([("区住建局", "已完成3条机耕路硬化。")], sheet.Items[0].Contributions.Select(part => (part.Unit, part.Text)));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_unit_without_a_share_the_writer_behind_and_the_late_one_are_refused(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var item = await district.OpenAsync(July, "新建高标准农田");

        var stranger = await ContributeAsync(store, district.HousingReporter, item, 0, "配合情况。");
        await ShareAsync(district, item);
        var empty = await ContributeAsync(store, district.HousingReporter, item, 0, " ");
        await ContributeAsync(store, district.HousingReporter, item, 0, "第一稿。");
        var behind = await ContributeAsync(store, district.HousingReporter, item, 0, "第二稿。");
        await store.AskAsync<SubmitReport, Outcome<ReportSubmitted>>(district.FarmingReporter, submit => submit.ExecuteAsync(item.Id, 0, new("累计建成高标准农田3600亩。", true, null), CancellationToken.None));
        var late = await ContributeAsync(store, district.HousingReporter, item, 1, "第三稿。");

        Assert.Equal(
            ["due-item-not-found", "contribution-empty", "changed-meanwhile", "report-not-editable"],
            new[] { stranger, empty, behind, late }.Select(outcome => outcome.Refusal?.Code));
    }

    private static Task<int> ShareAsync(SmallDistrict district, DueItem item) => district.Store.LookAsync(district.System, async db =>
    {
        db.Add(new Responsibility { GovernmentId = item.GovernmentId, TaskId = item.TaskId, UnitId = district.Housing.Id, Part = UnitPart.Supporting, Position = 1, From = new DateOnly(2024, 1, 1) });
        db.Record("responsibility-added", nameof(Responsibility), item.TaskId);
        return await db.SaveChangesAsync();
    });

    private static Task<Outcome<Contribution>> ContributeAsync(Store store, Access access, DueItem item, int version, string text) =>
        store.AskAsync<ContributeToReport, Outcome<Contribution>>(access, contribute => contribute.ExecuteAsync(item.Id, version, text, CancellationToken.None));
}

using System.Text;
using Luoshi.App.Reporting;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Reporting;
using Luoshi.Documents.Reading;
using Luoshi.Documents.Reporting;
using Luoshi.Testing;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Tests.Reporting;

/// <summary>A form, a return of the unit's own or a pasted block is shown as what it would change, and nothing is written by that.</summary>
public sealed class BringingAReturnBack
{
    private static readonly ReportingPeriod July = new(2024, 7);

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task The_form_that_goes_out_holds_what_is_asked_and_comes_back_the_same(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var item = await district.OpenAsync(July, "新建高标准农田");
        await store.AskAsync<SaveDraft, Outcome<ReportStand>>(district.FarmingReporter, save => save.ExecuteAsync(item.Id, 0, new("累计建成高标准农田3600亩。", true, null), CancellationToken.None));

        var form = (await store.AskAsync<PrefillForm, Outcome<NamedFile>>(district.FarmingReporter, prefill => prefill.ExecuteAsync(CancellationToken.None))).Value;
        var preview = (await ReadAsync(store, district.FarmingReporter, form.Content, form.Name)).Value;

        Assert.Equal("区农业农村局7月填报表.xlsx", form.Name);
        Assert.Equal([item.Id.ToString("N")], UnitFormXlsx.Read(form.Content, ReadLimits.Upload).Value.Rows.Where(row => !row.Voluntary).Select(row => row.ItemKey));
        Assert.Equal([("新建高标准农田6000亩。", ReturnRowKind.Same)], preview.Rows.Select(row => (row.Content, row.Kind)));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_form_of_another_unit_finds_no_item(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var housing = await district.OpenAsync(July, "改造老旧小区");
        await store.AskAsync<SaveDraft, Outcome<ReportStand>>(district.HousingReporter, save => save.ExecuteAsync(housing.Id, 0, new("累计改造老旧小区14个。", true, null), CancellationToken.None));
        var form = (await store.AskAsync<PrefillForm, Outcome<NamedFile>>(district.HousingReporter, prefill => prefill.ExecuteAsync(CancellationToken.None))).Value;

        var preview = (await ReadAsync(store, district.FarmingReporter, form.Content, form.Name)).Value;

        Assert.Equal([(ReturnRowKind.Wrong, (SheetItem?)null)], preview.Rows.Select(row => (row.Kind, row.Item)));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_table_of_the_units_own_is_matched_by_content_and_writes_nothing(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        await district.OpenAsync(July, "新建高标准农田");
        var csv = Encoding.UTF8.GetBytes("工作内容,完成情况,是否完成月度计划,未完成情况说明\n新建高标准农田6000亩。,累计建成3600亩。,是,\n改造老旧小区24个。,累计改造14个。,是,\n");

        var preview = (await ReadAsync(store, district.FarmingReporter, csv, "7月.csv")).Value;

        Assert.Equal([("累计建成3600亩。", ReturnRowKind.Filled), ("累计改造14个。", ReturnRowKind.Wrong)], preview.Rows.Select(row => (row.Text.Progress!, row.Kind)));
        Assert.False(await store.LookAsync(district.System, db => db.ProgressReports.AnyAsync()));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_no_without_an_explanation_is_told_before_it_is_taken(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        await district.OpenAsync(July, "新建高标准农田");

        var preview = (await PasteAsync(store, district.FarmingReporter, null, "工作内容\t完成情况\t是否完成月度计划\n新建高标准农田6000亩。\t累计建成1200亩。\t否")).Value;

        Assert.Equal([(ReturnRowKind.Wrong, "选了“否”，请写明原因、补救措施和预计补上的日期。")], preview.Rows.Select(row => (row.Kind, row.Note!)));
    }

    [Theory]
    [InlineData(null, "新建高标准农田6000亩。\t累计建成3600亩。\t是")]
    [InlineData("<html><body><table><tr><td>工作内容</td><td>完成情况</td></tr><tr><td>新建高标准农田6000亩。</td><td>累计建成<br>3600亩。</td></tr></table></body></html>", "散开的文字")]
    public async Task A_pasted_block_is_read_with_and_without_its_header(string? html, string text)
    {
        await using var store = await Store.CreateAsync("sqlite");
        var district = await SmallDistrict.CreateAsync(store);
        await district.OpenAsync(July, "新建高标准农田");

        var preview = (await PasteAsync(store, district.FarmingReporter, html, text)).Value;

        Assert.Equal([("新建高标准农田6000亩。", ReturnRowKind.Filled)], preview.Rows.Select(row => (row.Content, row.Kind)));
    }

    [Fact]
    public async Task What_is_no_return_is_refused()
    {
        await using var store = await Store.CreateAsync("sqlite");
        var district = await SmallDistrict.CreateAsync(store);
        await district.OpenAsync(July, "新建高标准农田");

        string?[] codes =
        [
            (await ReadAsync(store, district.FarmingReporter, [], "空.xlsx")).Refusal?.Code,
            (await PasteAsync(store, district.FarmingReporter, null, "今天下雨。")).Refusal?.Code,
            (await ReadAsync(store, district.Clerk, [1], "a.txt")).Refusal?.Code,
        ];

        Assert.Equal(["empty-file", "nothing-read", "forbidden"], codes);
    }

    private static Task<Outcome<ReturnPreview>> ReadAsync(Store store, Access access, byte[] file, string name) =>
        store.AskAsync<ReadReturn, Outcome<ReturnPreview>>(access, read => read.ExecuteAsync(file, name, CancellationToken.None));

    private static Task<Outcome<ReturnPreview>> PasteAsync(Store store, Access access, string? html, string text) =>
        store.AskAsync<ReadReturn, Outcome<ReturnPreview>>(access, read => read.ExecuteAsync(html, text, CancellationToken.None));
}

using System.Net;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Tests.Ledgers;

public sealed class TheLedgerInTheBrowser
{
    [Fact]
    public async Task Lists_what_the_filter_leaves_and_exports_the_same()
    {
        await using var site = await Site.CreateAsync();
        using var clerk = await site.SignInAsync(site.District.Clerk);
        var filter = $"year=2024&unit={site.District.Housing.Id}";

        var page = await clerk.ReadAsync($"/tasks?{filter}");
        var values = await clerk.ReadAsync($"/tasks?handler=export&form=csv&{filter}");

        Assert.Contains("改造老旧小区24个。", page, StringComparison.Ordinal);
        Assert.DoesNotContain("新建高标准农田6000亩。", page, StringComparison.Ordinal);
        Assert.Contains("改造老旧小区24个。", values, StringComparison.Ordinal);
        Assert.DoesNotContain("新建高标准农田6000亩。", values, StringComparison.Ordinal);
    }

    [Theory, InlineData("xlsx"), InlineData("docx")]
    public async Task Exports_as_a_document(string form)
    {
        await using var site = await Site.CreateAsync();
        using var clerk = await site.SignInAsync(site.District.Clerk);

        var answer = await clerk.GetAsync($"/tasks?handler=export&form={form}&year=2024");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("PK"u8.ToArray(), (await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken))[..2]);
    }

    [Fact]
    public async Task A_unit_sees_its_own_tasks_and_edits_none()
    {
        await using var site = await Site.CreateAsync();
        using var reporter = await site.SignInAsync(site.District.HousingReporter);

        var page = await reporter.ReadAsync("/tasks?year=2024");

        Assert.Contains("改造老旧小区24个。", page, StringComparison.Ordinal);
        Assert.DoesNotContain("新建高标准农田6000亩。", page, StringComparison.Ordinal);
        Assert.DoesNotContain("增加一项", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filter_is_kept_under_a_name()
    {
        await using var site = await Site.CreateAsync();
        using var clerk = await site.SignInAsync(site.District.Clerk);

        await clerk.PostAsync("/tasks?handler=keep&year=2024&sort=unit", new() { ["name"] = "按单位看" }, form: "/tasks?year=2024&sort=unit");

        Assert.Contains("按单位看", await clerk.ReadAsync("/tasks?year=2024"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_upload_is_shown_before_anything_is_written()
    {
        await using var site = await Site.CreateAsync();
        using var clerk = await site.SignInAsync(site.District.Clerk);
        var form = await clerk.ReadAsync("/import?year=2024");
        var token = System.Text.RegularExpressions.Regex.Match(form, "name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"").Groups[1].Value;
        using var content = new MultipartFormDataContent
        {
            { new StringContent(token), "__RequestVerificationToken" },
            { new StringContent("ledger"), "kind" },
            { new StringContent("2024"), "year" },
            { new StringContent("序号,工作内容,责任领导,牵头单位\n9,新建停车位900个。,副区长 赵宁,区住建局\n"), "files", "新增.csv" },
        };

        var uploaded = await clerk.Http.PostAsync(new Uri("/import?handler=upload", UriKind.Relative), content, TestContext.Current.CancellationToken);
        var address = uploaded.Headers.Location!.OriginalString;
        var preview = await clerk.ReadAsync(address);
        var before = await CountAsync(site);
        var staged = Uri.UnescapeDataString(address[(address.IndexOf("staged=", StringComparison.Ordinal) + 7)..]);
        await clerk.PostAsync("/import?handler=confirm", new() { ["kind"] = "ledger", ["year"] = "2024", ["staged"] = staged }, form: address);

        Assert.Contains("新增<b>1</b>", preview, StringComparison.Ordinal);
        Assert.Equal((3, 4), (before, await CountAsync(site)));
    }

    [Fact]
    public async Task A_kept_view_that_is_dropped_comes_back_by_undo()
    {
        await using var site = await Site.CreateAsync();
        using var clerk = await site.SignInAsync(site.District.Clerk);
        await clerk.PostAsync("/tasks?handler=keep&year=2024&sort=unit", new() { ["name"] = "按单位看" }, form: "/tasks?year=2024&sort=unit");
        var page = await clerk.ReadAsync("/tasks?year=2024");
        var view = System.Text.RegularExpressions.Regex.Match(page, "name=\"view\" value=\"([^\"]+)\"").Groups[1].Value;

        await clerk.PostAsync("/tasks?handler=drop&year=2024", new() { ["view"] = view }, form: "/tasks?year=2024");
        var dropped = await clerk.ReadAsync("/tasks?year=2024");
        var undo = WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Match(dropped, "action=\"(/tasks\\?handler=keep[^\"]+)\" class=\"inline\"").Groups[1].Value);
        await clerk.PostAsync(undo, [], form: "/tasks?year=2024");

        Assert.DoesNotContain("删除“按单位看”", dropped, StringComparison.Ordinal);
        Assert.Contains("删除“按单位看”", await clerk.ReadAsync("/tasks?year=2024"), StringComparison.Ordinal);
    }

    private static Task<int> CountAsync(Site site) => site.Store.LookAsync(site.District.Clerk, db => db.KeyTasks.CountAsync());
}

using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Luoshi.App.Reporting;
using Luoshi.Core;
using Luoshi.Core.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Tests.Reporting;

/// <summary>The sheet as a plain form, and what its script asks.</summary>
public sealed partial class FillingTheSheet
{
    private static readonly ReportingPeriod July = new(2024, 7);

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task What_is_filled_in_is_submitted_in_one_go_and_the_doubts_come_with_the_answer(string database)
    {
        await using var site = await Site.CreateAsync(database);
        var item = await site.District.OpenAsync(July, "新建高标准农田");
        using var reporter = await site.SignInAsync(site.District.FarmingReporter);

        var answer = await reporter.PostAsync("/reporting/submit", Entry(item, 0, "截至7月22日，累计建成高标准农田1200亩。", "true"), form: "/reporting");
        var page = await reporter.ReadAsync(answer.Headers.Location!.OriginalString);

        Assert.Contains("已提交1项", page, StringComparison.Ordinal);
        Assert.Contains("说明这个疑点", page, StringComparison.Ordinal);
        Assert.Contains("撤回修改", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_no_without_a_reason_comes_back_with_everything_typed()
    {
        await using var site = await Site.CreateAsync();
        var item = await site.District.OpenAsync(July, "新建高标准农田");
        using var reporter = await site.SignInAsync(site.District.FarmingReporter);

        var answer = await reporter.PostAsync("/reporting/submit", Entry(item, 0, "累计建成1200亩，三标段停工。", "false"), form: "/reporting");
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("选了“否”，请写明原因、补救措施和预计补上的日期。", page, StringComparison.Ordinal);
        Assert.Contains("累计建成1200亩，三标段停工。", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_pages_the_older_is_shown_the_newer_text_and_keeps_its_own()
    {
        await using var site = await Site.CreateAsync();
        var item = await site.District.OpenAsync(July, "新建高标准农田");
        using var reporter = await site.SignInAsync(site.District.FarmingReporter);
        await reporter.PostAsync("/reporting/save", Entry(item, 0, "先存的一份。", ""), form: "/reporting");

        var answer = await reporter.PostAsync("/reporting/save", Entry(item, 0, "后写的一份。", ""), form: "/reporting");
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Contains("先存的一份。", page, StringComparison.Ordinal);
        Assert.Contains("后写的一份。", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_live_check_finds_doubts_and_figures_and_saves_nothing()
    {
        await using var site = await Site.CreateAsync();
        var item = await site.District.OpenAsync(July, "新建高标准农田");
        using var reporter = await site.SignInAsync(site.District.FarmingReporter);

        using var answer = await AskAsync(reporter, $"/reporting/{item.Id}/check", new { version = 0, progress = "累计建成高标准农田1200亩。", planMet = false, shortfall = "" });
        var found = await answer.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("1200亩", found.GetProperty("readings")[0].GetString(), StringComparison.Ordinal);
        Assert.Equal("选了“否”，请写明原因、补救措施和预计补上的日期。", found.GetProperty("missing").GetString());
        Assert.Equal("behind", found.GetProperty("targets")[0].GetProperty("kind").GetString());
        Assert.False(await site.Store.LookAsync(site.District.System, db => db.ProgressReports.AnyAsync()));
    }

    [Fact]
    public async Task An_autosave_without_its_token_is_refused_and_after_the_session_is_over_is_sent_to_sign_in()
    {
        await using var site = await Site.CreateAsync();
        var item = await site.District.OpenAsync(July, "新建高标准农田");
        using var reporter = await site.SignInAsync(site.District.FarmingReporter);
        var body = new { version = 0, progress = "累计建成1200亩。" };

        using var bare = await reporter.Http.PostAsJsonAsync($"/reporting/{item.Id}/draft", body);
        using var kept = await AskAsync(reporter, $"/reporting/{item.Id}/draft", body);
        await reporter.PostAsync("/account/sign-out", [], form: "/reporting");
        using var over = await reporter.Http.PostAsJsonAsync($"/reporting/{item.Id}/draft", body);

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.OK, HttpStatusCode.Redirect), (bare.StatusCode, kept.StatusCode, over.StatusCode));
        Assert.StartsWith("/account/sign-in", over.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stale_autosave_gets_the_standing_text()
    {
        await using var site = await Site.CreateAsync();
        var item = await site.District.OpenAsync(July, "新建高标准农田");
        using var reporter = await site.SignInAsync(site.District.FarmingReporter);
        using var first = await AskAsync(reporter, $"/reporting/{item.Id}/draft", new { version = 0, progress = "先存的一份。" });

        using var second = await AskAsync(reporter, $"/reporting/{item.Id}/draft", new { version = 0, progress = "后写的一份。" });
        var standing = (await second.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("standing");

        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        Assert.Equal(("先存的一份。", 2), (standing.GetProperty("progress").GetString(), standing.GetProperty("version").GetInt32()));
    }

    [Theory]
    [InlineData("/reporting")]
    [InlineData("/reporting/form")]
    [InlineData("/reporting/import")]
    [InlineData("/reporting/shared")]
    [InlineData("/sign-off")]
    public async Task The_office_has_no_business_on_the_units_pages(string path)
    {
        await using var site = await Site.CreateAsync();
        using var clerk = await site.SignInAsync(site.District.Clerk);

        var answer = await clerk.GetAsync(path);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task What_is_not_the_units_is_not_found()
    {
        await using var site = await Site.CreateAsync();
        var item = await site.District.OpenAsync(July, "改造老旧小区");
        using var reporter = await site.SignInAsync(site.District.FarmingReporter);
        string[] paths = ["/reporting?month=2023-01", "/reporting?month=x", $"/reporting/{item.Id}/files", $"/reporting/{item.Id}/extension", $"/reporting/{item.Id}/readings", $"/reporting/{item.Id}/draft", $"/attachments/{item.Id}"];

        var codes = new List<HttpStatusCode>();
        foreach (var path in paths)
        {
            codes.Add((await reporter.GetAsync(path)).StatusCode);
        }

        Assert.All(codes, code => Assert.Equal(HttpStatusCode.NotFound, code));
    }

    [Fact]
    public async Task A_file_comes_back_as_a_download_under_its_own_name()
    {
        await using var site = await Site.CreateAsync();
        var item = await site.District.OpenAsync(July, "新建高标准农田");
        var file = (await site.Store.AskAsync<AttachFile, Outcome<Attachment>>(site.District.FarmingReporter, attach => attach.ExecuteAsync(item.Id, "验收单.pdf", "%PDF-1.7"u8.ToArray(), CancellationToken.None))).Value;
        using var reporter = await site.SignInAsync(site.District.FarmingReporter);
        using var stranger = await site.SignInAsync(site.District.HousingReporter);

        using var answer = await reporter.GetAsync($"/attachments/{file.Id}");
        using var hidden = await stranger.GetAsync($"/attachments/{file.Id}");

        Assert.Equal("%PDF-1.7", await answer.Content.ReadAsStringAsync());
        Assert.Equal(("attachment", "验收单.pdf"), (answer.Content.Headers.ContentDisposition?.DispositionType, answer.Content.Headers.ContentDisposition?.FileNameStar));
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
    }

    [Fact]
    public async Task A_pasted_block_is_shown_first_and_confirmed_into_drafts()
    {
        await using var site = await Site.CreateAsync();
        var item = await site.District.OpenAsync(July, "新建高标准农田");
        using var reporter = await site.SignInAsync(site.District.FarmingReporter);
        var key = item.Id.ToString("N");

        var preview = await (await reporter.PostAsync("/reporting/import/paste", new() { ["Block"] = "工作内容\t完成情况\n新建高标准农田6000亩。\t累计建成3600亩。" }, form: "/reporting/import")).Content.ReadAsStringAsync();
        var before = await site.Store.LookAsync(site.District.System, db => db.ProgressReports.CountAsync());
        await reporter.PostAsync("/reporting/import/confirm", new(Entry(item, 0, "累计建成3600亩。", "")) { ["picked"] = key }, form: "/reporting/import");
        var after = await site.Store.LookAsync(site.District.System, db => db.ProgressReports.SingleAsync());

        Assert.Contains("导入正确的1行", preview, StringComparison.Ordinal);
        Assert.Equal((0, "累计建成3600亩。", ReturnStatus.Draft), (before, after.Progress, after.Status));
    }

    private static Dictionary<string, string> Entry(DueItem item, int version, string progress, string planMet)
    {
        var prefix = $"Entries[{item.Id:N}]";
        return new() { [$"{prefix}.Version"] = $"{version}", [$"{prefix}.Progress"] = progress, [$"{prefix}.PlanMet"] = planMet, [$"{prefix}.Shortfall"] = "" };
    }

    private static async Task<HttpResponseMessage> AskAsync(Site.Visitor visitor, string path, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("X-Form-Token", Token().Match(await visitor.ReadAsync("/reporting")).Groups["value"].Value);
        return await visitor.Http.SendAsync(request);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"(?<value>[^\"]+)\"")]
    private static partial Regex Token();
}

using System.Net;
using System.Net.Http.Json;
using Luoshi.Web.Tests.Api;

namespace Luoshi.Web.Tests.Security;

/// <summary>A text with U+0000 in it, which one of our databases keeps and the other does not.</summary>
public sealed class SendingNothing
{
    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task By_a_program_it_is_not_understood(string database)
    {
        await using var site = await Site.CreateAsync(database);
        using var reporter = await Program.CreateAsync(site, site.District.FarmingReporter);
        var item = await site.District.OpenAsync(new Core.Reporting.ReportingPeriod(2024, 7), "新建高标准农田");

        var sent = await reporter.SendAsync(HttpMethod.Put, $"due-items/{item.Id}/progress-report", new { progress = "累计建成\01200亩。" }, seen: 0);
        var asked = await reporter.GetAsync("search?q=%E5%86%9C%00%E7%94%B0");

        Assert.Equal((400, "request-not-understood"), await sent.ProblemAsync());
        Assert.Equal((400, "request-not-understood"), await asked.ProblemAsync());
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task In_a_form_it_is_said_what_to_do(string database)
    {
        await using var site = await Site.CreateAsync(database);
        using var reporter = await site.SignInAsync(site.District.FarmingReporter);

        using var sent = await reporter.PostAsync("/feedback", new() { ["text"] = "累计建成\01200亩。" });
        using var uploaded = await reporter.UploadAsync("/reporting/import", "file", "工作内容"u8.ToArray(), "7月.txt", null, ("text", "累计建成\01200亩。"));

        foreach (var answer in new[] { sent, uploaded })
        {
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Contains("请返回上一页，已写的文字还在；把那一处重新打一遍再提交。", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task In_a_draft_that_saves_itself_it_is_said_too(string database)
    {
        await using var site = await Site.CreateAsync(database);
        using var reporter = await site.SignInAsync(site.District.FarmingReporter);
        var item = await site.District.OpenAsync(new Core.Reporting.ReportingPeriod(2024, 7), "新建高标准农田");
        var token = PostedForm.Of(await reporter.ReadAsync("/reporting"), "/reporting").First().Fields.Single(field => field.Key == "__RequestVerificationToken").Value;
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/reporting/{item.Id}/draft", UriKind.Relative)) { Content = JsonContent.Create(new { version = 0, progress = "累计建成\01200亩。" }) };
        request.Headers.Add("X-Form-Token", token);

        using var answer = await reporter.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var told = await answer.Content.ReadFromJsonAsync<Dictionary<string, string>>(TestContext.Current.CancellationToken);
        Assert.Equal("没有保存：文字里夹着看不见的空字符，请把那一处重新打一遍。", told!["message"]);
    }

    [Fact]
    public async Task A_form_without_it_is_taken()
    {
        await using var site = await Site.CreateAsync();
        using var reporter = await site.SignInAsync(site.District.FarmingReporter);

        using var sent = await reporter.PostAsync("/feedback", new() { ["text"] = "累计建成1200亩。" });

        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task In_the_address_of_a_page_it_is_not_understood(string database)
    {
        await using var site = await Site.CreateAsync(database);
        using var reporter = await site.SignInAsync(site.District.FarmingReporter);

        var asked = await reporter.GetAsync("/search?q=%E5%86%9C%00%E7%94%B0");

        Assert.Equal(HttpStatusCode.BadRequest, asked.StatusCode);
    }
}

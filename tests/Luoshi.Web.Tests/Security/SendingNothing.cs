using System.Net;
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
    public async Task In_the_address_of_a_page_it_is_not_understood(string database)
    {
        await using var site = await Site.CreateAsync(database);
        using var reporter = await site.SignInAsync(site.District.FarmingReporter);

        var asked = await reporter.GetAsync("/search?q=%E5%86%9C%00%E7%94%B0");

        Assert.Equal(HttpStatusCode.BadRequest, asked.StatusCode);
    }
}

using System.Net;

namespace Luoshi.Web.Tests.Api;

/// <summary>A unit that objects, and somebody else of the office who decides.</summary>
public sealed class ObjectingByPrograms
{
    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task To_a_return_it_is_raised_and_upheld_by_another(string database)
    {
        await using var site = await Site.CreateAsync(database);
        using var clerk = await Program.CreateAsync(site, site.District.Clerk);
        using var reviewer = await Program.CreateAsync(site, site.District.Reviewer);
        using var reporter = await Program.CreateAsync(site, site.District.FarmingReporter);
        using var other = await Program.CreateAsync(site, site.District.HousingReporter);
        var report = await ReturnedAsync(site, reporter, clerk);

        var answer = await reporter.PostAsync(report + "/objections", new { grounds = "已按市局口径统计。" }, key: "object-1");
        var replayed = await reporter.PostAsync(report + "/objections", new { grounds = "已按市局口径统计。" }, key: "object-1");
        var raised = await answer.JsonAsync();
        var path = $"objections/{raised["id"]}";
        var own = await clerk.PostAsync(path + "/decision", new { answer = "维持。" }, seen: 1);
        var decided = await (await reviewer.PostAsync(path + "/decision", new { answer = "口径属实。", judgement = "accepted" }, seen: 1)).JsonAsync();
        var stale = await reviewer.PostAsync(path + "/decision", new { answer = "再复核。" }, seen: 1);

        Assert.Equal((HttpStatusCode.Created, $"/api/v1/{path}"), (answer.StatusCode, answer.Headers.Location!.OriginalString));
        Assert.Equal((string)raised["id"]!, (string)(await replayed.JsonAsync())["id"]!);
        Assert.Equal((409, "objection-own-decision"), await own.ProblemAsync());
        Assert.Equal((412, "changed-meanwhile"), await stale.ProblemAsync());
        Assert.Equal(("upheld", "approved"), ((string)decided["state"]!, (string)(await reporter.ReadAsync(report))["status"]!));
        Assert.Single((await reporter.ReadAsync("objections?state=upheld"))["items"]!.AsArray());
        Assert.Equal((404, "objection-not-found"), await (await other.GetAsync(path)).ProblemAsync());
        Assert.Empty((await other.ReadAsync("objections"))["items"]!.AsArray());
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task To_a_doubt_it_names_the_doubt(string database)
    {
        await using var site = await Site.CreateAsync(database);
        using var clerk = await Program.CreateAsync(site, site.District.Clerk);
        using var reporter = await Program.CreateAsync(site, site.District.FarmingReporter);
        var report = await ReturnedAsync(site, reporter, clerk);
        var doubt = (string)(await reporter.ReadAsync("doubts"))["items"]![0]!["id"]!;

        var raised = await (await reporter.PostAsync(report + "/objections", new { grounds = "分两年建成。", doubtId = doubt })).JsonAsync();
        var decided = await (await clerk.PostAsync($"objections/{raised["id"]}/decision", new { answer = "应按当年数。" }, seen: 1)).JsonAsync();

        Assert.Equal((doubt, "dismissed"), ((string)raised["doubtId"]!, (string)decided["state"]!));
    }

    [Fact]
    public async Task Who_may_not_and_what_makes_no_sense_is_told_by_its_code()
    {
        await using var site = await Site.CreateAsync();
        using var clerk = await Program.CreateAsync(site, site.District.Clerk);
        using var leader = await Program.CreateAsync(site, site.District.Leader);
        using var reporter = await Program.CreateAsync(site, site.District.FarmingReporter);
        using var other = await Program.CreateAsync(site, site.District.HousingReporter);
        var report = await ReturnedAsync(site, reporter, clerk);

        Assert.Equal((404, "report-not-found"), await (await other.PostAsync(report + "/objections", new { grounds = "与我们无关。" })).ProblemAsync());
        Assert.Equal((404, "doubt-not-found"), await (await reporter.PostAsync(report + "/objections", new { grounds = "没有这个疑点。", doubtId = Guid.NewGuid() })).ProblemAsync());
        Assert.Equal((403, "forbidden"), await (await clerk.PostAsync(report + "/objections", new { grounds = "代提。" })).ProblemAsync());
        Assert.Equal((422, "objection-grounds-missing"), await (await reporter.PostAsync(report + "/objections", new { grounds = "无" })).ProblemAsync());
        var path = $"objections/{(await (await reporter.PostAsync(report + "/objections", new { grounds = "已按口径统计。" })).JsonAsync())["id"]}";
        Assert.Equal((409, "objection-already-raised"), await (await reporter.PostAsync(report + "/objections", new { grounds = "再提一次。" })).ProblemAsync());
        Assert.Equal((403, "forbidden"), await (await leader.PostAsync(path + "/decision", new { answer = "维持。" }, seen: 1)).ProblemAsync());
        Assert.Equal((428, "version-required"), await (await clerk.PostAsync(path + "/decision", new { answer = "维持。" })).ProblemAsync());
        Assert.Equal((400, "request-not-understood"), await (await clerk.PostAsync(path + "/decision", new { answer = "维持。", judgement = "maybe" }, seen: 1)).ProblemAsync());
    }

    private static async Task<string> ReturnedAsync(Site site, Program reporter, Program clerk)
    {
        var item = await site.District.OpenAsync(new Core.Reporting.ReportingPeriod(2024, 7), "新建高标准农田");
        var submitted = await (await reporter.PostAsync($"due-items/{item.Id}/progress-report/submission", new { progress = "累计建成高标准农田1200亩。", planMet = true }, seen: 0)).JsonAsync();
        var report = $"progress-reports/{submitted["reportId"]}";
        await (await clerk.PostAsync(report + "/return", new { reason = "请按市局口径重报。", dueAt = "2024-07-25T12:00:00+08:00" }, (int)submitted["version"]!)).JsonAsync();
        return report;
    }
}

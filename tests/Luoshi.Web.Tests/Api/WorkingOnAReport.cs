using Luoshi.Core.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Tests.Api;

/// <summary>A return from a unit's own system to the office and back, by programs.</summary>
public sealed class WorkingOnAReport
{
    private static readonly ReportingPeriod July = new(2024, 7);

    private static readonly object Text = new { progress = "截至7月22日，累计建成高标准农田1200亩。", planMet = true };

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task It_is_drafted_submitted_returned_and_taken(string database)
    {
        await using var site = await Site.CreateAsync(database);
        using var reporter = await Program.CreateAsync(site, site.District.FarmingReporter);
        using var clerk = await Program.CreateAsync(site, site.District.Clerk);
        var opened = await (await clerk.PostAsync("periods", new { month = "2024-07" })).JsonAsync();
        var task = (await reporter.ReadAsync("key-tasks"))["items"]!.AsArray().Single(task => (string)task!["frequency"]! == "monthly")!;
        var path = $"due-items/{(await reporter.ReadAsync($"due-items?month=2024-07&state=due&task={task["id"]}"))["items"]![0]!["id"]}/progress-report";

        var draft = await (await reporter.SendAsync(HttpMethod.Put, path, new { progress = "累计建成1200亩。" }, seen: 0)).JsonAsync();
        var submitted = await (await reporter.PostAsync(path + "/submission", Text, seen: (int)draft["version"]!)).JsonAsync();
        var report = $"progress-reports/{submitted["reportId"]}";
        var returned = await (await clerk.PostAsync(report + "/return", new { reason = "请写明与计划的差距。", dueAt = "2024-07-24T12:00:00+08:00", judgement = "doubted" }, (int)submitted["version"]!)).JsonAsync();
        var again = await (await reporter.PostAsync(path + "/submission", new { progress = "累计建成高标准农田3600亩。", planMet = true }, (int)returned["version"]!)).JsonAsync();
        var approved = await clerk.PostAsync(report + "/approval", new { judgement = "accepted" }, (int)again["version"]!);

        Assert.Equal((2, 1), ((int)opened["due"]!, (int)opened["voluntary"]!));
        Assert.Equal("inReview", (string)submitted["status"]!);
        Assert.Contains("6000", (string)submitted["doubts"]![0]!["message"]!, StringComparison.Ordinal);
        Assert.Equal("approved", (string)(await approved.JsonAsync())["status"]!);
        var seen = await clerk.GetAsync(report);
        Assert.Equal(approved.Headers.ETag, seen.Headers.ETag);
        Assert.Equal("累计建成高标准农田3600亩。", (string)(await seen.JsonAsync())["progress"]!);
        Assert.Equal("2024-07-22T09:00:00.000+08:00", (string)(await seen.JsonAsync())["submittedAt"]!);
    }

    [Fact]
    public async Task What_was_sent_back_by_mistake_waits_for_review_again()
    {
        await using var site = await Site.CreateAsync();
        using var reporter = await Program.CreateAsync(site, site.District.FarmingReporter);
        using var clerk = await Program.CreateAsync(site, site.District.Clerk);
        var item = await site.District.OpenAsync(new Core.Reporting.ReportingPeriod(2024, 7), "新建高标准农田");
        var submitted = await (await reporter.PostAsync($"due-items/{item.Id}/progress-report/submission", Text, seen: 0)).JsonAsync();
        var report = $"progress-reports/{submitted["reportId"]}";
        var returned = await (await clerk.PostAsync(report + "/return", new { reason = "请写明与计划的差距。", dueAt = "2024-07-24T12:00:00+08:00" }, (int)submitted["version"]!)).JsonAsync();

        var forbidden = await reporter.PostAsync(report + "/return/recall", new { }, (int)returned["version"]!);
        var stale = await clerk.PostAsync(report + "/return/recall", new { }, (int)submitted["version"]!);
        var recalled = await (await clerk.PostAsync(report + "/return/recall", new { }, (int)returned["version"]!)).JsonAsync();
        var again = await clerk.PostAsync(report + "/return/recall", new { }, (int)recalled["version"]!);

        Assert.Equal((403, "forbidden"), await forbidden.ProblemAsync());
        Assert.Equal((412, "changed-meanwhile"), await stale.ProblemAsync());
        Assert.Equal("inReview", (string)recalled["status"]!);
        Assert.Equal((409, "report-not-returned"), await again.ProblemAsync());
    }

    [Fact]
    public async Task Whoever_names_no_version_is_asked_for_it()
    {
        await using var site = await Site.CreateAsync();
        using var reporter = await Program.CreateAsync(site, site.District.FarmingReporter);
        var item = await site.District.OpenAsync(July, "新建高标准农田");

        var answer = await reporter.SendAsync(HttpMethod.Put, $"due-items/{item.Id}/progress-report", Text);

        Assert.Equal((428, "version-required"), await answer.ProblemAsync());
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Of_two_who_write_the_second_is_told(string database)
    {
        await using var site = await Site.CreateAsync(database);
        using var first = await Program.CreateAsync(site, site.District.FarmingReporter);
        using var second = await Program.CreateAsync(site, site.District.FarmingReporter);
        var path = $"due-items/{(await site.District.OpenAsync(July, "新建高标准农田")).Id}/progress-report";
        await (await first.SendAsync(HttpMethod.Put, path, Text, seen: 0)).JsonAsync();

        var answer = await second.SendAsync(HttpMethod.Put, path, new { progress = "另一份。" }, seen: 0);

        Assert.Equal((412, "changed-meanwhile"), await answer.ProblemAsync());
        Assert.Contains("1200亩", (string)(await second.ReadAsync(path))["progress"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"progress":"累计建成1200亩。","approved":true}""", "request-not-understood")]
    [InlineData("""{"progress":"甲","progress":"乙"}""", "request-not-understood")]
    [InlineData("""{"progress":1200}""", "request-not-understood")]
    [InlineData("""{"progress":""", "request-not-understood")]
    [InlineData("", "request-not-understood")]
    public async Task A_body_that_says_more_or_other_than_is_asked_is_refused(string body, string code)
    {
        await using var site = await Site.CreateAsync();
        using var reporter = await Program.CreateAsync(site, site.District.FarmingReporter);
        var item = await site.District.OpenAsync(July, "新建高标准农田");

        var answer = await reporter.SendAsync(HttpMethod.Put, $"due-items/{item.Id}/progress-report", body, seen: 0);

        Assert.Equal((400, code), await answer.ProblemAsync());
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_refused_before_anything_is_done()
    {
        await using var site = await Site.CreateAsync();
        using var reporter = await Program.CreateAsync(site, site.District.FarmingReporter);
        var item = await site.District.OpenAsync(July, "新建高标准农田");

        var answer = await reporter.SendAsync(HttpMethod.Put, $"due-items/{item.Id}/progress-report", new { progress = new string('亩', 12_001) }, seen: 0);

        Assert.Equal((400, "request-invalid"), await answer.ProblemAsync());
    }

    [Fact]
    public async Task A_broken_rule_is_told_by_its_code()
    {
        await using var site = await Site.CreateAsync();
        using var reporter = await Program.CreateAsync(site, site.District.FarmingReporter);
        var item = await site.District.OpenAsync(July, "新建高标准农田");

        var answer = await reporter.PostAsync($"due-items/{item.Id}/progress-report/submission", new { progress = "累计建成1200亩。", planMet = false }, seen: 0);

        Assert.Equal((422, "shortfall-unexplained"), await answer.ProblemAsync());
        Assert.False(await site.Store.LookAsync(site.District.System, db => db.ProgressReports.AnyAsync()));
    }

    [Fact]
    public async Task What_a_role_may_not_do_it_may_not_do_by_a_program_either()
    {
        await using var site = await Site.CreateAsync();
        using var leader = await Program.CreateAsync(site, site.District.Leader);

        var answer = await leader.PostAsync("periods", new { month = "2024-07" });

        Assert.Equal((403, "forbidden"), await answer.ProblemAsync());
    }

    [Theory]
    [InlineData("nothing", 404, "address-not-found")]
    [InlineData("due-items?state=42", 400, "request-not-understood")]
    [InlineData("due-items?month=2024-13", 400, "request-not-understood")]
    [InlineData("key-tasks?limit=201", 400, "request-invalid")]
    [InlineData("key-tasks?cursor=abc", 400, "request-not-understood")]
    public async Task An_address_that_makes_no_sense_is_told_as_a_problem(string path, int status, string code)
    {
        await using var site = await Site.CreateAsync();
        using var clerk = await Program.CreateAsync(site, site.District.Clerk);

        var answer = await clerk.GetAsync(path);

        Assert.Equal((status, code), await answer.ProblemAsync());
    }

    [Fact]
    public async Task A_method_that_an_address_has_not_is_told_as_a_problem_too()
    {
        await using var site = await Site.CreateAsync();
        using var clerk = await Program.CreateAsync(site, site.District.Clerk);

        var answer = await clerk.SendAsync(HttpMethod.Delete, "ledgers");

        Assert.Equal((404, "address-not-found"), await answer.ProblemAsync());
    }
}

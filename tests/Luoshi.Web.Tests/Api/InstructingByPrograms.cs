namespace Luoshi.Web.Tests.Api;

/// <summary>An instruction from the leader to the unit and back, and the lists that programs read.</summary>
public sealed class InstructingByPrograms
{
    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task It_is_written_answered_closed_and_found(string database)
    {
        await using var site = await Site.CreateAsync(database);
        using var leader = await Program.CreateAsync(site, site.District.Leader);
        using var reporter = await Program.CreateAsync(site, site.District.FarmingReporter);
        using var other = await Program.CreateAsync(site, site.District.HousingReporter);
        var task = (await leader.ReadAsync("key-tasks"))["items"]![0]!["id"];

        var written = await (await leader.PostAsync($"key-tasks/{task}/instructions", new { text = "秋种前要建成。", replyBy = "2024-08-10" })).JsonAsync();
        var path = $"instructions/{written["id"]}";
        var replied = await (await reporter.PostAsync(path + "/replies", new { text = "已排定工期。" }, (int)written["version"]!)).JsonAsync();
        var closed = await (await leader.PostAsync(path + "/closure", seen: (int)replied["version"]!)).JsonAsync();

        Assert.Equal(("open", "replied", "closed"), ((string)written["state"]!, (string)replied["state"]!, (string)closed["state"]!));
        Assert.Equal("已排定工期。", (string)(await reporter.ReadAsync(path))["replies"]![0]!["text"]!);
        Assert.Single((await reporter.ReadAsync($"instructions?task={task}&state=closed"))["items"]!.AsArray());
        Assert.Single((await reporter.ReadAsync("search?q=排定工期"))["items"]!.AsArray());
        Assert.Equal((404, "instruction-not-found"), await (await other.GetAsync(path)).ProblemAsync());
        Assert.Empty((await other.ReadAsync("instructions"))["items"]!.AsArray());
        Assert.Empty((await other.ReadAsync("search?q=排定工期"))["items"]!.AsArray());
    }

    [Fact]
    public async Task Who_reviews_lists_what_waits_page_by_page()
    {
        await using var site = await Site.CreateAsync();
        using var reviewer = await Program.CreateAsync(site, site.District.Reviewer);
        using var reporter = await Program.CreateAsync(site, site.District.FarmingReporter);
        foreach (var month in new[] { 5, 6, 7 })
        {
            var item = await site.District.OpenAsync(new Core.Reporting.ReportingPeriod(2024, month), "新建高标准农田");
            await (await reporter.PostAsync($"due-items/{item.Id}/progress-report/submission", new { progress = $"累计建成{month * 100}亩。", planMet = true }, 0)).JsonAsync();
        }

        var first = await reviewer.ReadAsync("progress-reports?status=inReview&limit=2");
        var second = await reviewer.ReadAsync($"progress-reports?status=inReview&limit=2&cursor={first["next"]}");

        Assert.Equal((2, 1), (first["items"]!.AsArray().Count, second["items"]!.AsArray().Count));
        Assert.Null(second["next"]);
        Assert.Equal(["2024-05", "2024-06", "2024-07"], first["items"]!.AsArray().Concat(second["items"]!.AsArray()).Select(report => (string)report!["month"]!));
    }

    [Theory]
    [InlineData("search", 400, "request-not-understood")]
    [InlineData("search?q=", 422, "word-missing")]
    [InlineData("search?q=农田&cursor=abc", 422, "cursor-not-understood")]
    [InlineData("instructions?state=7", 400, "request-not-understood")]
    [InlineData("materials?month=2024", 400, "request-not-understood")]
    [InlineData("progress-reports?status=frozen_", 400, "request-not-understood")]
    public async Task A_question_that_makes_no_sense_is_told_as_a_problem(string path, int status, string code)
    {
        await using var site = await Site.CreateAsync();
        using var clerk = await Program.CreateAsync(site, site.District.Clerk);

        Assert.Equal((status, code), await (await clerk.GetAsync(path)).ProblemAsync());
    }
}

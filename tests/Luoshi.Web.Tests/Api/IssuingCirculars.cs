using System.Net;

namespace Luoshi.Web.Tests.Api;

/// <summary>A circular from the month's material to the units, by programs.</summary>
public sealed class IssuingCirculars
{
    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task It_is_drafted_finished_and_issued_and_only_then_read_by_everybody(string database)
    {
        await using var site = await Site.CreateAsync(database);
        using var clerk = await Program.CreateAsync(site, site.District.Clerk);
        using var reviewer = await Program.CreateAsync(site, site.District.Reviewer);
        using var reporter = await Program.CreateAsync(site, site.District.FarmingReporter);

        var answer = await clerk.PostAsync(await MaterialAsync(clerk), key: "draft-1");
        var draft = await answer.JsonAsync();
        var path = $"circulars/{draft["id"]}";
        var hidden = await reporter.GetAsync(path);
        var edited = await (await clerk.SendAsync(HttpMethod.Put, path, new { title = "7月通报", body = "一、总体情况\n全区推进有序。" }, (int)draft["version"]!)).JsonAsync();
        var stale = await clerk.SendAsync(HttpMethod.Put, path, new { title = "另一份", body = "正文。" }, (int)draft["version"]!);
        var issued = await (await clerk.PostAsync(path + "/issue", new { approvedBy = "顾清和区长" }, (int)edited["version"]!)).JsonAsync();
        var read = await reporter.ReadAsync(path);

        Assert.Equal((HttpStatusCode.Created, $"/api/v1/{path}"), (answer.StatusCode, answer.Headers.Location!.OriginalString));
        Assert.Equal((404, "circular-not-found"), await hidden.ProblemAsync());
        Assert.Equal((412, "changed-meanwhile"), await stale.ProblemAsync());
        Assert.Equal(("issued", "7月通报", "一、总体情况\n全区推进有序。"), ((string)issued["state"]!, (string)read["title"]!, (string)read["body"]!));
        Assert.NotNull(draft["suggestions"]);
        Assert.Null(read["suggestions"]);
        Assert.Null((await reviewer.ReadAsync(path))["suggestions"]);
        Assert.Single((await reporter.ReadAsync("circulars?month=2024-07&state=issued"))["items"]!.AsArray());
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task What_is_sent_again_is_drafted_once(string database)
    {
        await using var site = await Site.CreateAsync(database);
        using var clerk = await Program.CreateAsync(site, site.District.Clerk);
        var address = await MaterialAsync(clerk);

        var first = await (await clerk.PostAsync(address, key: "draft-1")).JsonAsync();
        var replayed = await clerk.PostAsync(address, key: "draft-1");

        Assert.Equal(["true"], replayed.Headers.GetValues("Idempotent-Replayed"));
        Assert.Equal(first.ToJsonString(), (await replayed.JsonAsync()).ToJsonString());
        Assert.Single((await clerk.ReadAsync("circulars"))["items"]!.AsArray());
    }

    [Fact]
    public async Task Who_may_not_and_what_makes_no_sense_is_told_by_its_code()
    {
        await using var site = await Site.CreateAsync();
        using var clerk = await Program.CreateAsync(site, site.District.Clerk);
        using var reviewer = await Program.CreateAsync(site, site.District.Reviewer);
        var address = await MaterialAsync(clerk);
        var path = $"circulars/{(await (await clerk.PostAsync(address)).JsonAsync())["id"]}";

        Assert.Equal((403, "forbidden"), await (await reviewer.PostAsync(address)).ProblemAsync());
        Assert.Equal((404, "material-not-found"), await (await clerk.PostAsync($"materials/{Guid.NewGuid()}/circulars")).ProblemAsync());
        Assert.Equal((409, "circular-empty"), await (await clerk.SendAsync(HttpMethod.Put, path, new { title = " ", body = "正文。" }, seen: 1)).ProblemAsync());
        Assert.Equal((400, "request-not-understood"), await (await clerk.SendAsync(HttpMethod.Put, path, new { title = "标题" }, seen: 1)).ProblemAsync());
        Assert.Equal((422, "approval-missing"), await (await clerk.PostAsync(path + "/issue", new { approvedBy = " " }, seen: 1)).ProblemAsync());
        Assert.Equal((400, "request-invalid"), await (await clerk.PostAsync(path + "/issue", new { approvedBy = new string('长', 101) }, seen: 1)).ProblemAsync());
        Assert.Equal((428, "version-required"), await (await clerk.PostAsync(path + "/issue", new { approvedBy = "区长" })).ProblemAsync());
    }

    private static async Task<string> MaterialAsync(Program clerk)
    {
        await (await clerk.PostAsync("periods", new { month = "2024-07" })).JsonAsync();
        return $"materials/{(await (await clerk.PostAsync("materials", new { month = "2024-07" })).JsonAsync())["id"]}/circulars";
    }
}

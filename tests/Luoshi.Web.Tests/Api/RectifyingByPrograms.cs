using System.Net;
using Luoshi.App.Accounts;

namespace Luoshi.Web.Tests.Api;

/// <summary>A rectification from the office to the unit and back, until it is verified.</summary>
public sealed class RectifyingByPrograms
{
    private static readonly object Found = new { origin = "inspection", requirement = "林带缺株，补种到位。", dueAt = "2024-08-05T17:00:00+08:00" };

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task It_is_opened_answered_sent_back_answered_and_closed(string database)
    {
        await using var site = await Site.CreateAsync(database);
        using var clerk = await Program.CreateAsync(site, site.District.Clerk);
        using var reporter = await Program.CreateAsync(site, site.District.FarmingReporter);
        using var other = await Program.CreateAsync(site, site.District.HousingReporter);

        var answer = await clerk.PostAsync(await TaskAsync(reporter), Found);
        var opened = await answer.JsonAsync();
        var path = $"rectifications/{opened["id"]}";
        var replied = await (await reporter.PostAsync(path + "/replies", new { text = "已补种120株。", files = "补种照片3张" }, (int)opened["version"]!)).JsonAsync();
        var returned = await (await clerk.PostAsync(path + "/return", new { reason = "北侧还缺。", dueAt = "2024-08-12T17:00:00+08:00" }, (int)replied["version"]!)).JsonAsync();
        var again = await (await reporter.PostAsync(path + "/replies", new { text = "北侧已补种。" }, (int)returned["version"]!)).JsonAsync();
        var closed = await (await clerk.PostAsync(path + "/closure", new { reason = "现场核查，已补种到位。" }, (int)again["version"]!)).JsonAsync();

        Assert.Equal((HttpStatusCode.Created, $"/api/v1/{path}"), (answer.StatusCode, answer.Headers.Location!.OriginalString));
        Assert.Equal(["open", "replied", "returned", "replied", "closed"], new[] { opened, replied, returned, again, closed }.Select(one => (string)one["state"]!));
        Assert.Equal(["已补种120株。", "北侧还缺。", "北侧已补种。", "现场核查，已补种到位。"], (await reporter.ReadAsync(path))["steps"]!.AsArray().Select(step => (string)step!["text"]!));
        Assert.Single((await reporter.ReadAsync("rectifications?state=closed"))["items"]!.AsArray());
        Assert.Equal((404, "rectification-not-found"), await (await other.GetAsync(path)).ProblemAsync());
        Assert.Empty((await other.ReadAsync("rectifications"))["items"]!.AsArray());
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Of_two_who_write_the_second_is_told_and_what_is_sent_again_is_done_once(string database)
    {
        await using var site = await Site.CreateAsync(database);
        using var clerk = await Program.CreateAsync(site, site.District.Clerk);
        using var reporter = await Program.CreateAsync(site, site.District.FarmingReporter);
        var address = await TaskAsync(reporter);

        var first = await (await clerk.PostAsync(address, Found, key: "open-1")).JsonAsync();
        var replayed = await clerk.PostAsync(address, Found, key: "open-1");
        var path = $"rectifications/{first["id"]}";
        await (await reporter.PostAsync(path + "/replies", new { text = "已补种。" }, seen: 1)).JsonAsync();
        var stale = await reporter.PostAsync(path + "/replies", new { text = "再报一次。" }, seen: 1);

        Assert.Equal(["true"], replayed.Headers.GetValues("Idempotent-Replayed"));
        Assert.Equal((string)first["id"]!, (string)(await replayed.JsonAsync())["id"]!);
        Assert.Single((await clerk.ReadAsync("rectifications"))["items"]!.AsArray());
        Assert.Equal((412, "changed-meanwhile"), await stale.ProblemAsync());
    }

    [Fact]
    public async Task Who_may_not_and_what_makes_no_sense_is_told_by_its_code()
    {
        await using var site = await Site.CreateAsync();
        using var clerk = await Program.CreateAsync(site, site.District.Clerk);
        using var reader = await Program.CreateAsync(site, site.District.Clerk, TokenScope.Read);
        using var reporter = await Program.CreateAsync(site, site.District.FarmingReporter);
        var address = await TaskAsync(reporter);
        var path = $"rectifications/{(await (await clerk.PostAsync(address, Found)).JsonAsync())["id"]}";

        Assert.Equal((403, "forbidden"), await (await reporter.PostAsync(address, Found)).ProblemAsync());
        Assert.Equal((403, "token-reads-only"), await (await reader.PostAsync(address, Found)).ProblemAsync());
        Assert.Equal((403, "forbidden"), await (await clerk.PostAsync(path + "/replies", new { text = "代报。" }, seen: 1)).ProblemAsync());
        Assert.Equal((422, "requirement-missing"), await (await clerk.PostAsync(address, new { origin = "inspection", requirement = "无", dueAt = "2024-08-05T17:00:00+08:00" })).ProblemAsync());
        Assert.Equal((422, "due-past"), await (await clerk.PostAsync(address, new { origin = "inspection", requirement = "补种。", dueAt = "2024-07-01T17:00:00+08:00" })).ProblemAsync());
        Assert.Equal((400, "request-not-understood"), await (await clerk.PostAsync(address, new { origin = 3, requirement = "补种。", dueAt = "2024-08-05T17:00:00+08:00" })).ProblemAsync());
        Assert.Equal((400, "request-not-understood"), await (await clerk.PostAsync(address, new { origin = "inspection", requirement = "补种。", dueAt = "2024-08-05T17:00:00" })).ProblemAsync());
        Assert.Equal((409, "rectification-not-replied"), await (await clerk.PostAsync(path + "/closure", new { reason = "已到位。" }, seen: 1)).ProblemAsync());
        Assert.Equal((428, "version-required"), await (await reporter.PostAsync(path + "/replies", new { text = "已补种。" })).ProblemAsync());
    }

    private static async Task<string> TaskAsync(Program reporter) => $"key-tasks/{(await reporter.ReadAsync("key-tasks"))["items"]![0]!["id"]}/rectifications";
}

using System.Net;
using System.Text.Json.Nodes;

namespace Luoshi.Web.Tests.Api;

/// <summary>Key tasks made, placed, split, merged, handed down and ended, by programs: the same rules as by hand.</summary>
public sealed class ChangingKeyTasks
{
    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_task_is_added_found_placed_split_merged_and_closed_out(string database)
    {
        await using var site = await Site.CreateAsync(database);
        using var clerk = await Program.CreateAsync(site, site.District.Clerk);
        var like = (await clerk.ReadAsync("key-tasks"))["items"]!.AsArray().First(task => (string)task!["leadUnit"]!["id"]! == site.District.Farming.Id.ToString())!;

        var answer = await clerk.PostAsync("key-tasks", New(like, "新建口袋公园6个。"));
        var added = await answer.JsonAsync();
        var path = $"key-tasks/{added["id"]}";
        var found = await clerk.ReadAsync("search?q=口袋公园");
        var placed = await (await clerk.SendAsync(HttpMethod.Put, path + "/place", new { number = 9, theme = "城市更新", supportingUnits = new[] { site.District.Housing.Id } }, (int)added["version"]!)).JsonAsync();
        var parts = new { parts = new[] { new { content = "新建口袋公园4个。", leadUnitId = site.District.Farming.Id }, new { content = "改造街角绿地2处。", leadUnitId = site.District.Housing.Id } }, reason = "分开推进。", approvedBy = "区政府常务会议" };
        var split = (await (await clerk.PostAsync(path + "/splitting", parts, (int)placed["version"]!)).JsonAsync()).AsArray();
        var merging = new { others = new[] { new { id = (string)split[1]!["id"]!, version = (int)split[1]!["version"]! } }, content = "新建和改造口袋公园6处。", reason = "合并考核。", approvedBy = "区政府常务会议" };
        var merged = await (await clerk.PostAsync(path + "/merging", merging, (int)split[0]!["version"]!)).JsonAsync();
        var handedDown = (await (await clerk.PostAsync(path + "/handing-down", new { units = new[] { site.District.Housing.Id } }, (int)merged["version"]!)).JsonAsync()).AsArray();
        var ended = await (await clerk.PostAsync(path + "/ending", new { state = "closedOut", reason = "已全部建成。", approvedBy = "区政府常务会议" }, (int)merged["version"]!)).JsonAsync();

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal((string)added["id"]!, (string)Assert.Single(found["items"]!.AsArray())!["taskId"]!);
        Assert.Equal((2, 1), (split.Count, handedDown.Count));
        Assert.Equal("closedOut", (string)ended["state"]!);
        Assert.Equal("新建和改造口袋公园6处。", (string)(await clerk.ReadAsync(path))["content"]!);
        Assert.DoesNotContain((await clerk.ReadAsync("search?q=街角绿地"))["items"]!.AsArray(), task => (string)task!["taskId"]! == (string)added["id"]!);
    }

    [Fact]
    public async Task Sent_again_under_its_key_a_task_is_added_once()
    {
        await using var site = await Site.CreateAsync();
        using var clerk = await Program.CreateAsync(site, site.District.Clerk);
        var body = New((await clerk.ReadAsync("key-tasks"))["items"]![0]!, "新建口袋公园6个。");

        var first = await (await clerk.PostAsync("key-tasks", body, key: "k1")).JsonAsync();
        var again = await clerk.PostAsync("key-tasks", body, key: "k1");

        Assert.Equal(["true"], again.Headers.GetValues("Idempotent-Replayed"));
        Assert.Equal((string)first["id"]!, (string)(await again.JsonAsync())["id"]!);
        Assert.Equal(4, (await clerk.ReadAsync("key-tasks"))["items"]!.AsArray().Count);
    }

    [Fact]
    public async Task Who_may_not_and_what_makes_no_sense_is_told_by_its_code()
    {
        await using var site = await Site.CreateAsync();
        using var clerk = await Program.CreateAsync(site, site.District.Clerk);
        using var reader = await Program.CreateAsync(site, site.District.Clerk, App.Accounts.TokenScope.Read);
        using var reporter = await Program.CreateAsync(site, site.District.FarmingReporter);
        var task = (await clerk.ReadAsync("key-tasks"))["items"]![0]!;
        var path = $"key-tasks/{task["id"]}";

        Assert.Equal((403, "forbidden"), await (await reporter.PostAsync("key-tasks", New(task, "新建口袋公园6个。"))).ProblemAsync());
        Assert.Equal((403, "token-reads-only"), await (await reader.PostAsync("key-tasks", New(task, "新建口袋公园6个。"))).ProblemAsync());
        Assert.Equal((422, "content-missing"), await (await clerk.PostAsync("key-tasks", New(task, " "))).ProblemAsync());
        Assert.Equal((422, "state-invalid"), await (await clerk.PostAsync(path + "/ending", new { state = "active", reason = "无。", approvedBy = "会议" }, 1)).ProblemAsync());
        Assert.Equal((428, "version-required"), await (await clerk.SendAsync(HttpMethod.Put, path + "/place", new { number = 2 })).ProblemAsync());
        Assert.Equal((412, "changed-meanwhile"), await (await clerk.SendAsync(HttpMethod.Put, path + "/place", new { number = 2 }, 7)).ProblemAsync());
    }

    private static object New(JsonNode like, string content) =>
        new { ledgerId = (string)like["ledgerId"]!, content, frequency = "monthly", postId = (string)like["post"]!["id"]!, leadUnitId = (string)like["leadUnit"]!["id"]! };
}

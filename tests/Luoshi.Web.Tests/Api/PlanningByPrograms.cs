using System.Text.Json.Nodes;
using Luoshi.App.Accounts;

namespace Luoshi.Web.Tests.Api;

/// <summary>A month's plan from the unit that leads the task to the office's approval.</summary>
public sealed class PlanningByPrograms
{
    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_unit_proposes_the_office_approves_and_another_text_is_a_draft_again(string database)
    {
        await using var site = await Site.CreateAsync(database);
        using var reporter = await Program.CreateAsync(site, site.District.FarmingReporter);
        using var clerk = await Program.CreateAsync(site, site.District.Clerk);
        var path = await PathAsync(reporter);

        var proposed = await reporter.SendAsync(HttpMethod.Put, path, new { text = "累计建成4000亩。" }, seen: 0);
        var seen = await proposed.JsonAsync();
        var approved = await ApproveAsync(clerk, seen);
        var again = await ApproveAsync(clerk, seen);
        var held = await clerk.ReadAsync("plans?month=2024-08&approved=true");
        var changed = await (await reporter.SendAsync(HttpMethod.Put, path, new { text = "累计建成4200亩。" }, (int)held["items"]![0]!["version"]!)).JsonAsync();

        Assert.Equal("\"1\"", proposed.Headers.ETag!.Tag);
        Assert.Equal((1, 0), ((int)approved["approved"]!, (int)again["approved"]!));
        Assert.Equal(("区政府常务会议", null), ((string?)held["items"]![0]!["approvedBy"], (string?)changed["approvedBy"]));
        Assert.Equal("累计建成4200亩。", (string)(await clerk.ReadAsync(path))["text"]!);
        Assert.Single((await reporter.ReadAsync(path[..path.LastIndexOf('/')]))["items"]!.AsArray());
        Assert.Empty((await clerk.ReadAsync("plans?month=2024-09"))["items"]!.AsArray());
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task The_plans_of_a_month_come_in_parts(string database)
    {
        await using var site = await Site.CreateAsync(database);
        using var clerk = await Program.CreateAsync(site, site.District.Clerk);
        var tasks = (await clerk.ReadAsync("key-tasks"))["items"]!.AsArray().Select(task => (string)task!["id"]!).ToList();
        foreach (var task in tasks)
        {
            await (await clerk.SendAsync(HttpMethod.Put, $"key-tasks/{task}/plans/2024-08", new { text = "按序时推进。" }, seen: 0)).JsonAsync();
        }

        var first = await clerk.ReadAsync("plans?month=2024-08&limit=2");
        var second = await clerk.ReadAsync($"plans?month=2024-08&limit=2&cursor={first["next"]}");

        Assert.Null(second["next"]);
        Assert.Equal(tasks, first["items"]!.AsArray().Concat(second["items"]!.AsArray()).Select(plan => (string)plan!["taskId"]!));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Of_two_who_write_the_second_is_told_and_what_is_sent_again_is_answered_again(string database)
    {
        await using var site = await Site.CreateAsync(database);
        using var reporter = await Program.CreateAsync(site, site.District.FarmingReporter);
        using var clerk = await Program.CreateAsync(site, site.District.Clerk);
        var path = await PathAsync(reporter);
        var seen = await (await reporter.SendAsync(HttpMethod.Put, path, new { text = "累计建成4000亩。" }, seen: 0)).JsonAsync();

        var second = await clerk.SendAsync(HttpMethod.Put, path, new { text = "累计建成5000亩。" }, seen: 0);
        var approval = new { plans = new[] { seen.DeepClone() }, approvedBy = "会议" };
        approval.plans[0].AsObject().Remove("text");
        approval.plans[0].AsObject().Remove("approvedBy");
        var approved = await clerk.PostAsync("plans/approval", approval, key: "approve-1");
        var replayed = await clerk.PostAsync("plans/approval", approval, key: "approve-1");

        Assert.Equal((412, "changed-meanwhile"), await second.ProblemAsync());
        Assert.Equal(["true"], replayed.Headers.GetValues("Idempotent-Replayed"));
        Assert.Equal((await approved.JsonAsync()).ToJsonString(), (await replayed.JsonAsync()).ToJsonString());
    }

    [Fact]
    public async Task Who_may_not_and_what_makes_no_sense_is_told_by_its_code()
    {
        await using var site = await Site.CreateAsync();
        using var reporter = await Program.CreateAsync(site, site.District.FarmingReporter);
        using var other = await Program.CreateAsync(site, site.District.HousingReporter);
        using var leader = await Program.CreateAsync(site, site.District.Leader);
        using var clerk = await Program.CreateAsync(site, site.District.Clerk);
        using var reader = await Program.CreateAsync(site, site.District.Clerk, TokenScope.Read);
        var path = await PathAsync(reporter);
        var text = new { text = "累计建成4000亩。" };

        Assert.Equal((404, "task-not-found"), await (await other.SendAsync(HttpMethod.Put, path, text, seen: 0)).ProblemAsync());
        Assert.Equal((403, "forbidden"), await (await leader.SendAsync(HttpMethod.Put, path, text, seen: 0)).ProblemAsync());
        Assert.Equal((403, "token-reads-only"), await (await reader.SendAsync(HttpMethod.Put, path, text, seen: 0)).ProblemAsync());
        Assert.Equal((403, "forbidden"), await (await reporter.PostAsync("plans/approval", new { plans = Array.Empty<object>(), approvedBy = "会议" })).ProblemAsync());
        Assert.Equal((409, "nothing-picked"), await (await clerk.PostAsync("plans/approval", new { plans = Array.Empty<object>(), approvedBy = "会议" })).ProblemAsync());
        Assert.Equal((422, "plan-missing"), await (await reporter.SendAsync(HttpMethod.Put, path, new { text = " " }, seen: 0)).ProblemAsync());
        Assert.Equal((422, "plan-too-long"), await (await reporter.SendAsync(HttpMethod.Put, path, new { text = new string('亩', 2_001) }, seen: 0)).ProblemAsync());
        Assert.Equal((422, "period-outside-ledger"), await (await reporter.SendAsync(HttpMethod.Put, path.Replace("2024-08", "2025-08", StringComparison.Ordinal), text, seen: 0)).ProblemAsync());
        Assert.Equal((400, "request-not-understood"), await (await reporter.SendAsync(HttpMethod.Put, path.Replace("2024-08", "2024-13", StringComparison.Ordinal), text, seen: 0)).ProblemAsync());
        Assert.Equal((428, "version-required"), await (await reporter.SendAsync(HttpMethod.Put, path, text)).ProblemAsync());
        Assert.Equal((404, "plan-not-found"), await (await clerk.GetAsync(path)).ProblemAsync());
        Assert.Equal((400, "request-not-understood"), await (await clerk.GetAsync("plans")).ProblemAsync());
    }

    private static async Task<string> PathAsync(Program program) =>
        $"key-tasks/{(await program.ReadAsync("key-tasks"))["items"]!.AsArray().First(task => (string)task!["frequency"]! == "monthly")!["id"]}/plans/2024-08";

    private static async Task<JsonNode> ApproveAsync(Program clerk, JsonNode seen) => await (await clerk.PostAsync(
        "plans/approval", new { plans = new[] { new { taskId = (string)seen["taskId"]!, month = (string)seen["month"]!, version = (int)seen["version"]! } }, approvedBy = "区政府常务会议" })).JsonAsync();
}

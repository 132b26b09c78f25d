using System.Net;
using Luoshi.App.Reporting;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Tests.Supervision;

/// <summary>一页纸, 分管工作, 来龙去脉, 批示, 检索: who sees what, and what it says.</summary>
public sealed class PagesOfLeaders
{
    private const string Doing = "累计建成高标准农田1,200亩。";

    public static TheoryData<Role, string> Answers => new()
    {
        { Role.Clerk, "overview 200, leader 302, post 200, story 200, search 200, instructions 200, write 403" },
        { Role.Reviewer, "overview 200, leader 302, post 200, story 200, search 200, instructions 200, write 403" },
        { Role.DistrictHead, "overview 200, leader 302, post 200, story 200, search 200, instructions 200, write 200" },
        { Role.Leader, "overview 302, leader 200, post 200, story 200, search 200, instructions 200, write 200" },
        { Role.UnitReporter, "overview 403, leader 403, post 403, story 200, search 200, instructions 200, write 403" },
        { Role.UnitHead, "overview 403, leader 403, post 403, story 200, search 200, instructions 200, write 403" },
        { Role.SystemAdministrator, "overview 403, leader 403, post 403, story 403, search 403, instructions 403, write 403" },
        { Role.SecurityAdministrator, "overview 403, leader 403, post 403, story 403, search 403, instructions 403, write 403" },
        { Role.AuditAdministrator, "overview 403, leader 403, post 403, story 403, search 403, instructions 403, write 403" },
    };

    [Theory, MemberData(nameof(Answers))]
    public async Task Each_role_has_its_pages(Role role, string expected)
    {
        await using var site = await Site.CreateAsync();
        var task = await SubmitAsync(site);
        using var visitor = await site.SignInAsync(role switch
        {
            Role.UnitReporter or Role.UnitHead => site.District.Person(role, unitId: site.District.Farming.Id),
            Role.Leader => site.District.Leader,
            _ => site.District.Person(role),
        });

        var answers = new List<string>();
        foreach (var (name, path) in new[]
        {
            ("overview", "/overview"), ("leader", "/leader"), ("post", $"/leader/{site.District.Posts[0].Id}"), ("story", $"/tasks/{task}"),
            ("search", "/search?q=农田"), ("instructions", "/instructions"), ("write", $"/instructions/write?task={task}"),
        })
        {
            answers.Add($"{name} {(int)(await visitor.GetAsync(path)).StatusCode}");
        }

        Assert.Equal(expected, string.Join(", ", answers));
    }

    [Fact]
    public async Task What_is_anothers_or_is_not_there_is_not_found()
    {
        await using var site = await Site.CreateAsync();
        var task = await SubmitAsync(site);
        using var housing = await site.SignInAsync(site.District.HousingReporter);
        using var otherLeader = await site.SignInAsync(site.District.Person(Role.Leader, postId: site.District.Posts[1].Id));
        using var clerk = await site.SignInAsync(site.District.Clerk);

        Assert.Equal(HttpStatusCode.NotFound, (await housing.GetAsync($"/tasks/{task}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await otherLeader.GetAsync($"/tasks/{task}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await otherLeader.GetAsync($"/instructions/write?task={task}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await otherLeader.GetAsync($"/leader/{site.District.Posts[0].Id}")).StatusCode);
        foreach (var path in new[] { $"/tasks/{Guid.NewGuid()}", "/tasks/7", $"/leader/{Guid.NewGuid()}", "/overview?month=2031-01" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await clerk.GetAsync(path)).StatusCode);
        }
    }

    [Fact]
    public async Task Before_the_first_month_the_pages_say_what_comes()
    {
        await using var site = await Site.CreateAsync();
        using var head = await site.SignInAsync(site.District.Person(Role.DistrictHead));
        using var leader = await site.SignInAsync(site.District.Leader);

        Assert.Contains("还没有开启报送期", await head.ReadAsync("/overview"), StringComparison.Ordinal);
        Assert.Contains("还没有开启报送期", await leader.ReadAsync("/leader"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_overview_says_where_a_yes_and_the_figures_differ()
    {
        await using var site = await Site.CreateAsync();
        await SubmitAsync(site);
        using var head = await site.SignInAsync(site.District.Person(Role.DistrictHead));

        var page = await head.ReadAsync("/overview");

        Assert.Contains("已完成1200亩，占20.0%，时间进度58.3%，低38.3个百分点", page.Replace("1,200", "1200", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("20.0%，应达", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_leader_finds_the_worst_first()
    {
        await using var site = await Site.CreateAsync();
        await SubmitAsync(site);
        using var leader = await site.SignInAsync(site.District.Leader);

        var page = await leader.ReadAsync("/leader");

        var (behind, quiet) = (page.IndexOf("新建高标准农田6000亩", StringComparison.Ordinal), page.IndexOf("创建示范村4个", StringComparison.Ordinal));
        Assert.InRange(behind, 0, quiet);
        Assert.DoesNotContain("改造老旧小区24个", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_clicks_write_an_instruction_the_unit_answers_it_and_the_leader_closes_it()
    {
        await using var site = await Site.CreateAsync();
        var task = await SubmitAsync(site);
        using var leader = await site.SignInAsync(site.District.Leader);
        using var unit = await site.SignInAsync(site.District.FarmingReporter);
        var write = $"/instructions/write?task={task}&back=%2Fleader";

        var sent = await leader.PostAsync(write, new() { ["Task"] = task.ToString(), ["Back"] = "/leader", ["Template"] = "0", ["ReplyBy"] = "2024-07-31" });
        var instruction = await site.Store.LookAsync(site.District.System, db => db.Instructions.SingleAsync());
        var seen = await unit.ReadAsync("/instructions");
        var answered = await unit.PostAsync("/instructions?handler=reply", new() { ["id"] = instruction.Id.ToString(), ["version"] = "1", ["text"] = "已调机械进场。" }, form: "/instructions");
        var closed = await leader.PostAsync("/instructions?handler=close", new() { ["id"] = instruction.Id.ToString(), ["version"] = "2" }, form: "/instructions");
        var story = await leader.ReadAsync($"/tasks/{task}");

        Assert.Equal("/leader", sent.Headers.Location?.OriginalString);
        Assert.Contains("请单位说明原因并于月底前赶上。", seen, StringComparison.Ordinal);
        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.Redirect], [answered.StatusCode, closed.StatusCode]);
        Assert.Contains("已调机械进场。", story, StringComparison.Ordinal);
        Assert.Contains("已办结", story, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_instruction_stays_on_the_page_as_it_was_typed()
    {
        await using var site = await Site.CreateAsync();
        var task = await SubmitAsync(site);
        using var leader = await site.SignInAsync(site.District.Leader);

        var answer = await leader.PostAsync($"/instructions/write?task={task}", new() { ["Task"] = task.ToString(), ["Text"] = "请逐村列出日期。", ["ReplyBy"] = "2024-07-01" });
        var page = await answer.Content.ReadAsStringAsync(CancellationToken.None);

        Assert.Contains("反馈时限早于今天", page, StringComparison.Ordinal);
        Assert.Contains("请逐村列出日期。", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_sent_to_another_site_after_an_instruction()
    {
        await using var site = await Site.CreateAsync();
        var task = await SubmitAsync(site);
        using var leader = await site.SignInAsync(site.District.Leader);

        var sent = await leader.PostAsync($"/instructions/write?task={task}", new() { ["Task"] = task.ToString(), ["Back"] = "https://example.com/", ["ReplyBy"] = "2024-07-31" });

        Assert.Equal($"/tasks/{task}", sent.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task The_story_has_the_text_the_figures_of_the_chart_and_the_adjustment()
    {
        await using var site = await Site.CreateAsync();
        var id = await SubmitAsync(site);
        await site.Store.LookAsync(site.District.System, async db =>
        {
            var task = await db.KeyTasks.SingleAsync(task => task.Id == id);
            db.Add(task.Adjust(task.Terms() with { Deadline = "2024年11月底" }, "汛期推迟施工", "区政府第12次常务会议", site.Store.Clock.GetUtcNow().UtcDateTime).Value);
            db.Record("task-adjusted", nameof(Core.Ledgers.KeyTask), task.Id);
            return await db.SaveChangesAsync();
        });
        using var unit = await site.SignInAsync(site.District.FarmingReporter);

        var page = await unit.ReadAsync($"/tasks/{id}");

        Assert.Contains(Doing, page, StringComparison.Ordinal);
        Assert.Contains("<svg class=\"chart\"", page, StringComparison.Ordinal);
        Assert.Contains("<td class=\"num\">3,500</td>", page, StringComparison.Ordinal);
        Assert.Contains("<ins>2024年11月底</ins>", page, StringComparison.Ordinal);
        Assert.Contains("汛期推迟施工", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_found_word_is_marked_and_what_is_typed_is_text()
    {
        await using var site = await Site.CreateAsync();
        await SubmitAsync(site);
        using var clerk = await site.SignInAsync(site.District.Clerk);

        var found = await clerk.ReadAsync("/search?q=1200亩");
        var hostile = await clerk.ReadAsync("/search?q=" + Uri.EscapeDataString("<script>alert(1)</script>"));

        Assert.Contains("<mark class=\"found\">1,200亩</mark>", found, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", hostile, StringComparison.Ordinal);
        Assert.Contains("没有找到", hostile, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_tells_nobody_that_there_is_more()
    {
        await using var site = await Site.CreateAsync();
        await SubmitAsync(site);
        using var housing = await site.SignInAsync(site.District.HousingReporter);

        var page = await housing.ReadAsync("/search?q=农田");

        Assert.Contains("<b>0</b>项工作里有<b>0</b>处文字", page, StringComparison.Ordinal);
    }

    private static async Task<Guid> SubmitAsync(Site site)
    {
        var item = await site.District.OpenAsync(new ReportingPeriod(2024, 7), "新建高标准农田");
        var outcome = await site.Store.AskAsync<SubmitReport, Outcome<ReportSubmitted>>(site.District.FarmingReporter, submit => submit.ExecuteAsync(item.Id, 0, new ReportText(Doing, true, null), CancellationToken.None));
        Assert.Null(outcome.Refusal);
        return item.TaskId;
    }
}

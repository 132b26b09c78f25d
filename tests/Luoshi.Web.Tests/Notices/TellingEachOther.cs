using System.Net;
using Luoshi.App.Accounts;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Tests.Notices;

/// <summary>Announcements, feedback, and what stands around every page.</summary>
public sealed class TellingEachOther
{
    [Fact]
    public async Task An_announcement_stands_on_everybodys_home_page_until_it_is_withdrawn()
    {
        await using var site = await Site.CreateAsync();
        using var clerk = await site.SignInAsync(site.District.Clerk);
        using var reporter = await site.SignInAsync(site.District.FarmingReporter);
        using var auditor = await site.SignInAsync(site.District.Person(Role.AuditAdministrator));

        var posted = await clerk.PostAsync("/announcements", new() { ["title"] = "7月报送提前到24日", ["body"] = "会期提前。\n请各单位准备。" });
        var (told, seen) = (await clerk.ReadAsync("/announcements"), new[] { await reporter.ReadAsync("/"), await auditor.ReadAsync("/"), await reporter.ReadAsync("/announcements") });
        var id = await site.Store.LookAsync(site.District.Clerk, db => db.Announcements.Select(row => row.Id).SingleAsync());
        await clerk.PostAsync($"/announcements?handler=withdraw&id={id}", [], form: "/announcements");
        var gone = await reporter.ReadAsync("/");
        await clerk.PostAsync($"/announcements?handler=restore&id={id}", [], form: "/announcements");

        Assert.Equal(HttpStatusCode.Redirect, posted.StatusCode);
        Assert.Contains("撤销", told, StringComparison.Ordinal);
        Assert.All(seen, page => Assert.Contains("7月报送提前到24日", page, StringComparison.Ordinal));
        Assert.DoesNotContain("7月报送提前到24日", gone, StringComparison.Ordinal);
        Assert.Contains("7月报送提前到24日", await reporter.ReadAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_refused_keeps_what_was_typed_and_says_so_at_the_field()
    {
        await using var site = await Site.CreateAsync();
        using var clerk = await site.SignInAsync(site.District.Clerk);

        var answer = await clerk.PostAsync("/announcements", new() { ["title"] = "7月报送提前", ["body"] = " " });
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Contains("value=\"7月报送提前\"", page, StringComparison.Ordinal);
        Assert.Contains("id=\"body-error\">请写公告的正文。", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Others_neither_write_nor_withdraw_one()
    {
        await using var site = await Site.CreateAsync();
        using var reporter = await site.SignInAsync(site.District.FarmingReporter);

        var posted = await reporter.PostAsync("/announcements", new() { ["title"] = "标题", ["body"] = "正文" });
        var withdrawn = await reporter.PostAsync($"/announcements?handler=withdraw&id={Guid.Empty}", [], form: "/announcements");

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (posted.StatusCode, withdrawn.StatusCode));
        Assert.DoesNotContain("写一条公告", await reporter.ReadAsync("/announcements"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Feedback_goes_to_the_office_and_the_answer_comes_back()
    {
        await using var site = await Site.CreateAsync();
        using var clerk = await site.SignInAsync(site.District.Clerk);
        using var reporter = await site.SignInAsync(site.District.FarmingReporter);
        using var other = await site.SignInAsync(site.District.HousingReporter);

        await reporter.PostAsync("/feedback", new() { ["page"] = "/reporting", ["text"] = "粘贴表格时列对不齐。" });
        var id = await site.Store.LookAsync(site.District.Clerk, db => db.Feedback.Select(row => row.Id).SingleAsync());
        var list = await clerk.ReadAsync("/feedback");
        var empty = await clerk.PostAsync("/feedback?handler=answer", new() { ["id"] = id.ToString(), ["text"] = "" }, form: "/feedback");
        var answered = await clerk.PostAsync("/feedback?handler=answer", new() { ["id"] = id.ToString(), ["text"] = "请把表头一起粘贴。" }, form: "/feedback");

        Assert.Contains("粘贴表格时列对不齐。", list, StringComparison.Ordinal);
        Assert.Contains("请写明答复。", await empty.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, answered.StatusCode);
        Assert.Contains("请把表头一起粘贴。", await reporter.ReadAsync("/feedback"), StringComparison.Ordinal);
        Assert.DoesNotContain("粘贴表格时列对不齐。", await other.ReadAsync("/feedback"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_page_says_how_many_notices_are_unread()
    {
        await using var site = await Site.CreateAsync();
        using var clerk = await site.SignInAsync(site.District.Clerk);
        using var reporter = await site.SignInAsync(site.District.FarmingReporter);
        var before = await clerk.ReadAsync("/tasks");

        await reporter.PostAsync("/feedback", new() { ["text"] = "字小了。" });
        var after = await clerk.ReadAsync("/tasks");
        await clerk.PostAsync("/notices", []);

        Assert.DoesNotContain("条未读\"", before, StringComparison.Ordinal);
        Assert.Contains("aria-label=\"消息，1条未读\"", after, StringComparison.Ordinal);
        Assert.DoesNotContain("条未读\"", await clerk.ReadAsync("/tasks"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_holds_two_positions_goes_from_one_to_the_other_on_any_page()
    {
        await using var site = await Site.CreateAsync();
        var district = site.District;
        var (name, password) = await site.MakeAccountAsync(district.FarmingReporter);
        var account = await site.Store.LookAsync(Access.System, db => db.Accounts.Where(row => row.UserName == name).Select(row => row.Id).SingleAsync());
        var second = (await site.Store.AskAsync<GrantRole, Outcome<Position>>(Access.System, grant => grant.ExecuteAsync(account, Role.UnitHead, district.Farming.Id, null, CancellationToken.None))).Value;
        using var visitor = site.Visit();
        await visitor.PostAsync("/account/sign-in", new() { ["name"] = name, ["password"] = password });

        var page = await visitor.ReadAsync("/tasks");
        var switched = await visitor.PostAsync("/account?handler=switch", new() { ["id"] = second.Id.ToString() }, form: "/tasks");

        Assert.Contains("单位填报人（区农业农村局）", page, StringComparison.Ordinal);
        Assert.Contains($"value=\"{second.Id}\">单位审签人（区农业农村局）", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, switched.StatusCode);
        Assert.Contains("待我签发", await visitor.ReadAsync("/"), StringComparison.Ordinal);
    }

    [Theory, InlineData("/audit"), InlineData("/audit/verify")]
    public async Task The_menu_lights_one_entry(string path)
    {
        await using var site = await Site.CreateAsync();
        using var auditor = await site.SignInAsync(site.District.Person(Role.AuditAdministrator));

        var page = await auditor.ReadAsync(path);
        var menu = page[page.IndexOf("id=\"menu\"", StringComparison.Ordinal)..page.IndexOf("<header", StringComparison.Ordinal)];

        Assert.Equal(2, menu.Split("aria-current=\"page\"").Length);
        Assert.Contains($"href=\"{path}\" aria-current=\"page\"", menu, StringComparison.Ordinal);
    }
}

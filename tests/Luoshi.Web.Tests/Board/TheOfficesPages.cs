using System.Net;
using Luoshi.Core.Accounts;
using Luoshi.Core.Reporting;

namespace Luoshi.Web.Tests.Board;

/// <summary>Who opens the office's pages, and who is turned away.</summary>
public sealed class TheOfficesPages
{
    private static readonly string[] s_pages = ["/board", "/review", "/reminders", "/extensions", "/import", "/tasks/add", "/plans", "/tasks"];

    [Fact]
    public async Task Open_for_the_clerk()
    {
        await using var site = await Site.CreateAsync();
        await site.District.OpenAsync(new ReportingPeriod(2024, 7), "新建高标准农田");
        using var clerk = await site.SignInAsync(site.District.Clerk);

        foreach (var page in s_pages)
        {
            Assert.Equal((page, HttpStatusCode.OK), (page, (await clerk.GetAsync(page)).StatusCode));
        }
    }

    [Theory]
    [InlineData(Role.UnitReporter, "/board", "/review", "/reminders", "/extensions", "/import", "/tasks/add")]
    [InlineData(Role.Leader, "/board", "/review", "/reminders", "/extensions", "/import", "/tasks/add", "/plans")]
    [InlineData(Role.SystemAdministrator, "/board", "/review", "/reminders", "/extensions", "/import", "/tasks/add", "/plans", "/tasks")]
    [InlineData(Role.SecurityAdministrator, "/board", "/review", "/reminders", "/extensions", "/import", "/tasks/add", "/plans", "/tasks")]
    [InlineData(Role.AuditAdministrator, "/board", "/review", "/reminders", "/extensions", "/import", "/tasks/add", "/plans", "/tasks")]
    public async Task Are_forbidden_to_others(Role role, params string[] pages)
    {
        await using var site = await Site.CreateAsync();
        var district = site.District;
        using var other = await site.SignInAsync(role switch { Role.UnitReporter => district.FarmingReporter, Role.Leader => district.Leader, _ => district.Person(role) });

        foreach (var page in pages)
        {
            Assert.Equal((page, HttpStatusCode.Forbidden), (page, (await other.GetAsync(page)).StatusCode));
        }
    }

    [Theory]
    [InlineData("/board?month=nonsense")]
    [InlineData("/review/01900000-0000-7000-8000-000000000000")]
    [InlineData("/tasks/01900000-0000-7000-8000-000000000000/change")]
    public async Task Say_what_is_not_there(string address)
    {
        await using var site = await Site.CreateAsync();
        using var clerk = await site.SignInAsync(site.District.Clerk);

        var answer = await clerk.GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Open_a_month_that_says_how_many_it_asks()
    {
        await using var site = await Site.CreateAsync();
        using var clerk = await site.SignInAsync(site.District.Clerk);

        var before = await clerk.ReadAsync("/board?month=2024-07");
        var answer = await clerk.PostAsync("/board?handler=open&month=2024-07", [], form: "/board?month=2024-07");
        var after = await clerk.ReadAsync("/board?month=2024-07&by=task");

        Assert.Contains("开启2024年7月报送期（2项）", before, StringComparison.Ordinal);
        Assert.Equal("/board?month=2024-07", answer.Headers.Location?.OriginalString);
        Assert.Contains("新建高标准农田6000亩。", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Remind_a_unit_once()
    {
        await using var site = await Site.CreateAsync();
        await site.District.OpenAsync(new ReportingPeriod(2024, 7), "新建高标准农田");
        using var clerk = await site.SignInAsync(site.District.Clerk);

        await clerk.PostAsync("/reminders", new() { ["pick"] = site.District.Farming.Id.ToString() });
        var page = await clerk.ReadAsync("/reminders");

        Assert.Contains("现在该催<b>1</b>个单位", page, StringComparison.Ordinal);
        Assert.Contains("催报记录", page, StringComparison.Ordinal);
    }
}

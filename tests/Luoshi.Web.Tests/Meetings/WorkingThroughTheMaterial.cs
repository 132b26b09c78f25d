using System.Net;
using Luoshi.App.Reporting;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Tests.Meetings;

/// <summary>The end of a month in the browser: material, rectification, objection, circular.</summary>
public sealed class WorkingThroughTheMaterial
{
    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task The_clerk_compiles_checks_and_issues_and_the_leader_reads_the_own_part(string database)
    {
        await using var site = await Site.CreateAsync(database);
        await ApprovedAsync(site);
        using var clerk = await site.SignInAsync(site.District.Clerk);
        using var leader = await site.SignInAsync(site.District.Leader);

        var compiled = await clerk.PostAsync("/materials", new() { ["Form.Month"] = "2024-07" });
        var address = compiled.Headers.Location!.OriginalString;
        await clerk.PostAsync(address + "?handler=Check", new() { ["version"] = "1" }, form: address);
        var hidden = await leader.GetAsync(address);
        var issued = await clerk.PostAsync(address + "?handler=Issue", new() { ["version"] = "2" }, form: address);

        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, issued.StatusCode);
        Assert.Contains("已印发", await clerk.ReadAsync(address), StringComparison.Ordinal);
        var page = await leader.ReadAsync(address);
        Assert.Contains("新建高标准农田", page, StringComparison.Ordinal);
        Assert.DoesNotContain("改造老旧小区", page, StringComparison.Ordinal);
        Assert.Contains("2024年7月办公会议材料（第1稿）已印发。", await leader.ReadAsync("/notices"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_file_of_a_material_comes_to_the_office_and_the_internal_ones_to_nobody_else()
    {
        await using var site = await Site.CreateAsync();
        await ApprovedAsync(site);
        using var clerk = await site.SignInAsync(site.District.Clerk);
        using var head = await site.SignInAsync(site.District.Person(Role.DistrictHead));
        var address = (await clerk.PostAsync("/materials", new() { ["Form.Month"] = "2024-07" })).Headers.Location!.OriginalString;
        await clerk.PostAsync(address + "?handler=Check", new() { ["version"] = "1" }, form: address);
        await clerk.PostAsync(address + "?handler=Issue", new() { ["version"] = "2" }, form: address);

        string[] open = ["material.docx", "material.xlsx", "material.html", "leader-pages.docx"];
        string[] office = ["difference.docx", "doubts.docx", "reminders.docx", "circular.docx"];

        foreach (var file in open)
        {
            Assert.Equal((file, HttpStatusCode.OK, HttpStatusCode.OK), (file, (await clerk.GetAsync($"{address}/{file}")).StatusCode, (await head.GetAsync($"{address}/{file}")).StatusCode));
        }

        foreach (var file in office)
        {
            Assert.Equal((file, HttpStatusCode.OK, HttpStatusCode.NotFound), (file, (await clerk.GetAsync($"{address}/{file}")).StatusCode, (await head.GetAsync($"{address}/{file}")).StatusCode));
        }
    }

    [Theory]
    [InlineData("/materials", Role.UnitReporter)]
    [InlineData("/materials", Role.SystemAdministrator)]
    [InlineData("/rectifications", Role.Leader)]
    [InlineData("/rectifications/new", Role.UnitHead)]
    [InlineData("/objections", Role.DistrictHead)]
    [InlineData("/circulars", Role.AuditAdministrator)]
    [InlineData("/burden", Role.UnitReporter)]
    [InlineData("/quality", Role.Leader)]
    public async Task Whoever_may_not_is_shown_nothing(string address, Role role)
    {
        await using var site = await Site.CreateAsync();
        using var person = await site.SignInAsync(site.District.Person(role, site.District.Farming.Id, site.District.Posts[0].Id));

        var answer = await person.GetAsync(address);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData("/materials/{0}")]
    [InlineData("/materials/{0}/material.docx")]
    [InlineData("/rectifications/{0}")]
    [InlineData("/objections/{0}")]
    [InlineData("/circulars/{0}")]
    public async Task What_is_not_there_is_not_found(string address)
    {
        await using var site = await Site.CreateAsync();
        using var clerk = await site.SignInAsync(site.District.Clerk);

        var answer = await clerk.GetAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, address, Guid.NewGuid()));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_rectification_goes_from_the_office_to_the_unit_and_back(string database)
    {
        await using var site = await Site.CreateAsync(database);
        using var clerk = await site.SignInAsync(site.District.Clerk);
        using var unit = await site.SignInAsync(site.District.FarmingReporter);
        var task = await site.Store.LookAsync(site.District.Clerk, db => db.KeyTasks.SingleAsync(task => task.Content.StartsWith("新建高标准农田")));

        var opened = await clerk.PostAsync("/rectifications/new", new() { ["Form.TaskId"] = task.Id.ToString(), ["Form.Origin"] = "BehindTask", ["Form.Requirement"] = "请补建到3000亩。", ["Form.Due"] = "2024-07-31" });
        var address = opened.Headers.Location!.OriginalString;
        var list = await unit.ReadAsync("/rectifications");
        await unit.PostAsync(address + "?handler=Reply", new() { ["version"] = "1", ["text"] = "已补建。", ["files"] = "验收单" }, form: address);
        await clerk.PostAsync(address + "?handler=Close", new() { ["version"] = "2", ["text"] = "现场核查，已到位。" }, form: address);

        Assert.Contains("请补建到3000亩。", list, StringComparison.Ordinal);
        Assert.Contains("已销号", await unit.ReadAsync(address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_refused_keeps_what_was_typed()
    {
        await using var site = await Site.CreateAsync();
        using var clerk = await site.SignInAsync(site.District.Clerk);
        var task = await site.Store.LookAsync(site.District.Clerk, db => db.KeyTasks.OrderBy(task => task.Id).FirstAsync());

        var answer = await clerk.PostAsync("/rectifications/new", new() { ["Form.TaskId"] = task.Id.ToString(), ["Form.Origin"] = "Inspection", ["Form.Requirement"] = "请说明情况。", ["Form.Due"] = "2024-07-01" });

        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("整改时限已经过了", page, StringComparison.Ordinal);
        Assert.Contains("请说明情况。", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rectification_that_is_sent_back_without_a_good_day_keeps_the_reason_and_says_so_at_the_day()
    {
        await using var site = await Site.CreateAsync();
        using var clerk = await site.SignInAsync(site.District.Clerk);
        using var unit = await site.SignInAsync(site.District.FarmingReporter);
        var task = await site.Store.LookAsync(site.District.Clerk, db => db.KeyTasks.SingleAsync(task => task.Content.StartsWith("新建高标准农田")));
        var opened = await clerk.PostAsync("/rectifications/new", new() { ["Form.TaskId"] = task.Id.ToString(), ["Form.Origin"] = "BehindTask", ["Form.Requirement"] = "请补建到3000亩。", ["Form.Due"] = "2024-07-31" });
        var address = opened.Headers.Location!.OriginalString;
        await unit.PostAsync(address + "?handler=Reply", new() { ["version"] = "1", ["text"] = "已补建。" }, form: address);

        var answer = await clerk.PostAsync(address + "?handler=Return", new() { ["version"] = "2", ["why"] = "没有写明位置。", ["due"] = "2024-07-01" }, form: address);
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Contains("没有写明位置。", page, StringComparison.Ordinal);
        Assert.Contains("value=\"2024-07-01\"", page, StringComparison.Ordinal);
        Assert.Contains("id=\"due-error\">重新整改的时限已经过了", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_clerk_drafts_edits_and_issues_a_circular()
    {
        await using var site = await Site.CreateAsync();
        await ApprovedAsync(site);
        using var clerk = await site.SignInAsync(site.District.Clerk);
        using var unit = await site.SignInAsync(site.District.HousingReporter);
        var material = (await clerk.PostAsync("/materials", new() { ["Form.Month"] = "2024-07" })).Headers.Location!.OriginalString[^36..];

        var address = (await clerk.PostAsync("/circulars", new() { ["materialId"] = material })).Headers.Location!.OriginalString;
        await clerk.PostAsync(address + "?handler=Edit", new() { ["version"] = "1", ["title"] = "7月情况通报", ["body"] = "各有关单位：\n请抓紧。" }, form: address);
        await clerk.PostAsync(address + "?handler=Issue", new() { ["version"] = "2", ["approvedBy"] = "顾清和区长" }, form: address);

        Assert.Contains("请抓紧。", await unit.ReadAsync(address), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await unit.GetAsync(address + "?handler=Word")).StatusCode);
        Assert.Contains("7月情况通报", await unit.ReadAsync("/notices"), StringComparison.Ordinal);
    }

    [Theory, InlineData("/burden"), InlineData("/quality"), InlineData("/objections"), InlineData("/circulars"), InlineData("/notices"), InlineData("/materials"), InlineData("/rectifications")]
    public async Task An_empty_office_is_told_what_will_stand_here(string address)
    {
        await using var site = await Site.CreateAsync();
        using var clerk = await site.SignInAsync(site.District.Clerk);

        var page = await clerk.ReadAsync(address);

        Assert.Contains("class=\"empty\"", page, StringComparison.Ordinal);
    }

    private static async Task ApprovedAsync(Site site)
    {
        var item = await site.District.OpenAsync(new ReportingPeriod(2024, 7), "新建高标准农田");
        var submitted = (await site.Store.AskAsync<SubmitReport, Outcome<ReportSubmitted>>(
            site.District.FarmingReporter, submit => submit.ExecuteAsync(item.Id, 0, new("累计建成高标准农田3600亩。", true, null), CancellationToken.None))).Value.Stand;
        await site.Store.AskAsync<ApproveReport, Outcome<ReportStand>>(
            site.District.Clerk, approve => approve.ExecuteAsync(submitted.ReportId, submitted.Version, Judgement.Accepted, null, CancellationToken.None));
    }
}

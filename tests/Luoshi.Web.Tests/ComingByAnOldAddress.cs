using System.Net;
using Luoshi.App.Ledgers;
using Luoshi.App.Reporting;
using Luoshi.Core;
using Luoshi.Core.Ledgers;
using Luoshi.Core.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Tests;

/// <summary>A bookmark of what has ended, went to others or was deleted: it says what became of it and when, and leads on.</summary>
public sealed class ComingByAnOldAddress
{
    private static readonly ReportingPeriod July = new(2024, 7);

    [Fact]
    public async Task What_never_was_is_not_found()
    {
        await using var site = await Site.CreateAsync();
        using var reporter = await site.SignInAsync(site.District.FarmingReporter);

        var (code, page) = await OpenAsync(reporter, $"/tasks/{Guid.CreateVersion7()}");

        Assert.Equal(HttpStatusCode.NotFound, code);
        Assert.Contains("内容已被删除", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_task_that_was_merged_leads_to_the_one_that_goes_on()
    {
        await using var site = await Site.CreateAsync();
        var tasks = await site.Store.LookAsync(site.District.Clerk, db => db.KeyTasks.AsNoTracking().Where(task => task.LeadUnitId == site.District.Farming.Id).OrderBy(task => task.Number).ToListAsync());
        await site.Store.AskAsync<MergeKeyTasks, Outcome<KeyTask>>(
            site.District.Clerk, merge => merge.ExecuteAsync(tasks[0].Id, tasks[0].Version, new Dictionary<Guid, int> { [tasks[1].Id] = tasks[1].Version }, "建设高标准农田和示范村。", "同一件事。", "区政府第12次常务会议", CancellationToken.None));
        using var reporter = await site.SignInAsync(site.District.FarmingReporter);

        var (code, page) = await OpenAsync(reporter, $"/tasks/{tasks[1].Id}");

        Assert.Equal(HttpStatusCode.OK, code);
        Assert.Contains("2024年7月22日已并入别的工作", page, StringComparison.Ordinal);
        Assert.Contains($"<a href=\"/tasks/{tasks[0].Id}\">第1项：建设高标准农田和示范村</a>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_task_that_went_to_another_unit_is_gone_for_the_unit_that_had_it_and_for_nobody_else()
    {
        await using var site = await Site.CreateAsync();
        var item = await site.District.OpenAsync(July, "新建高标准农田");
        var task = await site.Store.LookAsync(site.District.Clerk, db => db.KeyTasks.AsNoTracking().SingleAsync(task => task.Id == item.TaskId));
        await site.Store.AskAsync<AdjustKeyTask, Outcome<KeyTask>>(
            site.District.Clerk, adjust => adjust.ExecuteAsync(task.Id, task.Version, task.Terms() with { LeadUnitId = site.District.Housing.Id }, "职能划转。", "区政府第12次常务会议", CancellationToken.None));
        using var farming = await site.SignInAsync(site.District.FarmingReporter);
        using var housing = await site.SignInAsync(site.District.HousingReporter);

        var (code, page) = await OpenAsync(farming, $"/tasks/{task.Id}");

        Assert.Equal(HttpStatusCode.Gone, code);
        Assert.Contains("“新建高标准农田6000亩”自2024年7月22日起由区住建局牵头。", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/reporting?month=2024-07\">看7月填报</a>", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await OpenAsync(housing, $"/tasks/{task.Id}")).Code);
    }

    [Fact]
    public async Task A_file_that_was_deleted_is_gone_for_those_who_could_see_it_and_not_found_for_others()
    {
        await using var site = await Site.CreateAsync();
        var file = await AttachAsync(site);
        await site.Store.AskAsync<RemoveFile, Refusal?>(site.District.FarmingReporter, remove => remove.ExecuteAsync(file.Id, CancellationToken.None));

        var seen = new List<HttpStatusCode>();
        foreach (var person in new[] { site.District.FarmingReporter, site.District.Leader, site.District.Clerk, site.District.HousingReporter, site.District.Person(Core.Accounts.Role.AuditAdministrator) })
        {
            using var visitor = await site.SignInAsync(person);
            var (code, page) = await OpenAsync(visitor, $"/attachments/{file.Id}");
            seen.Add(code);
            Assert.Equal(code == HttpStatusCode.Gone, page.Contains("“验收单.pdf”已于7月22日 09:00由单位删去。", StringComparison.Ordinal));
        }

        Assert.Equal([HttpStatusCode.Gone, HttpStatusCode.Gone, HttpStatusCode.Gone, HttpStatusCode.NotFound, HttpStatusCode.NotFound], seen);
    }

    [Fact]
    public async Task A_file_whose_content_was_lost_says_so()
    {
        await using var site = await Site.CreateAsync();
        var file = await AttachAsync(site);
        using var reporter = await site.SignInAsync(site.District.FarmingReporter);
        Directory.Delete(Path.Combine(site.Store.Choice.DataFolder, "attachments"), recursive: true);

        var (code, page) = await OpenAsync(reporter, $"/attachments/{file.Id}");

        Assert.Equal(HttpStatusCode.Gone, code);
        Assert.Contains("“验收单.pdf”的记录还在，文件的内容已经找不到", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/\">回首页</a>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_announcement_that_was_withdrawn_says_so_above_those_that_stand()
    {
        await using var site = await Site.CreateAsync();
        using var clerk = await site.SignInAsync(site.District.Clerk);
        using var reporter = await site.SignInAsync(site.District.FarmingReporter);
        await clerk.PostAsync("/announcements", new() { ["title"] = "7月报送提前到24日", ["body"] = "会期提前。" });
        var id = await site.Store.LookAsync(site.District.Clerk, db => db.Announcements.Select(row => row.Id).SingleAsync());

        var standing = await OpenAsync(reporter, $"/announcements?a={id}");
        await clerk.PostAsync($"/announcements?handler=withdraw&id={id}", [], form: "/announcements");
        var withdrawn = await OpenAsync(reporter, $"/announcements?a={id}");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Gone), (standing.Code, withdrawn.Code));
        Assert.Contains("您要看的那条公告已经撤下。", withdrawn.Page, StringComparison.Ordinal);
    }

    private static async Task<Attachment> AttachAsync(Site site)
    {
        var item = await site.District.OpenAsync(July, "新建高标准农田");
        return (await site.Store.AskAsync<AttachFile, Outcome<Attachment>>(site.District.FarmingReporter, attach => attach.ExecuteAsync(item.Id, "验收单.pdf", "%PDF-1.7"u8.ToArray(), CancellationToken.None))).Value;
    }

    private static async Task<(HttpStatusCode Code, string Page)> OpenAsync(Site.Visitor visitor, string address)
    {
        using var answer = await visitor.GetAsync(address);
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }
}

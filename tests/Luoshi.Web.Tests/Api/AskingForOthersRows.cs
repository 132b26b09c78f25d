using System.Net;
using System.Text.Json.Nodes;
using Luoshi.App.Reporting;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Reporting;
using Luoshi.Testing;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Tests.Api;

/// <summary>Every id of two governments, asked for by every role of one.</summary>
public sealed class AskingForOthersRows
{
    private static readonly ReportingPeriod July = new(2024, 7);

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Each_role_finds_the_rows_that_the_store_shows_it_and_no_other(string database)
    {
        await using var site = await Site.CreateAsync(database);
        var other = await SmallDistrict.CreateAsync(site.Store, "云岭县人民政府");
        await FillAsync(site.District);
        await FillAsync(other);
        var all = await IdsAsync(site, Access.System);
        var roles = (Access[])
        [
            site.District.Clerk, site.District.Reviewer, site.District.FarmingReporter, site.District.FarmingHead, site.District.HousingReporter, site.District.Leader,
            site.District.Person(Role.Leader, postId: site.District.Posts[1].Id), site.District.Person(Role.DistrictHead),
        ];

        foreach (var role in roles)
        {
            using var program = await Program.CreateAsync(site, role);
            var visible = await IdsAsync(site, program.Access);
            Assert.True(visible.Count < all.Count);
            foreach (var path in all)
            {
                var answer = await program.GetAsync(path);
                Assert.True(answer.StatusCode == (visible.Contains(path) ? HttpStatusCode.OK : HttpStatusCode.NotFound), $"{role.Name} {path}: {answer.StatusCode}");
            }

            var listed = await ListedAsync(program);
            Assert.Equal(visible.Where(path => path.Count(letter => letter == '/') == 1).Order(), listed.Order());
        }
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Nobody_changes_a_row_that_he_does_not_see(string database)
    {
        await using var site = await Site.CreateAsync(database);
        var other = await SmallDistrict.CreateAsync(site.Store, "云岭县人民政府");
        await FillAsync(other);
        var report = await site.Store.LookAsync(other.System, db => db.ProgressReports.FirstAsync());
        using var clerk = await Program.CreateAsync(site, site.District.Clerk);
        using var head = await Program.CreateAsync(site, site.District.FarmingHead);
        var before = await site.Store.LookAsync(other.System, db => db.AuditEntries.CountAsync());

        var answers = (HttpResponseMessage[])
        [
            await head.SendAsync(HttpMethod.Put, $"due-items/{report.DueItemId}/progress-report", new { progress = "改。" }, report.Version),
            await head.PostAsync($"due-items/{report.DueItemId}/progress-report/submission", new { progress = "改。", planMet = true }, report.Version),
            await head.PostAsync($"progress-reports/{report.Id}/sign-off", seen: report.Version),
            await head.PostAsync($"progress-reports/{report.Id}/sign-off-rejection", new { reason = "改。" }, report.Version),
            await head.PostAsync($"progress-reports/{report.Id}/withdrawal", seen: report.Version),
            await clerk.PostAsync($"progress-reports/{report.Id}/return", new { reason = "改。", dueAt = "2024-07-30T12:00:00+08:00" }, report.Version),
            await clerk.PostAsync($"progress-reports/{report.Id}/approval", new { judgement = "accepted" }, report.Version),
            await clerk.PostAsync($"progress-reports/{report.Id}/reopening", new { reason = "改。", dueAt = "2024-07-30T12:00:00+08:00" }, report.Version),
        ];

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode));
        Assert.Equal(before, await site.Store.LookAsync(other.System, db => db.AuditEntries.CountAsync()));
    }

    [Theory, InlineData(Role.SystemAdministrator), InlineData(Role.SecurityAdministrator), InlineData(Role.AuditAdministrator)]
    public async Task An_administrator_who_asks_with_his_session_is_shown_no_business(Role role)
    {
        await using var site = await Site.CreateAsync();
        await FillAsync(site.District);
        using var administrator = await site.SignInAsync(site.District.Person(role));

        var answers = await Task.WhenAll(((string[])["key-tasks", "due-items", "doubts", "ledgers", "periods", "key-tasks/export"]).Select(path => administrator.GetAsync($"/api/v1/{path}")));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode));
    }

    private static async Task FillAsync(SmallDistrict district)
    {
        var farming = await district.OpenAsync(July, "新建高标准农田");
        var housing = await district.OpenAsync(July, "改造老旧小区");
        foreach (var (person, item) in ((Access, DueItem)[])[(district.FarmingReporter, farming), (district.HousingReporter, housing)])
        {
            await district.Store.AskAsync<SubmitReport, Outcome<ReportSubmitted>>(person, submit => submit.ExecuteAsync(item.Id, 0, new("累计完成3。", true, null), CancellationToken.None));
        }
    }

    // What the store itself shows; its filter is tested with the store.
    private static Task<HashSet<string>> IdsAsync(Site site, Access access) => site.Store.LookAsync(access, async db =>
    {
        var paths = new HashSet<string>();
        paths.UnionWith(await db.KeyTasks.Select(task => $"key-tasks/{task.Id}").ToListAsync());
        paths.UnionWith(await db.DueItems.Select(item => $"due-items/{item.Id}").ToListAsync());
        paths.UnionWith(await db.ProgressReports.Select(report => $"progress-reports/{report.Id}").ToListAsync());
        paths.UnionWith(await db.ProgressReports.Select(report => $"due-items/{report.DueItemId}/progress-report").ToListAsync());
        return paths;
    });

    private static async Task<List<string>> ListedAsync(Program program)
    {
        var items = (await program.ReadAsync("due-items"))["items"]!.AsArray();
        var paths = (await program.ReadAsync("key-tasks"))["items"]!.AsArray().Select(task => $"key-tasks/{task!["id"]}").ToList();
        paths.AddRange(items.Select(item => $"due-items/{item!["id"]}"));
        paths.AddRange(items.Where(item => item!["report"] is JsonObject).Select(item => $"progress-reports/{item!["report"]!["id"]}"));
        return paths;
    }
}

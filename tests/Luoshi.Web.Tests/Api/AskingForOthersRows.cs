using System.Net;
using Luoshi.App.Ledgers;
using Luoshi.App.Meetings;
using Luoshi.App.Reporting;
using Luoshi.App.Supervision;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Ledgers;
using Luoshi.Core.Meetings;
using Luoshi.Core.Reporting;
using Luoshi.Core.Supervision;
using Luoshi.Testing;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Tests.Api;

/// <summary>Every id of two governments, asked for by every role of one.</summary>
public sealed class AskingForOthersRows
{
    private static readonly ReportingPeriod July = new(2024, 7);

    private static readonly string[] s_lists = ["key-tasks", "due-items", "progress-reports", "rectifications", "objections", "extensions", "attachments", "circulars", "instructions"];

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
        var ids = (await IdsAsync(site, other.System)).Where(path => path.Count(letter => letter == '/') == 1).ToLookup(path => path.Split('/')[0]);
        var material = await site.Store.LookAsync(other.System, db => db.Materials.Select(row => row.Id).FirstAsync());
        string One(string kind) => ids[kind].Order().First();
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
            await head.SendAsync(HttpMethod.Put, $"{One("key-tasks")}/plans/2024-08", new { text = "改。" }, seen: 0),
            await clerk.PostAsync($"{One("key-tasks")}/rectifications", new { origin = "inspection", requirement = "改。", dueAt = "2024-08-30T12:00:00+08:00" }),
            await head.PostAsync($"{One("rectifications")}/replies", new { text = "改。" }, seen: 1),
            await clerk.PostAsync($"{One("rectifications")}/return", new { reason = "改。", dueAt = "2024-08-30T12:00:00+08:00" }, seen: 1),
            await clerk.PostAsync($"{One("rectifications")}/closure", new { reason = "改。" }, seen: 1),
            await head.PostAsync($"{One("progress-reports")}/objections", new { grounds = "改。" }),
            await clerk.PostAsync($"{One("objections")}/decision", new { answer = "改。" }, seen: 1),
            await head.PostAsync($"{One("due-items")}/extensions", new { until = "2024-07-30T12:00:00+08:00", reason = "改。" }),
            await clerk.PostAsync($"{One("extensions")}/decision", new { granted = true }, seen: 1),
            await clerk.PostAsync($"{One("due-items")}/exemption", new { reason = "改。" }, seen: 1),
            await head.SendAsync(HttpMethod.Delete, One("attachments")),
            await clerk.PostAsync($"materials/{material}/circulars"),
            await clerk.SendAsync(HttpMethod.Put, One("circulars"), new { title = "改", body = "改。" }, seen: 1),
            await clerk.PostAsync($"{One("circulars")}/issue", new { approvedBy = "改" }, seen: 1),
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

        var answers = await Task.WhenAll(((string[])[.. s_lists, "materials", "doubts", "ledgers", "periods", "key-tasks/export", "plans?month=2024-07", "reminders", "reminders/due"]).Select(path => administrator.GetAsync($"/api/v1/{path}")));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode));
    }

    /// <summary>Something of every kind: some of it the farming unit's, some the housing unit's, under two leaders.</summary>
    internal static async Task FillAsync(SmallDistrict district)
    {
        var store = district.Store;
        var farming = await district.OpenAsync(July, "新建高标准农田");
        var housing = await district.OpenAsync(July, "改造老旧小区");
        foreach (var (person, item) in ((Access, DueItem)[])[(district.FarmingReporter, farming), (district.HousingReporter, housing)])
        {
            await store.AskAsync<SubmitReport, Outcome<ReportSubmitted>>(person, submit => submit.ExecuteAsync(item.Id, 0, new("累计完成3。", true, null), CancellationToken.None));
            await store.AskAsync<OpenRectification, Outcome<Rectification>>(
                district.Clerk, open => open.ExecuteAsync(item.TaskId, RectificationOrigin.Inspection, "补种到位。", item.DueAt.AddDays(9), CancellationToken.None));
            var report = await store.LookAsync(person, db => db.ProgressReports.SingleAsync());
            await store.AskAsync<ReturnReport, Outcome<ReportStand>>(district.Clerk, give => give.ExecuteAsync(report.Id, report.Version, "请重报。", item.DueAt, null, CancellationToken.None));
            await store.AskAsync<RaiseObjection, Outcome<Objection>>(person, raise => raise.ExecuteAsync(report.Id, null, "已按口径统计。", CancellationToken.None));
            await store.AskAsync<AttachFile, Outcome<Attachment>>(person, attach => attach.ExecuteAsync(item.Id, "验收单.pdf", "%PDF-1.7 照片"u8.ToArray(), CancellationToken.None));
            await store.AskAsync<PlanMonth, Outcome<PlannedMonth>>(person, plan => plan.ExecuteAsync(item.TaskId, July, 0, "按序时推进。", CancellationToken.None));
        }

        foreach (var (person, content) in ((Access, string)[])[(district.FarmingReporter, "新建高标准农田"), (district.HousingReporter, "改造老旧小区")])
        {
            var august = await district.OpenAsync(new ReportingPeriod(2024, 8), content);
            await store.AskAsync<AskExtension, Outcome<ExtensionRequest>>(person, ask => ask.ExecuteAsync(august.Id, august.DueAt.AddDays(2), "设计变更。", CancellationToken.None));
        }

        var material = (await store.AskAsync<CompileFromLedger, Outcome<Material>>(
            district.Clerk, compile => compile.ExecuteAsync(new LedgerCompilation(July, new MaterialChoice(ApprovedOnly: false, LastValues: false)), CancellationToken.None))).Value;
        await store.AskAsync<DraftCircular, Outcome<Circular>>(district.Clerk, draft => draft.ExecuteAsync(material.Id, CancellationToken.None));
        var issued = (await store.AskAsync<DraftCircular, Outcome<Circular>>(district.Clerk, draft => draft.ExecuteAsync(material.Id, CancellationToken.None))).Value;
        await store.AskAsync<IssueCircular, Outcome<Circular>>(district.Clerk, issue => issue.ExecuteAsync(issued.Id, issued.Version, "区长", CancellationToken.None));
        await store.AskAsync<WriteInstruction, Outcome<InstructionStand>>(district.Leader, write => write.ExecuteAsync(farming.TaskId, "秋种前要建成。", new DateOnly(2024, 8, 10), CancellationToken.None));
    }

    /// <summary>What the store itself shows, as addresses; its filter is tested with the store.</summary>
    internal static Task<HashSet<string>> IdsAsync(Site site, Access access) => site.Store.LookAsync(access, async db =>
    {
        var paths = new HashSet<string>();
        paths.UnionWith(await db.KeyTasks.Select(task => $"key-tasks/{task.Id}").ToListAsync());
        paths.UnionWith(await db.KeyTasks.Select(task => $"key-tasks/{task.Id}/plans").ToListAsync());
        paths.UnionWith((await db.PlannedMonths.ToListAsync()).Select(plan => $"key-tasks/{plan.TaskId}/plans/{plan.Month}"));
        paths.UnionWith(await db.DueItems.Select(item => $"due-items/{item.Id}").ToListAsync());
        paths.UnionWith(await db.ProgressReports.Select(report => $"progress-reports/{report.Id}").ToListAsync());
        paths.UnionWith(await db.ProgressReports.Select(report => $"due-items/{report.DueItemId}/progress-report").ToListAsync());
        paths.UnionWith(await db.Rectifications.Select(row => $"rectifications/{row.Id}").ToListAsync());
        paths.UnionWith(await db.Objections.Select(row => $"objections/{row.Id}").ToListAsync());
        paths.UnionWith(await db.ExtensionRequests.Select(row => $"extensions/{row.Id}").ToListAsync());
        paths.UnionWith(await db.Attachments.Select(row => $"attachments/{row.Id}").ToListAsync());
        paths.UnionWith(await db.Circulars.Select(row => $"circulars/{row.Id}").ToListAsync());
        paths.UnionWith(await db.Instructions.Select(row => $"instructions/{row.Id}").ToListAsync());
        return paths;
    });

    private static async Task<List<string>> ListedAsync(Program program)
    {
        var paths = new List<string>();
        foreach (var list in s_lists)
        {
            paths.AddRange((await program.ReadAsync(list))["items"]!.AsArray().Select(row => $"{list}/{row!["id"]}"));
        }

        return paths;
    }
}

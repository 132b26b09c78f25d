using System.Net.Http.Json;
using System.Text;
using System.Text.RegularExpressions;
using Luoshi.App.Ledgers;
using Luoshi.App.Meetings;
using Luoshi.App.Reporting;
using Luoshi.App.Supervision;
using Luoshi.Core;
using Luoshi.Core.Ledgers;
using Luoshi.Core.Meetings;
using Luoshi.Core.Reporting;
using Luoshi.Core.Supervision;
using Luoshi.Documents.Writing;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Tests.Security;

/// <summary>Forms of the business that are shown only when something stands as it must, each with what it leaves in the audit.</summary>
internal static partial class BusinessForms
{
    private static readonly ReportingPeriod July = new(2024, 7);

    public static IEnumerable<SentForm> All { get; } =
    [
        new("Ledgers.IndexModel.OnPostOpenAsync", "ledger-opened", async site => await (await ClerkAsync(site)).SendFormAsync("/tasks?year=2025", "handler=open")),
        new("Ledgers.IndexModel.OnPostDropAsync", "view-removed", async site =>
        {
            var clerk = await ClerkAsync(site);
            await clerk.SendFormAsync("/tasks?year=2024", "handler=keep");
            return await clerk.SendFormAsync("/tasks?year=2024", "handler=drop");
        }),
        new("Ledgers.MergeModel.OnPostAsync", "tasks-merged", async site =>
        {
            var tasks = await site.Store.LookAsync(site.District.FarmingReporter, db => db.KeyTasks.Select(task => task.Id).ToListAsync());
            return await (await ClerkAsync(site)).SendFormAsync($"/tasks/merge?pick={string.Join("&pick=", tasks)}", "/tasks/merge", ("content", "新建高标准农田6000亩，创建示范村4个。"));
        }),
        new("Ledgers.PlansModel.OnPostApproveAsync", "plans-approved", async site =>
        {
            var task = await site.Store.LookAsync(site.District.FarmingReporter, db => db.KeyTasks.Select(task => task.Id).FirstAsync());
            await site.Store.AskAsync<PlanMonth, Outcome<PlannedMonth>>(site.District.FarmingReporter, plan => plan.ExecuteAsync(task, July, 0, "按序时推进。", default));
            return await (await ClerkAsync(site)).SendFormAsync("/plans?year=2024&quarter=3", "handler=approve", ("pick", $"{task}:2024-07:1"));
        }),
        new("Ledgers.ImportModel.OnPostConfirmAsync", "ledger-imported", async site =>
        {
            var clerk = await ClerkAsync(site);
            var file = Encoding.UTF8.GetBytes("分管领导,序号,报送频次,工作内容,牵头单位\n赵宁副区长,3,月度报,新建农村公路12公里。,区交通运输局\n");
            var shown = await clerk.UploadAsync("/import?handler=upload", "files", file, "任务.csv", form: "/import", ("kind", "ledger"), ("year", "2024"));
            return await clerk.SendFormAsync(shown.Headers.Location!.OriginalString, "handler=confirm");
        }),
        new("Board.IndexModel.OnPostOpenAsync", "period-opened", async site => await (await ClerkAsync(site)).SendFormAsync("/board?month=2024-07", "handler=open")),
        new("Reporting.DraftModel.OnPostDraftAsync", "draft-saved", async site =>
        {
            var item = await site.District.OpenAsync(July, "新建高标准农田");
            var reporter = await site.SignInAsync(site.District.FarmingReporter);
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/reporting/{item.Id}/draft", UriKind.Relative)) { Content = JsonContent.Create(new { version = 0, progress = "累计建成1200亩。" }) };
            request.Headers.Add("X-Form-Token", Token().Match(await reporter.ReadAsync("/reporting")).Groups["value"].Value);
            return await reporter.Http.SendAsync(request);
        }),
        new("Reporting.ExtensionModel.OnPostAsync", "extension-asked", async site =>
        {
            var page = $"/reporting/{(await site.District.OpenAsync(July, "新建高标准农田")).Id}/extension";
            return await (await site.SignInAsync(site.District.FarmingReporter)).SendFormAsync(page, page, ("Until", "2024-07-31"));
        }),
        new("Reporting.FilesModel.OnPostRemoveAsync", "file-removed", async site =>
        {
            var item = await site.District.OpenAsync(July, "新建高标准农田");
            await site.Store.AskAsync<AttachFile, Outcome<Attachment>>(site.District.FarmingReporter, attach => attach.ExecuteAsync(item.Id, "验收单.pdf", "%PDF-1.7 照片"u8.ToArray(), default));
            return await (await site.SignInAsync(site.District.FarmingReporter)).SendFormAsync($"/reporting/{item.Id}/files", "/files/remove");
        }),
        new("Reporting.ImportModel.OnPostConfirmAsync", "draft-saved", async site =>
        {
            await site.District.OpenAsync(July, "新建高标准农田");
            var reporter = await site.SignInAsync(site.District.FarmingReporter);
            var pasted = await reporter.SendFormAsync("/reporting/import", "/reporting/import/paste", ("Block", "工作内容\t完成情况\n新建高标准农田6000亩。\t累计建成1200亩。"));
            return await reporter.SendFormOfAsync(await pasted.Content.ReadAsStringAsync(), "/reporting/import", "/reporting/import/confirm");
        }),
        new("Reporting.IndexModel.OnPostWithdrawAsync", "report-withdrawn", async site =>
        {
            await SubmitAsync(site, July);
            return await (await site.SignInAsync(site.District.FarmingReporter)).SendFormAsync("/reporting", "/reporting/withdraw");
        }),
        new("Reporting.IndexModel.OnPostExplainAsync", "doubt-explained", async site =>
        {
            await SubmitAsync(site, July);
            return await (await site.SignInAsync(site.District.FarmingReporter)).SendFormAsync("/reporting", "/reporting/explain");
        }),
        new("Reporting.ReadingsModel.OnPostAsync", "readings-confirmed", async site =>
        {
            var item = await site.District.OpenAsync(July, "新建高标准农田");
            await site.Store.AskAsync<SaveDraft, Outcome<ReportStand>>(site.District.FarmingReporter, save => save.ExecuteAsync(item.Id, 0, new("累计建成高标准农田1200亩。", true, null), default));
            return await (await site.SignInAsync(site.District.FarmingReporter)).SendFormAsync($"/reporting/{item.Id}/readings", "/readings");
        }),
        new("Reporting.SharedModel.OnPostAsync", "contribution-written", async site =>
        {
            var task = await site.Store.LookAsync(site.District.Clerk, db => db.KeyTasks.AsNoTracking().FirstAsync(task => task.Content.StartsWith("新建高标准农田")));
            await site.Store.AskAsync<EditKeyTask, Outcome<KeyTask>>(site.District.Clerk, edit => edit.ExecuteAsync(task.Id, task.Version, task.Number, null, [site.District.Housing.Id], default));
            await site.District.OpenAsync(July, "新建高标准农田");
            return await (await site.SignInAsync(site.District.HousingReporter)).SendFormAsync("/reporting/shared", "/reporting/shared?item=");
        }),
        new("Reporting.SignOffModel.OnPostAsync", "report-signed-off", site => WaitingForSignatureAsync(site, "/sign-off")),
        new("Reporting.SignOffModel.OnPostRejectAsync", "sign-off-rejected", site => WaitingForSignatureAsync(site, "/sign-off/reject")),
        new("Review.IndexModel.OnPostApproveAsync", "quiet-reports-approved", async site =>
        {
            var stand = await SubmitAsync(site, July, "累计建成高标准农田3600亩。");
            return await (await ClerkAsync(site)).SendFormAsync("/review", "handler=approve", ("Pick", $"{stand.ReportId}:{stand.Version}"));
        }),
        new("Review.ReportModel.OnPostReopenAsync", "report-reopened", async site =>
        {
            var stand = await SubmitAsync(site, July, "累计建成高标准农田3600亩。");
            await site.Store.AskAsync<ApproveReport, Outcome<ReportStand>>(site.District.Reviewer, approve => approve.ExecuteAsync(stand.ReportId, stand.Version, Judgement.Accepted, null, default));
            return await (await ClerkAsync(site)).SendFormAsync($"/review/{stand.ReportId}", "handler=reopen");
        }),
        new("Meetings.MaterialModel.OnPostIssueAsync", "material-issued", async site =>
        {
            var material = await CheckedAsync(site);
            return await (await ClerkAsync(site)).SendFormAsync($"/materials/{material.Id}", "handler=Issue");
        }),
        new("Meetings.MaterialModel.OnPostRecallAsync", "material-recalled", async site =>
        {
            var material = await CheckedAsync(site);
            await site.Store.AskAsync<IssueMaterial, Outcome<Material>>(site.District.Clerk, issue => issue.ExecuteAsync(material.Id, material.Version, default));
            return await (await ClerkAsync(site)).SendFormAsync($"/materials/{material.Id}", "handler=Recall");
        }),
        new("Meetings.TemplateModel.OnPostEndAsync", "template-ended", async site =>
        {
            await site.Store.AskAsync<KeepTemplate, Outcome<OfficeTemplate>>(site.District.Clerk, keep => keep.ExecuteAsync("模板.docx", DefaultTemplate.Write(new MaterialLook()), default));
            return await (await ClerkAsync(site)).SendFormAsync("/materials/template", "handler=End");
        }),
        new("Supervision.CircularModel.OnPostEditAsync", "circular-edited", async site => await (await ClerkAsync(site)).SendFormAsync($"/circulars/{(await DraftedAsync(site)).Id}", "handler=Edit")),
        new("Supervision.CircularModel.OnPostIssueAsync", "circular-issued", async site => await (await ClerkAsync(site)).SendFormAsync($"/circulars/{(await DraftedAsync(site)).Id}", "handler=Issue")),
        new("Supervision.RectificationModel.OnPostCloseAsync", "rectification-closed", async site => await (await ClerkAsync(site)).SendFormAsync(await RepliedAsync(site), "handler=Close")),
        new("Supervision.RectificationModel.OnPostReturnAsync", "rectification-returned", async site => await (await ClerkAsync(site)).SendFormAsync(await RepliedAsync(site), "handler=Return")),
        new("Supervision.ObjectionModel.OnPostAsync", "objection-decided", async site =>
        {
            var stand = await SubmitAsync(site, July);
            await site.Store.AskAsync<ReturnReport, Outcome<ReportStand>>(site.District.Clerk, give => give.ExecuteAsync(stand.ReportId, stand.Version, "请重报。", site.Store.Clock.GetUtcNow().UtcDateTime.AddDays(3), null, default));
            var raised = (await site.Store.AskAsync<RaiseObjection, Outcome<Objection>>(site.District.FarmingReporter, raise => raise.ExecuteAsync(stand.ReportId, null, "已按口径统计。", default))).Value;
            return await (await site.SignInAsync(site.District.Reviewer)).SendFormAsync($"/objections/{raised.Id}", $"/objections/{raised.Id}", ("decision", "Accepted"));
        }),
    ];

    private static Task<Site.Visitor> ClerkAsync(Site site) => site.SignInAsync(site.District.Clerk);

    private static async Task<ReportStand> SubmitAsync(Site site, ReportingPeriod month, string text = "累计建成高标准农田1200亩。")
    {
        var item = await site.District.OpenAsync(month, "新建高标准农田");
        return (await site.Store.AskAsync<SubmitReport, Outcome<ReportSubmitted>>(site.District.FarmingReporter, submit => submit.ExecuteAsync(item.Id, 0, new(text, true, null), default))).Value.Stand;
    }

    private static async Task<HttpResponseMessage> WaitingForSignatureAsync(Site site, string action)
    {
        await site.Store.LookAsync(site.District.System, async db =>
        {
            (await db.Units.SingleAsync(unit => unit.Id == site.District.Farming.Id)).SignsOff = true;
            db.Record("unit-changed", nameof(Unit), site.District.Farming.Id);
            return await db.SaveChangesAsync();
        });
        await SubmitAsync(site, July);
        return await (await site.SignInAsync(site.District.FarmingHead)).SendFormAsync("/sign-off", action);
    }

    private static async Task<Material> CheckedAsync(Site site)
    {
        await site.District.OpenAsync(July, "新建高标准农田");
        var compiled = (await site.Store.AskAsync<CompileFromLedger, Outcome<Material>>(
            site.District.Clerk, compile => compile.ExecuteAsync(new LedgerCompilation(July, new MaterialChoice(ApprovedOnly: false, LastValues: false)), default))).Value;
        return (await site.Store.AskAsync<CheckMaterial, Outcome<Material>>(site.District.Clerk, check => check.ExecuteAsync(compiled.Id, compiled.Version, default))).Value;
    }

    private static async Task<Circular> DraftedAsync(Site site)
    {
        var material = await CheckedAsync(site);
        return (await site.Store.AskAsync<DraftCircular, Outcome<Circular>>(site.District.Clerk, draft => draft.ExecuteAsync(material.Id, default))).Value;
    }

    private static async Task<string> RepliedAsync(Site site)
    {
        var task = await site.Store.LookAsync(site.District.FarmingReporter, db => db.KeyTasks.Select(task => task.Id).FirstAsync());
        var opened = (await site.Store.AskAsync<OpenRectification, Outcome<Rectification>>(
            site.District.Clerk, open => open.ExecuteAsync(task, RectificationOrigin.Inspection, "林带缺株，补种到位。", site.Store.Clock.GetUtcNow().UtcDateTime.AddDays(5), default))).Value;
        await site.Store.AskAsync<ReplyToRectification, Outcome<Rectification>>(site.District.FarmingReporter, reply => reply.ExecuteAsync(opened.Id, opened.Version, "已补种。", null, default));
        return $"/rectifications/{opened.Id}";
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"(?<value>[^\"]+)\"")]
    private static partial Regex Token();
}

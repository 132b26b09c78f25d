using System.Net;
using System.Text.RegularExpressions;
using Luoshi.App.Reporting;
using Luoshi.Core;
using Luoshi.Core.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Tests.Board;

/// <summary>The notice after a step offers to take it back; so does the row, later.</summary>
public sealed partial class TakingBackByTheNotice
{
    private static readonly ReportingPeriod July = new(2024, 7);

    [Fact]
    public async Task An_exemption()
    {
        await using var site = await Site.CreateAsync();
        var item = await site.District.OpenAsync(July, "新建高标准农田");
        using var clerk = await site.SignInAsync(site.District.Clerk);

        await clerk.PostAsync("/extensions", new() { ["item"] = item.Id.ToString(), ["version"] = $"{item.Version}", ["reason"] = "任务暂缓。" });
        var told = await clerk.ReadAsync("/extensions");
        var undone = await clerk.PostAsync(UndoOf(told), [], form: "/extensions");

        Assert.Contains("恢复区农业农村局这一项", told, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, undone.StatusCode);
        Assert.Null(await site.Store.LookAsync(site.District.Clerk, db => db.DueItems.Where(row => row.Id == item.Id).Select(row => row.ExemptReason).SingleAsync()));
    }

    [Fact]
    public async Task A_return()
    {
        await using var site = await Site.CreateAsync();
        var item = await site.District.OpenAsync(July, "新建高标准农田");
        var report = (await site.Store.AskAsync<SubmitReport, Outcome<ReportSubmitted>>(site.District.FarmingReporter, submit => submit.ExecuteAsync(item.Id, 0, new("累计建成高标准农田1200亩。", true, null), CancellationToken.None))).Value.Stand;
        using var clerk = await site.SignInAsync(site.District.Clerk);

        await clerk.PostAsync($"/review/{report.ReportId}?handler=return", new() { ["version"] = $"{report.Version}", ["reason"] = "请写明差距。", ["until"] = "2024-07-24T12:00" }, form: $"/review/{report.ReportId}");
        var told = await clerk.ReadAsync("/review");
        var row = await clerk.ReadAsync($"/review/{report.ReportId}");
        var story = await clerk.ReadAsync($"/tasks/{item.TaskId}");
        var undone = await clerk.PostAsync(UndoOf(told), [], form: "/review");

        Assert.Contains("撤销退回区农业农村局", row, StringComparison.Ordinal);
        Assert.Contains("退回以后，单位还没有重新报来。", story, StringComparison.Ordinal);
        Assert.Equal($"/review/{report.ReportId}?", undone.Headers.Location?.OriginalString);
        Assert.Equal(ReturnStatus.InReview, await site.Store.LookAsync(site.District.Clerk, db => db.ProgressReports.Select(row => row.Status).SingleAsync()));
    }

    [Fact]
    public async Task Reminders()
    {
        await using var site = await Site.CreateAsync();
        await site.District.OpenAsync(July, "新建高标准农田");
        using var clerk = await site.SignInAsync(site.District.Clerk);

        await clerk.PostAsync("/reminders", new() { ["pick"] = site.District.Farming.Id.ToString() });
        var told = await clerk.ReadAsync("/reminders");
        await clerk.PostAsync(UndoOf(told), [], form: "/reminders");
        var after = await clerk.ReadAsync("/reminders");

        Assert.Contains("撤回对区农业农村局的催报", told, StringComparison.Ordinal);
        Assert.Contains("已撤回对1个单位的催报。", after, StringComparison.Ordinal);
        Assert.Contains("现在该催<b>2</b>个单位", after, StringComparison.Ordinal);
    }

    private static string UndoOf(string page) => WebUtility.HtmlDecode(Undo().Match(page).Groups["action"].Value);

    [GeneratedRegex("class=\"toast\".*?<form method=\"post\" action=\"(?<action>[^\"]+)\"", RegexOptions.Singleline)]
    private static partial Regex Undo();
}

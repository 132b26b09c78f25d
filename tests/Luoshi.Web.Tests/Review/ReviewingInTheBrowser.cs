using System.Net;
using Luoshi.App.Reporting;
using Luoshi.Core;
using Luoshi.Core.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Tests.Review;

/// <summary>A return on the office's desk: shown with its evidence, given back or approved.</summary>
public sealed class ReviewingInTheBrowser
{
    private const string Text = "截至7月22日，累计建成高标准农田1200亩。";

    [Fact]
    public async Task The_three_statuses_stand_beside_each_other_and_the_evidence_is_marked()
    {
        await using var site = await Site.CreateAsync();
        var report = await SubmitAsync(site);
        using var clerk = await site.SignInAsync(site.District.Clerk);

        var page = await clerk.ReadAsync($"/review/{report.ReportId}");

        Assert.Contains("自报“是”，测算“落后”，两者不一致", page, StringComparison.Ordinal);
        Assert.Contains("<mark class=\"", page, StringComparison.Ordinal);
        Assert.Contains("尚未认定", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Approving_against_the_figures_keeps_what_was_chosen_and_asks_why()
    {
        await using var site = await Site.CreateAsync();
        var report = await SubmitAsync(site);
        using var clerk = await site.SignInAsync(site.District.Clerk);

        var answer = await clerk.PostAsync($"/review/{report.ReportId}?handler=approve", new() { ["version"] = $"{report.Version}", ["judgement"] = "Accepted" }, form: $"/review/{report.ReportId}");
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("两者不一致，请写明认定的理由。", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Accepted\" checked", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_doubt_is_written_into_the_reason_without_losing_what_was_typed()
    {
        await using var site = await Site.CreateAsync();
        var report = await SubmitAsync(site);
        var doubt = await site.Store.LookAsync(site.District.Clerk, db => db.RaisedDoubts.OrderBy(doubt => doubt.Id).FirstAsync());
        using var clerk = await site.SignInAsync(site.District.Clerk);

        var answer = await clerk.PostAsync($"/review/{report.ReportId}?handler=write", new() { ["version"] = $"{report.Version}", ["reason"] = "1. 请补充。", ["doubt"] = $"{doubt.Id}" }, form: $"/review/{report.ReportId}");
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Contains("1. 请补充。\n2. ", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Returned_with_a_reason_it_leaves_the_queue()
    {
        await using var site = await Site.CreateAsync();
        var report = await SubmitAsync(site);
        using var clerk = await site.SignInAsync(site.District.Clerk);

        var answer = await clerk.PostAsync(
            $"/review/{report.ReportId}?handler=return",
            new() { ["version"] = $"{report.Version}", ["reason"] = "请写明与计划的差距。", ["until"] = "2024-07-24T12:00" },
            form: $"/review/{report.ReportId}");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("没有待审的报送", await clerk.ReadAsync("/review"), StringComparison.Ordinal);
        var returned = await site.Store.LookAsync(site.District.Clerk, db => db.ProgressReports.SingleAsync());
        Assert.Equal((ReturnStatus.Returned, new DateTime(2024, 7, 24, 4, 0, 0, DateTimeKind.Utc)), (returned.Status, returned.ReturnDueAt));
    }

    private static async Task<ReportStand> SubmitAsync(Site site)
    {
        var item = await site.District.OpenAsync(new ReportingPeriod(2024, 7), "新建高标准农田");
        return (await site.Store.AskAsync<SubmitReport, Outcome<ReportSubmitted>>(
            site.District.FarmingReporter, submit => submit.ExecuteAsync(item.Id, 0, new ReportText(Text, true, null), CancellationToken.None))).Value.Stand;
    }
}

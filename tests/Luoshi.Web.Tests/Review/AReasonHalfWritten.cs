using Luoshi.App.Reporting;
using Luoshi.Core;
using Luoshi.Core.Reporting;
using Microsoft.EntityFrameworkCore;
using static Microsoft.Playwright.Assertions;

namespace Luoshi.Web.Tests.Review;

/// <summary>The session ends while the office writes why: the reason is there when it comes back, and once it has been sent it comes back no more.</summary>
public sealed class AReasonHalfWritten(Browser browser)
{
    private const string Reason = "请写明三标段停工的天数、追赶的作业面和预计补上的日期，并附监理月报。";

    [Fact]
    public async Task Is_put_back_after_signing_in_again_and_forgotten_when_sent()
    {
        await using var site = await Site.CreateAsync();
        var item = await site.District.OpenAsync(new ReportingPeriod(2024, 7), "新建高标准农田");
        var report = (await site.Store.AskAsync<SubmitReport, Outcome<ReportSubmitted>>(
            site.District.FarmingReporter, submit => submit.ExecuteAsync(item.Id, 0, new ReportText("累计建成高标准农田1200亩。", true, null), CancellationToken.None))).Value.Stand;
        var (name, password) = await site.MakeAccountAsync(site.District.Clerk);
        var page = await browser.SignInAsync(site.Address, name, password);
        await page.GotoAsync($"/review/{report.ReportId}");

        await page.FillAsync("#why", Reason);
        await page.FillAsync("#back", "2024-07-24T12:00");
        site.Store.Clock.Advance(TimeSpan.FromMinutes(31));
        await page.ClickAsync("#decide .btn-back");
        await Browser.FillSignInAsync(page, name, password);
        await Expect(page.Locator("#why")).ToHaveValueAsync(Reason);
        await page.FillAsync("#back", "2024-07-24T12:00");
        await page.ClickAsync("#decide .btn-back");
        await Expect(page.Locator(".toast")).ToContainTextAsync("退回");

        var returned = await site.Store.LookAsync(site.District.System, db => db.ProgressReports.SingleAsync());
        Assert.Equal((ReturnStatus.Returned, Reason), (returned.Status, returned.ReturnReason));
        Assert.Equal(0, await page.EvaluateAsync<int>("Object.keys(sessionStorage).filter(key => key.startsWith('luoshi:kept')).length"));
    }
}

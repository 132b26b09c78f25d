using Luoshi.App.Reporting;
using Luoshi.Core;
using Luoshi.Core.Ledgers;
using Luoshi.Core.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Tests.Reporting;

/// <summary>The head of a unit sees what changed, signs off many at once or gives back with a reason.</summary>
public sealed class SigningOff
{
    private static readonly ReportingPeriod July = new(2024, 7);

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task What_changed_since_last_month_is_shown_and_signed(string database)
    {
        await using var site = await Site.CreateAsync(database);
        await SubmitAsync(site, new(2024, 6), "累计建成高标准农田2400亩。");
        await SignOffIsAskedAsync(site);
        var report = await SubmitAsync(site, July, "累计建成高标准农田2600亩。");
        using var head = await site.SignInAsync(site.District.FarmingHead);

        var page = await head.ReadAsync("/sign-off");
        var answer = await head.PostAsync("/sign-off", new() { ["Picked"] = $"{report.ReportId}:{report.Version}" });

        Assert.Contains("<del>2400</del><ins>2600</ins>", page, StringComparison.Ordinal);
        Assert.Equal("/sign-off", answer.Headers.Location?.OriginalString);
        Assert.Equal(ReturnStatus.InReview, (await ReportAsync(site)).Status);
    }

    [Fact]
    public async Task Given_back_it_needs_a_reason_which_the_reporter_reads()
    {
        await using var site = await Site.CreateAsync();
        await SignOffIsAskedAsync(site);
        var report = await SubmitAsync(site, July, "累计建成高标准农田2600亩。");
        using var head = await site.SignInAsync(site.District.FarmingHead);
        using var reporter = await site.SignInAsync(site.District.FarmingReporter);
        var picked = $"{report.ReportId}:{report.Version}";

        var silent = await (await head.PostAsync("/sign-off/reject", new() { ["Picked"] = picked }, form: "/sign-off")).Content.ReadAsStringAsync();
        await head.PostAsync("/sign-off/reject", new() { ["Picked"] = picked, ["Reason"] = "请写明三标段停工的情况。" }, form: "/sign-off");
        var sheet = await reporter.ReadAsync("/reporting");

        Assert.Contains("退回修改要写明原因", silent, StringComparison.Ordinal);
        Assert.Contains("请写明三标段停工的情况。", sheet, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_is_older_than_the_return_signs_nothing()
    {
        await using var site = await Site.CreateAsync();
        await SignOffIsAskedAsync(site);
        var report = await SubmitAsync(site, July, "累计建成高标准农田2600亩。");
        using var head = await site.SignInAsync(site.District.FarmingHead);

        var page = await (await head.PostAsync("/sign-off", new() { ["Picked"] = $"{report.ReportId}:{report.Version - 1}" })).Content.ReadAsStringAsync();

        Assert.Contains("刚刚被别人改过", page, StringComparison.Ordinal);
        Assert.Equal(ReturnStatus.AwaitingSignOff, (await ReportAsync(site)).Status);
    }

    private static async Task<ReportStand> SubmitAsync(Site site, ReportingPeriod month, string progress)
    {
        var item = await site.District.OpenAsync(month, "新建高标准农田");
        return (await site.Store.AskAsync<SubmitReport, Outcome<ReportSubmitted>>(site.District.FarmingReporter, submit => submit.ExecuteAsync(item.Id, 0, new(progress, true, null), CancellationToken.None))).Value.Stand;
    }

    private static Task<int> SignOffIsAskedAsync(Site site) => site.Store.LookAsync(site.District.System, async db =>
    {
        var unit = await db.Units.SingleAsync(unit => unit.Id == site.District.Farming.Id);
        unit.SignsOff = true;
        db.Record("unit-changed", nameof(Unit), unit.Id);
        return await db.SaveChangesAsync();
    });

    private static Task<ProgressReport> ReportAsync(Site site) =>
        site.Store.LookAsync(site.District.System, db => db.ProgressReports.SingleAsync(report => report.Month == July));
}

using Luoshi.App.Reporting;
using Luoshi.App.Safety;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Reading;
using Luoshi.Core.Reporting;
using Luoshi.Testing;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Tests.Reporting;

/// <summary>Old materials that come in whatever order: the newest return on a task stays the newest.</summary>
public sealed class ImportingHistory
{
    private static readonly ReportingPeriod March = new(2024, 3);
    private static readonly ReportingPeriod May = new(2024, 5);
    private static readonly ReportingPeriod July = new(2024, 7);

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task An_older_month_that_comes_late_does_not_become_the_latest(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        await district.OpenAsync(March, "新建高标准农田");
        var item = await district.OpenAsync(May, "新建高标准农田");

        await ImportAsync(district, May, "5月建成高标准农田2500亩。");
        await ImportAsync(district, March, "3月建成高标准农田900亩。");

        Assert.Equal(May, await LatestAsync(district, item.TaskId));
        Assert.Empty(await FindingsAsync(store));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task What_was_submitted_through_the_program_stays_the_latest(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        await district.OpenAsync(May, "新建高标准农田");
        var item = await district.OpenAsync(July, "新建高标准农田");
        await store.AskAsync<SubmitReport, Outcome<ReportSubmitted>>(district.FarmingReporter, submit => submit.ExecuteAsync(item.Id, 0, new ReportText("累计建成3600亩。", true, null), CancellationToken.None));

        await ImportAsync(district, May, "5月建成高标准农田2500亩。");

        Assert.Equal(July, await LatestAsync(district, item.TaskId));
        Assert.Empty(await FindingsAsync(store));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_month_whose_deadline_is_still_to_come_was_reported_by_now(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var item = await district.OpenAsync(July, "新建高标准农田");
        Assert.True(item.DueAt > store.Clock.GetUtcNow().UtcDateTime);

        await ImportAsync(district, July, "7月建成高标准农田3600亩。");

        var report = await store.LookAsync(district.Clerk, db => db.ProgressReports.AsNoTracking().SingleAsync());
        Assert.Equal(store.Clock.GetUtcNow().UtcDateTime, report.SubmittedAt);
        Assert.Empty(await FindingsAsync(store));
    }

    private static async Task ImportAsync(SmallDistrict district, ReportingPeriod month, string progress)
    {
        var document = new TaskDocument
        {
            Source = $"{month.Month}月材料.docx",
            Period = month,
            Tasks = [new ReportedTask { Number = 1, Content = "新建高标准农田6000亩。", Progress = progress, PlanMet = true }],
        };
        Assert.Equal(1, (await district.Store.AskAsync<ImportHistory, Outcome<HistoryImported>>(district.Clerk, import => import.ExecuteAsync(document, CancellationToken.None))).Value.Reports);
    }

    private static Task<ReportingPeriod> LatestAsync(SmallDistrict district, Guid taskId) => district.Store.LookAsync(
        district.Clerk, db => db.KeyTasks.Where(task => task.Id == taskId).Join(db.ProgressReports, task => task.LatestReportId, report => report.Id, (_, report) => report.Month).SingleAsync());

    private static async Task<IReadOnlyList<Finding>> FindingsAsync(Store store) =>
        [.. (await store.AskAsync<ExamineStore, Outcome<IReadOnlyList<Examined>>>(Access.System, examine => examine.ExecuteAsync(new DataFolder(Path.GetTempPath()), CancellationToken.None))).Value
            .SelectMany(examined => examined.Findings).Where(finding => finding.Code != "disk-low")];
}

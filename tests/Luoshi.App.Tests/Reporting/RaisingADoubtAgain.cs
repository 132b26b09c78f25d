using Luoshi.App.Reporting;
using Luoshi.App.Safety;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Reporting;
using Luoshi.Testing;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Tests.Reporting;

/// <summary>A doubt from one submission to the next: corrected when the text is better, asked again when it is not.</summary>
public sealed class RaisingADoubtAgain
{
    private static readonly ReportText Behind = new("截至7月22日，累计建成高标准农田1200亩。", true, null);

    private static readonly ReportText Done = new("累计建成高标准农田6000亩，已完成验收。", true, null);

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task What_was_corrected_and_comes_again_is_asked_again_with_the_earlier_answer_beside_it(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var item = await district.OpenAsync(new ReportingPeriod(2024, 7), "新建高标准农田");
        await SubmitAsync(district, item, Behind);
        var raised = await DoubtAsync(district);
        Assert.Null(await store.AskAsync<AnswerDoubt, Refusal?>(district.FarmingReporter, answer => answer.ExecuteAsync(raised.Id, raised.Version, "余下的秋收后开工。", CancellationToken.None)));

        await SubmitAsync(district, item, Done);
        var corrected = await DoubtAsync(district);
        await SubmitAsync(district, item, Behind with { Progress = "秋收前不开工。" + Behind.Progress });
        var again = await DoubtAsync(district);

        Assert.Equal(DoubtState.Corrected, corrected.State);
        Assert.Equal((raised.Id, DoubtState.Open, null, "余下的秋收后开工。"), (again.Id, again.State, again.Answer, again.EarlierAnswer));
        Assert.Empty(await FindingsAsync(store));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task What_stands_keeps_its_answer(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var item = await district.OpenAsync(new ReportingPeriod(2024, 7), "新建高标准农田");
        await SubmitAsync(district, item, Behind);
        var raised = await DoubtAsync(district);
        Assert.Null(await store.AskAsync<AnswerDoubt, Refusal?>(district.FarmingReporter, answer => answer.ExecuteAsync(raised.Id, raised.Version, "余下的秋收后开工。", CancellationToken.None)));

        await SubmitAsync(district, item, Behind);

        var after = await DoubtAsync(district);
        Assert.Equal((raised.Id, DoubtState.Explained, "余下的秋收后开工。"), (after.Id, after.State, after.Answer));
    }

    private static Task<RaisedDoubt> DoubtAsync(SmallDistrict district) =>
        district.Store.LookAsync(district.Clerk, db => db.RaisedDoubts.AsNoTracking().Where(doubt => doubt.Message.Contains("6000")).OrderBy(doubt => doubt.Id).FirstAsync());

    /// <summary>Submits, after a withdrawal where it was submitted before.</summary>
    private static async Task SubmitAsync(SmallDistrict district, DueItem item, ReportText text)
    {
        var seen = await district.Store.LookAsync(district.FarmingReporter, db => db.ProgressReports.AsNoTracking().SingleOrDefaultAsync(report => report.DueItemId == item.Id));
        var version = seen is null ? 0
            : (await district.Store.AskAsync<WithdrawReport, Outcome<ReportStand>>(district.FarmingReporter, withdraw => withdraw.ExecuteAsync(seen.Id, seen.Version, CancellationToken.None))).Value.Version;
        Assert.Null((await district.Store.AskAsync<SubmitReport, Outcome<ReportSubmitted>>(district.FarmingReporter, submit => submit.ExecuteAsync(item.Id, version, text, CancellationToken.None))).Refusal);
    }

    private static async Task<IReadOnlyList<Finding>> FindingsAsync(Store store) =>
        [.. (await store.AskAsync<ExamineStore, Outcome<IReadOnlyList<Examined>>>(Access.System, examine => examine.ExecuteAsync(new DataFolder(Path.GetTempPath()), CancellationToken.None))).Value
            .SelectMany(examined => examined.Findings).Where(finding => finding.Code is not ("disk-low" or "clock-behind"))];
}

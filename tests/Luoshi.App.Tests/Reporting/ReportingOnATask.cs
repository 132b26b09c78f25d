using Luoshi.App.Auditing;
using Luoshi.App.Reporting;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Reporting;
using Luoshi.Testing;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Tests.Reporting;

/// <summary>A return from the reporter's desk to the office and back.</summary>
public sealed class ReportingOnATask
{
    private static readonly ReportingPeriod July = new(2024, 7);

    private static readonly ReportText Behind = new("截至7月22日，累计建成高标准农田1200亩。", true, null);

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task What_is_submitted_is_checked_and_waits_for_review(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var item = await district.OpenAsync(July, "新建高标准农田");

        var outcome = await SubmitAsync(district.FarmingReporter, store, item, 0, Behind);

        Assert.Equal(ReturnStatus.InReview, outcome.Value.Stand.Status);
        Assert.Contains(outcome.Value.Check.Doubts, doubt => doubt.Message.Contains("6000", StringComparison.Ordinal));
        var report = await store.LookAsync(district.Clerk, db => db.ProgressReports.SingleAsync());
        Assert.Equal((1, Behind.Progress), (report.Submissions, report.Progress));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_no_without_an_explanation_is_refused_and_nothing_is_saved(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var item = await district.OpenAsync(July, "新建高标准农田");

        var outcome = await SubmitAsync(district.FarmingReporter, store, item, 0, Behind with { PlanMet = false });

        Assert.Equal("shortfall-unexplained", outcome.Refusal?.Code);
        Assert.False(await store.LookAsync(district.System, db => db.ProgressReports.AnyAsync()));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Of_two_who_write_the_second_is_told_and_loses_nothing(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var item = await district.OpenAsync(July, "新建高标准农田");
        await SubmitAsync(district.FarmingReporter, store, item, 0, Behind);

        var second = await SubmitAsync(district.FarmingHead, store, item, 0, Behind with { Progress = "另一份。" });

        Assert.Equal("changed-meanwhile", second.Refusal?.Code);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Several_months_of_one_task_may_be_submitted_at_once(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var items = new List<DueItem>();
        foreach (var month in Enumerable.Range(2, 6))
        {
            items.Add(await district.OpenAsync(new ReportingPeriod(2024, month), "新建高标准农田"));
        }

        var outcomes = await Task.WhenAll(items.Select(item => Task.Run(() => SubmitAsync(district.FarmingReporter, store, item, 0, Behind with { Progress = $"累计建成高标准农田{item.Month.Month}00亩。" }))));

        Assert.All(outcomes, outcome => Assert.Null(outcome.Refusal));
        var latest = await store.LookAsync(district.System, db => db.KeyTasks.Where(task => task.Id == items[0].TaskId).Select(task => task.LatestReportId).SingleAsync());
        Assert.Contains(outcomes, outcome => outcome.Value.Stand.ReportId == latest);
        Assert.Equal(6, await store.LookAsync(district.System, db => db.AuditEntries.CountAsync(entry => entry.Action == "report-submitted")));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Who_saw_the_latest_return_before_it_was_submitted_again_sees_it_first(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var item = await district.OpenAsync(July, "新建高标准农田");
        var first = await SubmitAsync(district.FarmingReporter, store, item, 0, Behind);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => store.LookAsync(district.System, async db =>
        {
            var task = await db.KeyTasks.SingleAsync(task => task.Id == item.TaskId);
            store.Clock.Advance(TimeSpan.FromSeconds(1));
            var withdrawn = await store.AskAsync<WithdrawReport, Outcome<ReportStand>>(
                district.FarmingReporter, withdraw => withdraw.ExecuteAsync(first.Value.Stand.ReportId, first.Value.Stand.Version, CancellationToken.None));
            await SubmitAsync(district.FarmingReporter, store, item, withdrawn.Value.Version, Behind);
            task.KeepLatest(Guid.NewGuid(), store.Clock.GetUtcNow().UtcDateTime);
            db.Record("report-submitted", nameof(ProgressReport), null);
            return await db.SaveChangesAsync();
        }));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task The_latest_return_stays_the_latest_when_the_clock_goes_back(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var june = await district.OpenAsync(new ReportingPeriod(2024, 6), "新建高标准农田");
        var july = await district.OpenAsync(July, "新建高标准农田");
        await SubmitAsync(district.FarmingReporter, store, june, 0, Behind with { Progress = "累计建成高标准农田1100亩。" });

        store.Clock.AdjustTime(store.Clock.GetUtcNow() - TimeSpan.FromSeconds(5));
        var second = await SubmitAsync(district.FarmingReporter, store, july, 0, Behind);

        var (latest, times) = await store.LookAsync(district.System, async db => (
            await db.KeyTasks.Where(task => task.Id == july.TaskId).Select(task => task.LatestReportId).SingleAsync(),
            await db.ReportVersions.Select(version => version.SubmittedAt).ToListAsync()));
        Assert.Equal(second.Value.Stand.ReportId, latest);
        Assert.Equal(2, times.Count);
        Assert.Single(times.Distinct());
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Another_unit_does_not_find_it(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var item = await district.OpenAsync(July, "新建高标准农田");

        var outcome = await SubmitAsync(district.HousingReporter, store, item, 0, Behind);

        Assert.Equal("due-item-not-found", outcome.Refusal?.Code);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Returned_with_a_reason_it_comes_back_and_both_versions_are_kept(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var item = await district.OpenAsync(July, "新建高标准农田");
        var first = (await SubmitAsync(district.FarmingReporter, store, item, 0, Behind)).Value.Stand;

        var returned = await store.AskAsync<ReturnReport, Outcome<ReportStand>>(
            district.Clerk,
            operation => operation.ExecuteAsync(first.ReportId, first.Version, "请写明与计划的差距。", new DateTime(2024, 7, 24, 4, 0, 0, DateTimeKind.Utc), Judgement.Doubted, CancellationToken.None));
        var again = await SubmitAsync(district.FarmingReporter, store, item, returned.Value.Version, new("累计建成高标准农田3600亩。", true, null));
        var approved = await store.AskAsync<ApproveReport, Outcome<ReportStand>>(
            district.Clerk, operation => operation.ExecuteAsync(first.ReportId, again.Value.Stand.Version, Judgement.Accepted, null, CancellationToken.None));

        Assert.Equal(ReturnStatus.Approved, approved.Value.Status);
        Assert.Equal([Behind.Progress!, "累计建成高标准农田3600亩。"], await store.LookAsync(district.Clerk, db => db.ReportVersions.OrderBy(version => version.Submission).Select(version => version.Progress).ToListAsync()));
        Assert.All(await store.LookAsync(district.Clerk, db => db.RaisedDoubts.ToListAsync()), doubt => Assert.Equal(DoubtState.Corrected, doubt.State));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Every_step_leaves_an_audit_row_that_follows_on_the_one_before(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var item = await district.OpenAsync(July, "新建高标准农田");
        await SubmitAsync(district.FarmingReporter, store, item, 0, Behind);

        var entries = await store.LookAsync(district.System, db => db.AuditEntries.OrderBy(entry => entry.Sequence).ToListAsync());

        Assert.Equal(["government-created", "ledger-opened", "ledger-imported", "period-opened", "report-submitted"], entries.Select(entry => entry.Action));
        Assert.All(entries, entry => Assert.Equal(entry.ComputeHash(), entry.Hash));
        Assert.Equal(entries.SkipLast(1).Select(entry => entry.Hash), entries.Skip(1).Select(entry => entry.PreviousHash));
        Assert.Contains("1200亩", entries[^1].Changes, StringComparison.Ordinal);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task The_database_itself_refuses_to_change_an_audit_row(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);

        var attempt = () => store.LookAsync(district.System, db => db.Set<AuditEntry>().ExecuteUpdateAsync(set => set.SetProperty(entry => entry.AccountName, "别人")));

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(attempt);
    }

    private static Task<Outcome<ReportSubmitted>> SubmitAsync(Access access, Store store, DueItem item, int version, ReportText text) =>
        store.AskAsync<SubmitReport, Outcome<ReportSubmitted>>(access, submit => submit.ExecuteAsync(item.Id, version, text, CancellationToken.None));
}

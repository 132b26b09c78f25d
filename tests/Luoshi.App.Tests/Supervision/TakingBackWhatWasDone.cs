using Luoshi.App.Accounts;
using Luoshi.App.Ledgers;
using Luoshi.App.Outbox;
using Luoshi.App.Reporting;
using Luoshi.App.Supervision;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Ledgers;
using Luoshi.Core.Reminding;
using Luoshi.Core.Reporting;
using Luoshi.Testing;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Tests.Supervision;

/// <summary>What the office did by mistake is taken back, until somebody has acted on it.</summary>
public sealed class TakingBackWhatWasDone
{
    private static readonly ReportingPeriod July = new(2024, 7);

    private static readonly ReportText Text = new("截至7月22日，累计建成高标准农田1200亩。", true, null);

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task An_item_that_was_exempt_is_asked_again_and_the_unit_is_told_until_when(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        await ReporterIsThereAsync(district);
        var exempt = await ExemptAsync(district);

        var bare = await LiftAsync(district, exempt, " ");
        var lifted = await LiftAsync(district, exempt, "免报办错了。");

        Assert.Equal("reason-missing", bare.Refusal?.Code);
        Assert.Null(lifted.Value.ExemptReason);
        Assert.Equal(["due-item-exempted", "exemption-lifted"], await ActionsAsync(district, exempt.Id));
        Assert.Contains("7月有一项恢复应报，时限7月25日 17:30：免报办错了。", await ToldAsync(district));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task What_is_exempt_because_its_task_has_ended_stays_exempt(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var item = await district.OpenAsync(July, "新建高标准农田");
        var version = await store.LookAsync(district.Clerk, db => db.KeyTasks.Where(task => task.Id == item.TaskId).Select(task => task.Version).SingleAsync());
        await store.AskAsync<EndKeyTask, Outcome<KeyTask>>(district.Clerk, end => end.ExecuteAsync(item.TaskId, version, KeyTaskState.Terminated, "规划调整。", "区政府第12次常务会议", CancellationToken.None));
        var exempt = await store.LookAsync(district.Clerk, db => db.DueItems.AsNoTracking().SingleAsync(row => row.Id == item.Id));

        var outcome = await LiftAsync(district, exempt, "免报办错了。");

        Assert.Equal("task-closed", outcome.Refusal?.Code);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_return_is_recalled_while_the_unit_has_not_touched_it(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        await ReporterIsThereAsync(district);
        var returned = await ReturnAsync(district, await SubmitAsync(district, 0, Text));

        var recalled = await RecallAsync(district, district.Reviewer, returned);

        Assert.Equal(ReturnStatus.InReview, recalled.Value.Status);
        var report = await store.LookAsync(district.Clerk, db => db.ProgressReports.SingleAsync());
        Assert.Equal((Text, null, null, null), (report.Text, report.ReturnReason, report.ReturnDueAt, report.ReviewedBy));
        Assert.Equal(["report-submitted", "report-returned", "return-recalled"], await ActionsAsync(district, report.Id));
        Assert.Contains("7月报送的退回已撤销，不用重报", await ToldAsync(district));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task What_the_unit_has_begun_to_mend_is_not_recalled(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var returned = await ReturnAsync(district, await SubmitAsync(district, 0, Text));
        var item = await store.LookAsync(district.System, db => db.ProgressReports.Select(report => report.DueItemId).SingleAsync());
        var draft = await store.AskAsync<SaveDraft, Outcome<ReportStand>>(
            district.FarmingReporter, save => save.ExecuteAsync(item, returned.Version, Text with { Progress = "截至7月22日，累计建成高标准农田1300亩。" }, CancellationToken.None));

        var stale = await RecallAsync(district, district.Reviewer, returned);
        var seen = await RecallAsync(district, district.Reviewer, draft.Value);

        Assert.Equal(("changed-meanwhile", "report-taken-up"), (stale.Refusal?.Code, seen.Refusal?.Code));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task What_was_opened_again_after_it_was_settled_is_not_recalled(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var stand = await SubmitAsync(district, 0, Text);
        stand = (await store.AskAsync<ApproveReport, Outcome<ReportStand>>(district.Reviewer, approve => approve.ExecuteAsync(stand.ReportId, stand.Version, Judgement.Accepted, "已现场核实。", CancellationToken.None))).Value;
        stand = (await store.AskAsync<ReopenReport, Outcome<ReportStand>>(district.Reviewer, reopen => reopen.ExecuteAsync(stand.ReportId, stand.Version, "数据有误。", Tomorrow(store), CancellationToken.None))).Value;

        var outcome = await RecallAsync(district, district.Reviewer, stand);

        Assert.Equal("report-not-returned", outcome.Refusal?.Code);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Who_signed_off_what_was_recalled_still_does_not_review_it(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        await store.LookAsync(district.System, async db =>
        {
            (await db.Units.SingleAsync(unit => unit.Id == district.Farming.Id)).SignsOff = true;
            db.Record("unit-changed", nameof(Unit), district.Farming.Id);
            return await db.SaveChangesAsync();
        });
        var stand = await SubmitAsync(district, 0, Text);
        stand = (await store.AskAsync<SignOffReport, Outcome<ReportStand>>(district.FarmingHead, sign => sign.ExecuteAsync(stand.ReportId, stand.Version, CancellationToken.None))).Value;
        stand = (await RecallAsync(district, district.Reviewer, await ReturnAsync(district, stand))).Value;

        var outcome = await store.AskAsync<ApproveReport, Outcome<ReportStand>>(
            district.Clerk with { AccountId = district.FarmingHead.AccountId }, approve => approve.ExecuteAsync(stand.ReportId, stand.Version, Judgement.Accepted, "已现场核实。", CancellationToken.None));

        Assert.Equal("own-report", outcome.Refusal?.Code);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task What_came_in_before_still_had_come_in_when_the_unit_withdraws_after_a_recall(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var first = store.Clock.GetUtcNow().UtcDateTime;
        var stand = await ReturnAsync(district, await SubmitAsync(district, 0, Text));
        store.Clock.Advance(TimeSpan.FromHours(2));
        stand = await ReturnAsync(district, await SubmitAsync(district, stand.Version, Text with { Progress = "截至7月22日，累计建成高标准农田1300亩。" }));
        stand = (await RecallAsync(district, district.Reviewer, stand)).Value;

        await store.AskAsync<WithdrawReport, Outcome<ReportStand>>(district.FarmingReporter, withdraw => withdraw.ExecuteAsync(stand.ReportId, stand.Version, CancellationToken.None));

        Assert.Equal(first, await store.LookAsync(district.Clerk, db => db.DueItems.Where(item => item.SubmittedAt != null).Select(item => item.SubmittedAt).SingleAsync()));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Reminders_that_nobody_has_read_are_taken_back_together_and_can_be_sent_anew(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        await ReporterIsThereAsync(district);
        await district.OpenAsync(July, "新建高标准农田");
        var sent = await RemindAsync(district, new MailSettings { Host = "mail.qinglan.example" });
        var mails = await store.LookAsync(district.System, db => db.OutboxMessages.CountAsync());

        var withdrawn = await WithdrawAsync(district, sent[0].Id);

        Assert.Equal((1, new RemindersWithdrawn(2, 0)), (mails, withdrawn.Value));
        Assert.Equal((0, 0), await store.LookAsync(district.System, async db => (await db.SentReminders.CountAsync(), await db.OutboxMessages.CountAsync())));
        Assert.Empty(await ToldAsync(district));
        Assert.Equal(2, (await RemindAsync(district, new MailSettings())).Count);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_reminder_that_somebody_has_read_or_whose_mail_is_under_way_stands(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        await ReporterIsThereAsync(district);
        await district.OpenAsync(July, "新建高标准农田");
        var sent = await RemindAsync(district, new MailSettings { Host = "mail.qinglan.example" });
        var farming = sent.Single(one => one.UnitId == district.Farming.Id);
        await store.LookAsync(district.System, db => db.OutboxMessages.ExecuteUpdateAsync(set => set.SetProperty(message => message.Attempts, 1)));

        var mailed = await WithdrawAsync(district, farming.Id, withOthers: false);
        var together = await WithdrawAsync(district, farming.Id);
        await store.LookAsync(district.System, db => db.OutboxMessages.ExecuteDeleteAsync());
        await store.LookAsync(district.FarmingReporter, db => db.Notices.ExecuteUpdateAsync(set => set.SetProperty(notice => notice.ReadAt, store.Clock.GetUtcNow().UtcDateTime)));
        var read = await WithdrawAsync(district, farming.Id);

        Assert.Equal(("reminder-received", "reminder-received"), (mailed.Refusal?.Code, read.Refusal?.Code));
        Assert.Equal(new RemindersWithdrawn(1, 1), together.Value);
    }

    [Fact]
    public async Task Nobody_but_the_office_takes_anything_back()
    {
        await using var store = await Store.CreateAsync("sqlite");
        var district = await SmallDistrict.CreateAsync(store);
        var exempt = await ExemptAsync(district);
        var reminder = (await RemindAsync(district, new MailSettings()))[0];

        Assert.Equal("forbidden", (await store.AskAsync<LiftExemption, Outcome<DueItem>>(district.FarmingHead, lift => lift.ExecuteAsync(exempt.Id, exempt.Version, "要报。", CancellationToken.None))).Refusal?.Code);
        Assert.Equal("forbidden", (await RecallAsync(district, district.FarmingHead, new ReportStand(Guid.NewGuid(), 1, ReturnStatus.Returned))).Refusal?.Code);
        Assert.Equal("forbidden", (await store.AskAsync<WithdrawReminders, Outcome<RemindersWithdrawn>>(district.Reviewer, withdraw => withdraw.ExecuteAsync(reminder.Id, true, CancellationToken.None))).Refusal?.Code);
    }

    private static DateTime Tomorrow(Store store) => store.Clock.GetUtcNow().UtcDateTime.AddDays(1);

    private static Task<List<string>> ActionsAsync(SmallDistrict district, Guid subject) =>
        district.Store.LookAsync(district.System, db => db.AuditEntries.Where(entry => entry.SubjectId == subject).OrderBy(entry => entry.Sequence).Select(entry => entry.Action).ToListAsync());

    private static Task<List<string>> ToldAsync(SmallDistrict district) =>
        district.Store.LookAsync(district.FarmingReporter, db => db.Notices.OrderBy(notice => notice.Id).Select(notice => notice.Text).ToListAsync());

    /// <summary>Somebody to be told: the reporter of the farming unit, with a mail address.</summary>
    private static Task<int> ReporterIsThereAsync(SmallDistrict district) => district.Store.LookAsync(district.System, async db =>
    {
        var account = new Account { Id = district.FarmingReporter.AccountId!.Value, GovernmentId = district.GovernmentId, UserName = "nongye", DisplayName = "程禾", Email = "nongye@qinglan.example" };
        db.Add(account);
        db.Add(new Position { GovernmentId = district.GovernmentId, AccountId = account.Id, Role = Role.UnitReporter, UnitId = district.Farming.Id });
        db.Record("account-created", "Account", account.Id);
        return await db.SaveChangesAsync();
    });

    private static async Task<DueItem> ExemptAsync(SmallDistrict district)
    {
        var item = await district.OpenAsync(July, "新建高标准农田");
        return (await district.Store.AskAsync<ExemptDueItem, Outcome<DueItem>>(district.Clerk, exempt => exempt.ExecuteAsync(item.Id, item.Version, "任务暂缓。", CancellationToken.None))).Value;
    }

    private static Task<Outcome<DueItem>> LiftAsync(SmallDistrict district, DueItem exempt, string reason) =>
        district.Store.AskAsync<LiftExemption, Outcome<DueItem>>(district.Reviewer, lift => lift.ExecuteAsync(exempt.Id, exempt.Version, reason, CancellationToken.None));

    private static async Task<ReportStand> SubmitAsync(SmallDistrict district, int version, ReportText text)
    {
        var item = await district.OpenAsync(July, "新建高标准农田");
        return (await district.Store.AskAsync<SubmitReport, Outcome<ReportSubmitted>>(district.FarmingReporter, submit => submit.ExecuteAsync(item.Id, version, text, CancellationToken.None))).Value.Stand;
    }

    private static async Task<ReportStand> ReturnAsync(SmallDistrict district, ReportStand stand) =>
        (await district.Store.AskAsync<ReturnReport, Outcome<ReportStand>>(district.Clerk, give => give.ExecuteAsync(stand.ReportId, stand.Version, "请写明差距。", Tomorrow(district.Store), Judgement.Doubted, CancellationToken.None))).Value;

    private static Task<Outcome<ReportStand>> RecallAsync(SmallDistrict district, Access access, ReportStand stand) =>
        district.Store.AskAsync<RecallReturn, Outcome<ReportStand>>(access, recall => recall.ExecuteAsync(stand.ReportId, stand.Version, CancellationToken.None));

    private static async Task<IReadOnlyList<SentReminder>> RemindAsync(SmallDistrict district, MailSettings mail) =>
        (await district.Store.LookAsync(district.Clerk, db => new SendReminders(db, mail, district.Store.Clock).ExecuteAsync(null, CancellationToken.None))).Value;

    private static Task<Outcome<RemindersWithdrawn>> WithdrawAsync(SmallDistrict district, Guid reminder, bool withOthers = true) =>
        district.Store.AskAsync<WithdrawReminders, Outcome<RemindersWithdrawn>>(district.Clerk, withdraw => withdraw.ExecuteAsync(reminder, withOthers, CancellationToken.None));
}

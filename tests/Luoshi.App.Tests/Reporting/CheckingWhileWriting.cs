using Luoshi.App.Reporting;
using Luoshi.Core;
using Luoshi.Core.Checks;
using Luoshi.Core.Reporting;
using Luoshi.Testing;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Tests.Reporting;

/// <summary>The text is examined while somebody writes, and nothing is saved by it.</summary>
public sealed class CheckingWhileWriting
{
    private static readonly ReportingPeriod July = new(2024, 7);

    private static readonly ReportText Behind = new("截至7月22日，累计建成高标准农田1200亩。", true, null);

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task It_finds_what_a_submission_would_find_and_saves_nothing(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var item = await district.OpenAsync(July, "新建高标准农田");

        var live = await store.AskAsync<CheckDraft, Outcome<TaskCheck>>(district.FarmingReporter, check => check.ExecuteAsync(item.Id, Behind, CancellationToken.None));
        var stored = await store.LookAsync(district.System, db => db.ProgressReports.AnyAsync());
        var submitted = await store.AskAsync<SubmitReport, Outcome<ReportSubmitted>>(district.FarmingReporter, submit => submit.ExecuteAsync(item.Id, 0, Behind, CancellationToken.None));

        Assert.NotEmpty(live.Value.Doubts);
        Assert.Equal(submitted.Value.Check.Doubts.Select(doubt => doubt.Message), live.Value.Doubts.Select(doubt => doubt.Message));
        Assert.False(stored);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Another_unit_and_the_office_cannot_ask_it(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var item = await district.OpenAsync(July, "新建高标准农田");

        var other = await store.AskAsync<CheckDraft, Outcome<TaskCheck>>(district.HousingReporter, check => check.ExecuteAsync(item.Id, Behind, CancellationToken.None));
        var office = await store.AskAsync<CheckDraft, Outcome<TaskCheck>>(district.Clerk, check => check.ExecuteAsync(item.Id, Behind, CancellationToken.None));

        Assert.Equal(("due-item-not-found", "forbidden"), (other.Refusal?.Code, office.Refusal?.Code));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task The_sheet_holds_the_units_own_items_with_last_month_beside_them(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var june = await district.OpenAsync(new(2024, 6), "新建高标准农田");
        await store.AskAsync<SubmitReport, Outcome<ReportSubmitted>>(district.FarmingReporter, submit => submit.ExecuteAsync(june.Id, 0, new("累计建成高标准农田1000亩。", true, null), CancellationToken.None));
        await district.OpenAsync(July, "新建高标准农田");

        var sheet = (await store.AskAsync<ReadSheet, Outcome<ReportingSheet>>(district.FarmingReporter, read => read.ExecuteAsync(null, CancellationToken.None))).Value;

        Assert.Equal(July, sheet.Month);
        Assert.Equal([("新建高标准农田6000亩。", false), ("创建示范村4个。", true)], sheet.Items.Select(item => (item.Task.Content, item.Item.IsVoluntary)));
        Assert.Equal("累计建成高标准农田1000亩。", sheet.Items[0].Last?.Text);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task An_earlier_month_that_was_never_reported_is_called_back(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        await district.OpenAsync(new(2024, 5), "新建高标准农田");
        await district.OpenAsync(July, "新建高标准农田");

        var sheet = (await store.AskAsync<ReadSheet, Outcome<ReportingSheet>>(district.FarmingReporter, read => read.ExecuteAsync(null, CancellationToken.None))).Value;

        Assert.Equal(new Dictionary<ReportingPeriod, int> { [new(2024, 5)] = 1 }, sheet.OpenEarlier);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_doubt_that_is_explained_keeps_its_answer_and_a_blank_answer_is_none(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var item = await district.OpenAsync(July, "新建高标准农田");
        await store.AskAsync<SubmitReport, Outcome<ReportSubmitted>>(district.FarmingReporter, submit => submit.ExecuteAsync(item.Id, 0, Behind, CancellationToken.None));
        var doubt = await store.LookAsync(district.FarmingReporter, db => db.RaisedDoubts.AsNoTracking().OrderBy(doubt => doubt.Id).FirstAsync());

        var blank = await store.AskAsync<AnswerDoubt, Refusal?>(district.FarmingReporter, answer => answer.ExecuteAsync(doubt.Id, doubt.Version, " ", CancellationToken.None));
        var foreign = await store.AskAsync<AnswerDoubt, Refusal?>(district.HousingReporter, answer => answer.ExecuteAsync(doubt.Id, doubt.Version, "口径不同。", CancellationToken.None));
        var given = await store.AskAsync<AnswerDoubt, Refusal?>(district.FarmingReporter, answer => answer.ExecuteAsync(doubt.Id, doubt.Version, "汛期停工，8月补上。", CancellationToken.None));

        Assert.Equal(("answer-missing", "doubt-not-found", null), (blank?.Code, foreign?.Code, given?.Code));
        var answered = await store.LookAsync(district.Clerk, db => db.RaisedDoubts.SingleAsync(row => row.Id == doubt.Id));
        Assert.Equal((DoubtState.Explained, "汛期停工，8月补上。"), (answered.State, answered.Answer));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_reading_that_was_confirmed_goes_when_its_words_go(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var item = await district.OpenAsync(July, "新建高标准农田");
        var draft = (await SaveAsync(0, Behind.Progress)).Value;
        var quote = (await store.AskAsync<CheckDraft, Outcome<TaskCheck>>(district.FarmingReporter, check => check.ExecuteAsync(item.Id, Behind, CancellationToken.None))).Value.Readings[0].Source.Text;

        var confirmed = (await store.AskAsync<ConfirmReadings, Outcome<ReportStand>>(district.FarmingReporter, confirm =>
            confirm.ExecuteAsync(draft.ReportId, draft.Version, new Dictionary<string, ReadingStanding> { [quote] = ReadingStanding.Estimated, ["没有的字"] = ReadingStanding.Final }, CancellationToken.None))).Value;
        var kept = await store.LookAsync(district.FarmingReporter, db => db.ProgressReports.SingleAsync());
        await SaveAsync(confirmed.Version, "还没有开工。");
        var gone = await store.LookAsync(district.FarmingReporter, db => db.ProgressReports.SingleAsync());

        Assert.Equal([(1200m, "亩", ReadingStanding.Estimated)], kept.Readings.Select(reading => (reading.Value!.Value, reading.Unit, reading.Standing)));
        Assert.Empty(gone.Readings);

        Task<Outcome<ReportStand>> SaveAsync(int version, string? text) =>
            store.AskAsync<SaveDraft, Outcome<ReportStand>>(district.FarmingReporter, save => save.ExecuteAsync(item.Id, version, new ReportText(text, null, null), CancellationToken.None));
    }
}

using System.Globalization;
using CsCheck;
using Luoshi.App.Ledgers;
using Luoshi.App.Reporting;
using Luoshi.App.Safety;
using Luoshi.App.Searching;
using Luoshi.App.Supervision;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Ledgers;
using Luoshi.Core.Reading;
using Luoshi.Core.Reporting;
using Luoshi.Testing;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Tests.Searching;

/// <summary>Whatever is written, changed, split or merged: the index is what it would be if it were made from the texts anew.</summary>
public sealed class KeepingTheIndex
{
    private static readonly ReportingPeriod July = new(2024, 7);

    private enum Change
    {
        Add,
        Adjust,
        Edit,
        HandOver,
        Merge,
        Split,
        HandDown,
        CarryOver,
        Draft,
        Submit,
        Withdraw,
        ImportHistory,
        Instruct,
        Reply,
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task After_any_walk_it_is_what_a_rebuild_makes(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        await district.OpenAsync(July, "新建高标准农田");
        await district.OpenAsync(new ReportingPeriod(2024, 3), "新建高标准农田");
        var done = new HashSet<Change>();

        await Gen.Select(Gen.Enum<Change>(), Gen.Int[0, 1000]).Array[80].SampleAsync(
            async walk =>
            {
                foreach (var (change, draw) in walk)
                {
                    await TryAsync(change, draw);
                }

                // Each kind once at the least, on whatever it can be done to, so that no walk passes by something.
                foreach (var change in Enum.GetValues<Change>())
                {
                    for (var draw = 0; draw < 40 && !await TryAsync(change, draw); draw++)
                    {
                    }
                }
            },
            iter: 1, threads: 1);

        var kept = await IndexAsync(store);
        await store.LookAsync(Access.System, db => db.Database.ExecuteSqlRawAsync(database == "sqlite" ? "DELETE FROM search_entries; DELETE FROM search_grams" : "TRUNCATE search_entries, search_grams"));
        var rebuilt = await ReindexAsync(store);

        Assert.Equal(Enum.GetValues<Change>(), done.Order());
        Assert.Equal(rebuilt.Texts, rebuilt.Mended);
        Assert.Equal(await IndexAsync(store), kept);
        Assert.Equal(0, (await ReindexAsync(store)).Mended);

        async Task<bool> TryAsync(Change change, int draw)
        {
            store.Clock.Advance(TimeSpan.FromSeconds(20));
            if (!await DoAsync(district, change, draw))
            {
                return false;
            }

            done.Add(change);
            return true;
        }
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_return_on_a_task_that_went_on_is_found_by_what_it_says_now(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        await district.OpenAsync(July, "新建高标准农田");
        await ReportAsync(district, Change.Submit, 0, "甲河清淤。");
        await DoAsync(district, Change.HandOver, 0);
        await ReportAsync(district, Change.Withdraw, 0, "");
        await ReportAsync(district, Change.Submit, 0, "乙河清淤。");

        var kept = await IndexAsync(store);
        var mended = await ReindexAsync(store);

        Assert.Equal(0, mended.Mended);
        Assert.Equal(await IndexAsync(store), kept);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task What_was_damaged_is_mended_and_the_rest_stays_as_it_was(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var before = await IndexAsync(store);
        var ids = await EntryIdsAsync(store);
        await store.LookAsync(Access.System, db => db.Database.ExecuteSqlAsync($"UPDATE search_entries SET post_id = unit_id WHERE id = {ids[0]}"));
        await store.LookAsync(Access.System, db => database == "sqlite"
            ? db.Database.ExecuteSqlAsync($"DELETE FROM search_grams WHERE rowid = {ids[1]}")
            : db.Database.ExecuteSqlAsync($"DELETE FROM search_grams WHERE id = {ids[1]}"));

        var mended = await ReindexAsync(store);

        Assert.Equal(2, mended.Mended);
        Assert.Equal(before, await IndexAsync(store));
        Assert.Equal(ids[1..], (await EntryIdsAsync(store)).Take(2));
        Assert.DoesNotContain((await store.AskAsync<ExamineStore, Outcome<IReadOnlyList<Examined>>>(Access.System, examine => examine.ExecuteAsync(new DataFolder(Path.GetTempPath()), CancellationToken.None))).Value.SelectMany(part => part.Findings), finding => finding.Code == "search-differs");
    }

    [Fact]
    public async Task Nobody_of_the_business_rebuilds_it()
    {
        await using var store = await Store.CreateAsync("sqlite");
        var district = await SmallDistrict.CreateAsync(store);

        var outcome = await store.AskAsync<ReindexTexts, Outcome<TextsReindexed>>(district.Clerk, reindex => reindex.ExecuteAsync(CancellationToken.None));

        Assert.Equal("forbidden", outcome.Refusal?.Code);
    }

    private static async Task<TextsReindexed> ReindexAsync(Store store) =>
        (await store.AskAsync<ReindexTexts, Outcome<TextsReindexed>>(Access.System, reindex => reindex.ExecuteAsync(CancellationToken.None))).Value;

    private static Task<List<long>> EntryIdsAsync(Store store) =>
        store.LookAsync(Access.System, db => db.SearchEntries.OrderBy(entry => entry.Id).Select(entry => entry.Id).ToListAsync());

    /// <summary>Every entry with its words, without the ids, which tell of the time of writing.</summary>
    private static Task<List<string>> IndexAsync(Store store) => store.LookAsync(Access.System, async db =>
    {
        var words = store.Choice.IsPostgres
            ? (await db.Database.SqlQueryRaw<EntryWords>("SELECT id, grams::text AS words FROM search_grams").ToListAsync()).ToDictionary(row => row.Id, row => row.Words)
            : await SqliteWordsAsync(db);
        var entries = await db.SearchEntries.AsNoTracking().OrderBy(entry => entry.Id).ToListAsync();
        Assert.Equal(entries.Select(entry => entry.Id).Order(), words.Keys.Order());
        return entries.GroupBy(entry => entry.SubjectId)
            .SelectMany(group => group.Select((entry, piece) => string.Create(
                CultureInfo.InvariantCulture,
                $"{entry.GovernmentId} {entry.Kind} {entry.SubjectId} {entry.TaskId} {entry.UnitId} {entry.PostId} {entry.Month} {piece} {words[entry.Id]}")))
            .Order(StringComparer.Ordinal).ToList();
    });

    private static async Task<Dictionary<long, string>> SqliteWordsAsync(App.Data.LuoshiDb db)
    {
        await db.Database.ExecuteSqlRawAsync("CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_words USING fts5vocab('main', 'search_grams', 'instance')");
        var found = await db.Database.SqlQueryRaw<EntryWords>("SELECT doc AS id, group_concat(term || ':' || \"offset\", ' ' ORDER BY \"offset\") AS words FROM temp.search_words GROUP BY doc").ToListAsync();
        return found.ToDictionary(row => row.Id, row => row.Words);
    }

    private sealed record EntryWords(long Id, string Words);

    /// <summary>Does something of that kind to something drawn.</summary>
    /// <returns>Whether it was let through.</returns>
    private static async Task<bool> DoAsync(SmallDistrict district, Change change, int draw)
    {
        var store = district.Store;
        var tasks = await store.LookAsync(district.System, db => db.KeyTasks.AsNoTracking().OrderBy(task => task.Id).ToListAsync());
        var open = tasks.FindAll(task => task.IsOpen && task.LedgerId == tasks[0].LedgerId);
        var (task, other) = (open[draw % open.Count], open[(draw + 1) % open.Count]);
        var text = $"第{draw}次：在{"甲乙丙丁戊己庚辛壬癸"[draw % 10]}河清淤{draw * 7}方，完成{draw % 100}%。";
        return change switch
        {
            Change.Add => Done(await store.AskAsync<AddKeyTask, Outcome<KeyTask>>(district.Clerk, add => add.ExecuteAsync(task.LedgerId, task.Terms() with { Content = text, Target = "年底前完成。" }, null, null, [], default))),
            Change.Adjust => Done(await AdjustAsync(task.Terms() with { Content = text, Target = $"目标{draw}" })),
            Change.Edit => Done(await store.AskAsync<EditKeyTask, Outcome<KeyTask>>(district.Clerk, edit => edit.ExecuteAsync(task.Id, task.Version, draw, "农业", null, default))),
            Change.HandOver => Done(await AdjustAsync(task.Terms() with { LeadUnitId = task.LeadUnitId == district.Housing.Id ? district.Farming.Id : district.Housing.Id, PostId = district.Posts[draw % 2].Id })),
            Change.Merge => open.Count > 3 && Done(await store.AskAsync<MergeKeyTasks, Outcome<KeyTask>>(district.Clerk, merge => merge.ExecuteAsync(task.Id, task.Version, new Dictionary<Guid, int> { [other.Id] = other.Version }, text, "同一件事。", "常务会议", default))),
            Change.Split => Done(await store.AskAsync<SplitKeyTask, Outcome<IReadOnlyList<KeyTask>>>(district.Clerk, split => split.ExecuteAsync(task.Id, task.Version, [new TaskPart(text, district.Farming.Id), new TaskPart("二期" + text, district.Housing.Id)], "分开推进。", "常务会议", default))),
            Change.HandDown => Done(await store.AskAsync<HandDownKeyTask, Outcome<IReadOnlyList<KeyTask>>>(district.Clerk, hand => hand.ExecuteAsync(task.Id, task.Version, [district.Farming.Id, district.Housing.Id], null, default))),
            Change.CarryOver => Done(await store.AskAsync<CarryOverLedger, Outcome<LedgerCarried>>(district.Clerk, carry => carry.ExecuteAsync(2024, [task.Id], default))),
            Change.Submit or Change.Draft or Change.Withdraw => await ReportAsync(district, change, draw, text),
            Change.ImportHistory => Done(await store.AskAsync<ImportHistory, Outcome<HistoryImported>>(district.Clerk, import => import.ExecuteAsync(Material(task, text), default))),
            Change.Instruct => Done(await store.AskAsync<WriteInstruction, Outcome<InstructionStand>>(district.Person(Role.DistrictHead), write => write.ExecuteAsync(task.Id, text, new DateOnly(2024, 9, 1), default))),
            Change.Reply => await ReplyAsync(district, text),
        };

        Task<Outcome<KeyTask>> AdjustAsync(KeyTaskTerms terms) =>
            store.AskAsync<AdjustKeyTask, Outcome<KeyTask>>(district.Clerk, adjust => adjust.ExecuteAsync(task.Id, task.Version, terms, "情况有变。", "常务会议", default));
    }

    private static async Task<bool> ReportAsync(SmallDistrict district, Change change, int draw, string text)
    {
        var store = district.Store;
        var items = await store.LookAsync(district.FarmingReporter, db => db.DueItems.AsNoTracking().OrderBy(item => item.Id).ToListAsync());
        var item = items[draw % items.Count];
        var report = await store.LookAsync(district.FarmingReporter, db => db.ProgressReports.AsNoTracking().SingleOrDefaultAsync(report => report.DueItemId == item.Id));
        if (change == Change.Withdraw || report?.IsSubmitted == true)
        {
            var submitted = report?.IsSubmitted == true ? report : await store.LookAsync(district.FarmingReporter, db => db.ProgressReports.AsNoTracking().Where(known => known.Status == ReturnStatus.InReview).OrderBy(known => known.Id).FirstOrDefaultAsync());
            return submitted is not null && Done(await store.AskAsync<WithdrawReport, Outcome<ReportStand>>(district.FarmingReporter, withdraw => withdraw.ExecuteAsync(submitted.Id, submitted.Version, default))) && change == Change.Withdraw;
        }

        var (version, written) = (report?.Version ?? 0, new ReportText($"累计建成高标准农田{draw}亩。{text}", true, null));
        return change == Change.Draft
            ? Done(await store.AskAsync<SaveDraft, Outcome<ReportStand>>(district.FarmingReporter, save => save.ExecuteAsync(item.Id, version, written, default)))
            : Done(await store.AskAsync<SubmitReport, Outcome<ReportSubmitted>>(district.FarmingReporter, submit => submit.ExecuteAsync(item.Id, version, written, default)));
    }

    private static async Task<bool> ReplyAsync(SmallDistrict district, string text)
    {
        var instruction = await district.Store.LookAsync(district.System, db => db.Instructions.AsNoTracking().OrderByDescending(row => row.Id).FirstOrDefaultAsync());
        var unit = instruction?.UnitId == district.Housing.Id ? district.HousingReporter : district.FarmingReporter;
        return instruction is not null && Done(await district.Store.AskAsync<ReplyToInstruction, Outcome<InstructionStand>>(unit, reply => reply.ExecuteAsync(instruction.Id, instruction.Version, text, default)));
    }

    private static TaskDocument Material(KeyTask task, string text) => new()
    {
        Source = "3月材料.docx",
        Period = new ReportingPeriod(2024, 3),
        Tasks = [new ReportedTask { Number = task.Number, Content = task.Content, Progress = text, PlanMet = true }],
    };

    private static bool Done<T>(Outcome<T> outcome)
        where T : notnull => outcome.Refusal is null;
}

using CsCheck;
using Luoshi.App.Reporting;
using Luoshi.App.Searching;
using Luoshi.App.Supervision;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Reporting;
using Luoshi.Core.Searching;
using Luoshi.Testing;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Tests.Searching;

/// <summary>Finding words in what was written, and only in what the person may read.</summary>
public sealed class FindingTexts
{
    private static readonly ReportingPeriod July = new(2024, 7);

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_word_of_two_characters_is_found_in_task_return_doubt_and_instruction(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        await SubmitAsync(district, "累计建成高标准农田1,200亩，沟渠正在清淤。");
        await InstructAsync(district, "农田要在秋种前建成。");

        var page = (await FindAsync(store, district.Clerk, "农田")).Value;

        Assert.Equal([SearchKind.Instruction, SearchKind.Report, SearchKind.Doubt, SearchKind.Task], Assert.Single(page.Found).Newest.Select(text => text.Kind).Distinct());
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_figure_is_found_with_and_without_its_comma(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        await SubmitAsync(district, "累计建成高标准农田1,200亩。");

        var plain = (await FindAsync(store, district.Clerk, "1200亩")).Value;
        var grouped = (await FindAsync(store, district.Clerk, "１,200 亩")).Value;

        Assert.Equal((1, plain.Texts), (plain.Tasks, grouped.Texts));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task One_character_is_found_too(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);

        var page = (await FindAsync(store, district.Clerk, "亩")).Value;

        Assert.Equal("新建高标准农田6000亩。", Assert.Single(page.Found).Content);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task What_was_said_before_a_return_came_again_is_not_found(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var (item, first) = await SubmitAsync(district, "沟渠正在清淤。");
        var returned = (await store.AskAsync<ReturnReport, Outcome<ReportStand>>(district.Clerk, give => give.ExecuteAsync(first.ReportId, first.Version, "请写明数字。", new DateTime(2024, 7, 24, 4, 0, 0, DateTimeKind.Utc), null, default))).Value;
        await store.AskAsync<SubmitReport, Outcome<ReportSubmitted>>(district.FarmingReporter, submit => submit.ExecuteAsync(item.Id, returned.Version, new ReportText("累计建成6000亩。", true, null), default));

        var before = (await FindAsync(store, district.Clerk, "清淤")).Value;
        var after = (await FindAsync(store, district.Clerk, "累计建成6000亩")).Value;

        Assert.Equal((0, 1), (before.Texts, after.Texts));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Everybody_finds_what_they_may_read_and_neither_more_nor_a_count_of_more(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var other = await SmallDistrict.CreateAsync(store, "白沙区人民政府");
        foreach (var one in (SmallDistrict[])[district, other])
        {
            await SubmitAsync(one, "蓝花楹一号片区已开工。");
            await InstructAsync(one, "蓝花楹二号片区也要开工。");
        }

        var otherLeader = district.Person(Role.Leader, postId: district.Posts[1].Id);
        (Access Who, int Texts)[] expected =
        [
            (district.Clerk, 2), (district.Reviewer, 2), (district.Person(Role.DistrictHead), 2), (district.Leader, 2), (otherLeader, 0),
            (district.FarmingReporter, 2), (district.FarmingHead, 2), (district.HousingReporter, 0), (other.Clerk, 2), (other.HousingReporter, 0),
        ];
        foreach (var (who, texts) in expected)
        {
            var page = (await FindAsync(store, who, "蓝花楹")).Value;

            Assert.Equal((who.Name, texts, texts), (who.Name, page.Texts, page.Found.Sum(task => task.Newest.Count)));
        }

        foreach (var role in (Role[])[Role.SystemAdministrator, Role.SecurityAdministrator, Role.AuditAdministrator])
        {
            Assert.Equal("forbidden", (await FindAsync(store, district.Person(role), "蓝花楹")).Refusal?.Code);
        }
    }

    [Theory]
    [InlineData("sqlite", "", "word-missing")]
    [InlineData("sqlite", " \u3000 ", "word-missing")]
    [InlineData("sqlite", "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五", "word-too-long")]
    public async Task A_word_that_cannot_be_looked_for_is_refused(string database, string word, string code)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);

        var outcome = await FindAsync(store, district.Clerk, word);

        Assert.Equal(code, outcome.Refusal?.Code);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task The_texts_that_contain_a_word_are_found_and_no_others(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var task = await store.LookAsync(district.System, db => db.KeyTasks.OrderBy(task => task.Id).FirstAsync());
        // Few characters, so that words come again and again; some that databases read as operators, and a pair of two code units.
        string[] alphabet = ["农", "田", "亩", "建", "。", "，", "\"", "'", "*", ":", "&", "-", "a", "A", "1", ",", " ", "\n", "𠮷"];
        var text = Gen.Int[0, alphabet.Length - 1].Array[1, 40].Select(parts => string.Concat(parts.Select(part => alphabet[part])));
        var word = Gen.Int[0, alphabet.Length - 1].Array[2, 5].Select(parts => string.Concat(parts.Select(part => alphabet[part])));
        var (texts, words) = (new List<string>(), new List<string>());
        Gen.Select(text.Array[60], word.Array[60]).Sample((some, asked) =>
        {
            texts.AddRange(some);
            words.AddRange(asked);
        }, iter: 1, threads: 1);
        var written = texts.Select(value => value.Trim()).Where(value => value.Length > 0).ToList();
        foreach (var value in written)
        {
            Assert.Null((await store.AskAsync<WriteInstruction, Outcome<InstructionStand>>(district.Person(Role.DistrictHead), write => write.ExecuteAsync(task.Id, value, new DateOnly(2024, 8, 1), default))).Refusal);
        }

        foreach (var asked in words.Where(value => FoldedText.Of(value).Folded.Length > 0))
        {
            var folded = FoldedText.Of(asked).Folded;
            var found = await store.LookAsync(district.System, db => db.EntriesWith(folded).Where(entry => entry.Kind == SearchKind.Instruction)
                .Join(db.Instructions, entry => entry.SubjectId, row => row.Id, (_, row) => row.Text).OrderBy(value => value).ToListAsync());

            Assert.Equal(written.Where(value => FoldedText.Of(value).Folded.Contains(folded, StringComparison.Ordinal)).Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
        }
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Page_after_page_every_task_is_shown_once(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        await MoreTasksAsync(district, 23);

        var seen = new List<Guid>();
        long? after = null;
        do
        {
            var page = (await FindAsync(store, district.Clerk, "修建步道", after)).Value;
            seen.AddRange(page.Found.Select(task => task.TaskId));
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal((23, 23), (seen.Count, seen.Distinct().Count()));
    }

    private static Task<Outcome<Core.Ledgers.ImportPlan>> MoreTasksAsync(SmallDistrict district, int count) => district.Store.AskAsync<App.Ledgers.ImportLedger, Outcome<Core.Ledgers.ImportPlan>>(district.System, import => import.ExecuteAsync(2024,
    [
        new Core.Reading.TaskDocument
        {
            Source = "增补.xlsx",
            Tasks = [.. Enumerable.Range(1, count).Select(number => new Core.Reading.ReportedTask
            {
                Leader = new Core.Ledgers.LeaderMention("钱和", "常务副区长"),
                Number = number + 10,
                Frequency = ReportingFrequency.Monthly,
                Content = $"在{"甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥东"[number - 1]}湖修建步道{number * 3}公里。",
                LeadUnits = [new Core.Ledgers.UnitMention("区住建局")],
            })],
        },
    ], write: true, default));

    private static Task<Outcome<FoundPage>> FindAsync(Store store, Access who, string word, long? after = null) =>
        store.AskAsync<FindTexts, Outcome<FoundPage>>(who, find => find.ExecuteAsync(word, after, default));

    private static async Task<(DueItem Item, ReportStand Stand)> SubmitAsync(SmallDistrict district, string progress)
    {
        var item = await district.OpenAsync(July, "新建高标准农田");
        return (item, (await district.Store.AskAsync<SubmitReport, Outcome<ReportSubmitted>>(district.FarmingReporter, submit => submit.ExecuteAsync(item.Id, 0, new ReportText(progress, true, null), default))).Value.Stand);
    }

    private static async Task InstructAsync(SmallDistrict district, string text)
    {
        var task = await district.Store.LookAsync(district.Leader, db => db.KeyTasks.SingleAsync(task => task.Content.StartsWith("新建高标准农田")));
        Assert.Null((await district.Store.AskAsync<WriteInstruction, Outcome<InstructionStand>>(district.Leader, write => write.ExecuteAsync(task.Id, text, new DateOnly(2024, 7, 31), default))).Refusal);
    }
}

using Luoshi.App.Ledgers;
using Luoshi.Core;
using Luoshi.Documents.Reading;
using Luoshi.Testing;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Tests.Ledgers;

public sealed class TracingTasksToTheWorkReport
{
    private static readonly string[] s_report = ["一、重点工作", "（一）建设和美乡村", "新建高标准农田6000亩，粮食产量稳定。", "（二）更新城市", "全年改造老旧小区24个，惠及居民9000户。"];

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Each_task_finds_its_sentence_and_its_theme(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);

        var imported = await ImportAsync(district, write: true);

        Assert.Equal((2, 2, "创建示范村4个。"), (imported.Value.Sentences, imported.Value.Linked, imported.Value.Unlinked.Single()));
        var task = await store.LookAsync(district.Clerk, db => db.KeyTasks.SingleAsync(task => task.Content.StartsWith("新建高标准农田")));
        Assert.Equal("建设和美乡村", task.Theme);
        Assert.Equal("新建高标准农田6000亩，粮食产量稳定。", await store.LookAsync(district.Clerk, db => db.SourceSentences.Where(sentence => sentence.Id == task.SourceSentenceId).Select(sentence => sentence.Text).SingleAsync()));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Shown_first_it_writes_nothing(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);

        await ImportAsync(district, write: false);

        Assert.False(await store.LookAsync(district.Clerk, db => db.SourceSentences.AnyAsync()));
    }

    [Fact]
    public async Task Nearly_all_tasks_of_the_sample_district_have_their_sentence()
    {
        var folder = Path.Combine(Repository.Root, "samples", "qinglan", "2024");
        var paragraphs = ParagraphReader.Read(await File.ReadAllBytesAsync(Path.Combine(folder, "政府工作报告.md"), TestContext.Current.CancellationToken), ReadLimits.Local).Value;
        var tasks = DocumentReader.Read(await File.ReadAllBytesAsync(Path.Combine(folder, "重点工作任务分解.xlsx"), TestContext.Current.CancellationToken), "分解.xlsx", ReadLimits.Local).Value.Tasks;
        var sentences = Core.Ledgers.SourceSentences.Read(paragraphs);

        var found = tasks.Count(task => Core.Ledgers.SourceSentences.Find(sentences, task.Content) is not null);

        Assert.InRange(found, tasks.Count - 2, tasks.Count);
    }

    private static Task<Outcome<WorkReportImported>> ImportAsync(SmallDistrict district, bool write) =>
        district.Store.AskAsync<ImportWorkReport, Outcome<WorkReportImported>>(district.Clerk, import => import.ExecuteAsync(2024, s_report, write, CancellationToken.None));
}

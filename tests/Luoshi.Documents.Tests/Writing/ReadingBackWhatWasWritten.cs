using System.Text.Json;
using Luoshi.Core.Ledgers;
using Luoshi.Core.Meetings;
using Luoshi.Core.Reading;
using Luoshi.Core.Reporting;
using Luoshi.Documents.Reading;
using Luoshi.Documents.Writing;

namespace Luoshi.Documents.Tests.Writing;

public sealed class ReadingBackWhatWasWritten
{
    [Fact]
    public void The_reference_comes_back_whole()
    {
        var sample = SharedSample("2024-04-dinghai.txt");
        Assert.SkipUnless(File.Exists(sample), "The shared samples are not beside this repository.");
        var read = DocumentReader.Read(File.ReadAllBytes(sample), "2024-04-dinghai.txt", ReadLimits.Upload).Value;

        var back = WrittenAndRead(read);

        Assert.Equal(105, back.Tasks.Count);
        Assert.Equal((read.Title, read.Government, read.Date, read.Period), (back.Title, back.Government, back.Date, back.Period));
        AssertSameTasks(read.Tasks, back.Tasks);
    }

    [Fact]
    public void Every_field_a_task_can_have_comes_back()
    {
        var full = new ReportedTask
        {
            Leader = new LeaderMention("林知远", "常务副区长"),
            OtherLeaders = [new LeaderMention("沈清", "副区长")],
            Number = 3,
            Frequency = ReportingFrequency.Quarterly,
            Content = "改造老旧小区12个，新增停车位600个。",
            Target = "12个小区、600个车位",
            LeadUnits = [new UnitMention("区住建局"), new UnitMention("区府办", "金融")],
            SupportingUnits = [new UnitMention("临江街道")],
            Deadline = "2026年10月底前",
            DeadlineDate = new DateOnly(2026, 10, 31),
            EarlierProgress = [new EarlierProgress(new ReportingPeriod(2025, 12), "完成立项。"), new EarlierProgress(new ReportingPeriod(2026, 4), "完成招标。")],
            Progress = "区住建局：\n1. 开工9个；\n2. 完工2个。\n区府办：贷款到位。",
            PlanMet = false,
            Shortfall = "两个小区征询未完成。\n计划6月完成。",
            OtherColumns = [new OtherColumn("备注", "“一场一策”"), new OtherColumn("责任科室", "更新科")],
        };
        var plain = new ReportedTask { Leader = new LeaderMention(null, "区长"), Content = "一般公共预算收入增长6%。" };
        var document = new TaskDocument { Source = "5月.docx", Government = "青岚区人民政府", Period = new ReportingPeriod(2026, 5), Date = new DateOnly(2026, 5, 28), Tasks = [full, plain] };

        var back = WrittenAndRead(document);

        AssertSameTasks(document.Tasks, back.Tasks);
        Assert.Equal((document.Government, document.Date, document.Period), (back.Government, back.Date, back.Period));
    }

    [Fact]
    public void Tasks_of_no_leader_stay_without_one()
    {
        var document = new TaskDocument
        {
            Source = "5月.docx",
            Period = new ReportingPeriod(2026, 5),
            Tasks =
            [
                new ReportedTask { Leader = new LeaderMention(null, "区长"), Number = 1, Content = "一般公共预算收入增长6%。", LeadUnits = [new UnitMention("区财政局")], Progress = "增长4.2%。" },
                new ReportedTask { Number = 1, Content = "新建公办幼儿园3所。", LeadUnits = [new UnitMention("区教育局")], Progress = "开工2所。" },
            ],
        };

        AssertSameTasks(document.Tasks, WrittenAndRead(document).Tasks);
    }

    [Fact]
    public void A_leader_known_by_name_only_comes_back()
    {
        var task = new ReportedTask { Leader = new LeaderMention("江望舒", null), Number = 1, Content = "新建公办幼儿园3所。", LeadUnits = [new UnitMention("区教育局")], Progress = "开工2所。" };

        AssertSameTasks([task], WrittenAndRead(new TaskDocument { Source = "5月.docx", Period = new ReportingPeriod(2026, 5), Tasks = [task] }).Tasks);
    }

    [Theory]
    [InlineData("docx")]
    [InlineData("xlsx")]
    [InlineData("html")]
    public void A_sheet_of_doubts_is_no_task_and_changes_none(string format)
    {
        var doubts = SampleMaterial.Doubts;

        var without = Read(Write(format, null));
        var with = Read(Write(format, doubts));

        Assert.NotEmpty(doubts.Sections);
        AssertSameTasks(without.Tasks, with.Tasks);
        Assert.Equal((without.Title, without.Government, without.Date, without.Period), (with.Title, with.Government, with.Date, with.Period));
        Assert.Contains(with.Problems, problem => problem.Code == "internal-sheet");

        static TaskDocument Read(byte[] file) => DocumentReader.Read(file, "5月", ReadLimits.Upload).Value;

        static byte[] Write(string format, DoubtSheet? doubts) => format switch
        {
            "docx" => MeetingMaterialDocx.Write(SampleMaterial.May, new MaterialLook(), doubts),
            "xlsx" => MeetingMaterialXlsx.Write(SampleMaterial.May, doubts),
            _ => MeetingMaterialHtml.Write(SampleMaterial.May, doubts),
        };
    }

    private static TaskDocument WrittenAndRead(TaskDocument document) => DocumentReader.Read(
        MeetingMaterialDocx.Write(MaterialAssembly.Assemble([document]).Value, new MaterialLook()), document.Source, ReadLimits.Upload).Value;

    private static void AssertSameTasks(IEnumerable<ReportedTask> expected, IEnumerable<ReportedTask> actual) =>
        Assert.Equal(expected.Select(Fields), actual.Select(Fields));

    // Everything but where it stands: that is another document's business.
    private static string Fields(ReportedTask task) => JsonSerializer.Serialize(task with { Location = default }, s_readable);

    private static readonly JsonSerializerOptions s_readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string SharedSample(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Luoshi.slnx")))
        {
            folder = folder.Parent!;
        }

        return Path.Combine(folder.FullName, "..", "shared", "samples", name);
    }
}

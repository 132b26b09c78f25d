using System.Text;
using Luoshi.App.Meetings;
using Luoshi.Core.Meetings;
using Luoshi.Documents.Reading;

namespace Luoshi.App.Tests.Meetings;

public sealed class CompilingToAFile : IDisposable
{
    private const string Header = "序号\t报送频次\t工作内容\t牵头单位\t5月完成情况\t是否完成月度计划\t未完成情况说明\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("luoshi-compile-").FullName;

    private string Output => Path.Combine(_folder, "material.docx");

    [Fact]
    public async Task Returns_become_a_material_that_reads_back()
    {
        var plan = Input("分解表.txt", "2026年政府工作报告重点工作任务分解\n常务副区长\n序号\t报送频次\t工作内容\t牵头单位\n1\t月度报\t改造老旧小区12个。\t区住建局\n2\t月度报\t提升改造农村公路45公里。\t区交通运输局\n");
        var housing = Input("区住建局.txt", "2026年5月\n" + Header + "1\t月度报\t改造老旧小区12个\t区住建局\t已开工9个。\t是\t/\n");

        var compiled = (await Compile(plan, housing)).Material;

        Assert.Equal([ReturnState.Received, ReturnState.Missing], compiled.Rows.Select(row => row.Return));
        var back = DocumentReader.Read(File.ReadAllBytes(Output), "material.docx", ReadLimits.Local).Value;
        Assert.Equal(["已开工9个。", "未报送"], back.Tasks.Select(task => task.Progress));
        Assert.All(back.Tasks, task => Assert.Equal("常务副区长", task.Leader?.Title));
    }

    [Fact]
    public async Task A_file_that_is_there_is_not_replaced_unasked()
    {
        File.WriteAllText(Output, "last month");

        Assert.Equal("output-exists", await Refusal(new CompileRequest { Inputs = [Output], Output = Output }));

        Assert.Equal("last month", File.ReadAllText(Output));
    }

    [Fact]
    public async Task What_goes_with_the_material_is_written_with_it()
    {
        var plan = Input("分解表.txt", "2026年政府工作报告重点工作任务分解\n常务副区长\n序号\t报送频次\t工作内容\t牵头单位\n1\t月度报\t改造老旧小区12个。\t区住建局\n2\t月度报\t提升改造农村公路45公里。\t区交通运输局\n");
        var housing = Input("区住建局.txt", "2026年5月\n" + Header + "1\t月度报\t改造老旧小区12个\t区住建局\t已完成改造老旧小区2个。\t是\t/\n");
        var siblings = new Siblings { Difference = Beside("对比.docx"), LeaderPages = Beside("一页纸.docx"), Reminders = Beside("催报.docx"), Circular = Beside("通报.docx") };
        var april = Beside("4月.docx");
        await Compile(new CompileRequest { Inputs = [plan, Input("区住建局4月.txt", "2026年4月\n" + Header.Replace("5月", "4月", StringComparison.Ordinal) + "1\t月度报\t改造老旧小区12个\t区住建局\t已完成改造老旧小区1个。\t是\t/\n")], Output = april });

        var compiled = await Compile(new CompileRequest { Inputs = [plan, housing], Output = Output, Previous = april, Siblings = siblings, WithDoubts = true, Government = "青岚区人民政府" });

        Assert.Equal("青岚区人民政府", compiled.Material.Government);
        Assert.Equal([siblings.Difference, siblings.LeaderPages, siblings.Circular, siblings.Reminders], compiled.Siblings);
        Assert.All(compiled.Siblings, file => Assert.True(File.Exists(file)));
    }

    [Fact]
    public async Task One_file_that_is_there_stops_them_all()
    {
        var housing = Input("区住建局.txt", "2026年5月\n" + Header + "1\t月度报\t改造老旧小区12个\t区住建局\t已开工9个。\t是\t/\n");
        var circular = Input("通报.docx", "last month");

        Assert.Equal("output-exists", await Refusal(new CompileRequest { Inputs = [housing], Output = Output, Siblings = new Siblings { Circular = circular } }));
        Assert.Equal("output-twice", await Refusal(new CompileRequest { Inputs = [housing], Output = Output, Siblings = new Siblings { Circular = Output } }));

        Assert.Equal("last month", File.ReadAllText(circular));
        Assert.False(File.Exists(Output));
    }

    [Fact]
    public async Task Nobody_to_remind_is_told_and_no_letter_is_written()
    {
        var housing = Input("区住建局.txt", "2026年5月\n" + Header + "1\t月度报\t改造老旧小区12个\t区住建局\t已开工9个。\t是\t/\n");

        var compiled = await Compile(new CompileRequest { Inputs = [housing], Output = Output, Siblings = new Siblings { Reminders = Beside("催报.docx") } });

        Assert.Empty(compiled.Siblings);
        Assert.Contains(compiled.Material.Notes, note => note.Code == "nobody-to-remind");
    }

    [Fact]
    public async Task An_earlier_material_without_a_month_cannot_be_compared_with()
    {
        var housing = Input("区住建局.txt", "2026年5月\n" + Header + "1\t月度报\t改造老旧小区12个\t区住建局\t已开工9个。\t是\t/\n");
        var undated = Input("上月.txt", "序号\t工作内容\t牵头单位\t完成情况\n1\t改造老旧小区12个\t区住建局\t已开工6个。\n");

        Assert.Equal("previous-without-period", await Refusal(new CompileRequest { Inputs = [housing], Output = Output, Previous = undated }));
    }

    [Fact]
    public async Task A_refused_input_leaves_nothing_behind()
    {
        var empty = Input("空表.docx", "");

        Assert.Equal("empty-file", await Refusal(new CompileRequest { Inputs = [empty], Output = Output }));

        Assert.Equal([empty], Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task A_template_that_is_none_is_refused_before_anything_is_read()
    {
        var template = Input("模板.docx", "不是文档");

        Assert.Equal("template-not-word", await Refusal(new CompileRequest { Inputs = ["没有.docx"], Output = Output, Template = template }));
        Assert.Equal("template-not-readable", await Refusal(new CompileRequest { Inputs = ["没有.docx"], Output = Output, Template = "没有.docx" }));
    }

    [Fact]
    public async Task What_cannot_be_written_is_refused_and_leaves_nothing_behind()
    {
        var housing = Input("区住建局.txt", Header + "1\t月度报\t改造老旧小区12个\t区住建局\t已开工9个。\t是\t/\n");

        Assert.Equal("cannot-write", await Refusal(new CompileRequest { Inputs = [housing], Output = Path.Combine(_folder, "没有", "m.docx") }));

        Directory.CreateDirectory(Output);
        Assert.Equal("cannot-write", await Refusal(new CompileRequest { Inputs = [housing], Output = Output, Overwrite = true }));
        Assert.Equal([housing], Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task A_full_disk_is_told_and_the_old_file_stays()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "There is no /dev/full on this system.");
        var housing = Input("区住建局.txt", Header + "1\t月度报\t改造老旧小区12个\t区住建局\t已开工9个。\t是\t/\n");
        File.WriteAllText(Output, "last month");
        File.CreateSymbolicLink(Output + ".writing", "/dev/full");

        Assert.Equal("cannot-write", await Refusal(new CompileRequest { Inputs = [housing], Output = Output, Overwrite = true }));

        Assert.Equal("last month", File.ReadAllText(Output));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Input(string name, string text)
    {
        var path = Beside(name);
        File.WriteAllText(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        return path;
    }

    private string Beside(string name) => Path.Combine(_folder, name);

    private Task<CompiledMaterial> Compile(params string[] inputs) => Compile(new CompileRequest { Inputs = inputs, Output = Output });

    private static async Task<CompiledMaterial> Compile(CompileRequest request) =>
        (await CompileMaterial.ExecuteAsync(request, TestContext.Current.CancellationToken)).Value;

    private static async Task<string?> Refusal(CompileRequest request) =>
        (await CompileMaterial.ExecuteAsync(request, TestContext.Current.CancellationToken)).Refusal?.Code;
}

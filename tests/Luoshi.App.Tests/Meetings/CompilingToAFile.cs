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
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        return path;
    }

    private async Task<CompiledMaterial> Compile(params string[] inputs) =>
        (await CompileMaterial.ExecuteAsync(new CompileRequest { Inputs = inputs, Output = Output }, TestContext.Current.CancellationToken)).Value;

    private static async Task<string?> Refusal(CompileRequest request) =>
        (await CompileMaterial.ExecuteAsync(request, TestContext.Current.CancellationToken)).Refusal?.Code;
}

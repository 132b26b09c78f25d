using Luoshi.App.Meetings;

namespace Luoshi.App.Tests.Meetings;

public sealed class CompilingToAFile : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("luoshi-compile-").FullName;

    [Fact]
    public void A_file_that_is_there_is_not_replaced_unasked()
    {
        var output = Path.Combine(_folder, "material.docx");
        File.WriteAllText(output, "last month");

        var outcome = CompileMaterial.Execute(new CompileRequest { Inputs = [output], Output = output });

        Assert.Equal("output-exists", outcome.Refusal?.Code);
        Assert.Equal("last month", File.ReadAllText(output));
    }

    [Fact]
    public void Every_input_that_cannot_be_read_is_named_and_nothing_is_written()
    {
        File.WriteAllBytes(Path.Combine(_folder, "空表.docx"), []);

        var outcome = CompileMaterial.Execute(new CompileRequest
        {
            Inputs = [Path.Combine(_folder, "空表.docx"), Path.Combine(_folder, "没有.docx")],
            Output = Path.Combine(_folder, "material.docx"),
        });

        Assert.Equal("unreadable-input", outcome.Refusal?.Code);
        Assert.Contains("空表.docx", outcome.Refusal?.Message, StringComparison.Ordinal);
        Assert.Contains("没有.docx：没有这个文件", outcome.Refusal?.Message, StringComparison.Ordinal);
        Assert.Equal(["空表.docx"], Directory.GetFiles(_folder).Select(Path.GetFileName));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}

using System.Text.Json;

namespace Luoshi.Tests;

public sealed class ReadingFromTheCommandLine : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("luoshi-").FullName;

    [Fact]
    public async Task The_json_is_the_contract_to_the_letter()
    {
        var file = Write("四月.txt", "2024年重点工作完成情况（4月）\n沈砚秋常务副区长\n序号\t报送频次\t工作内容\t牵头单位\t4月完成情况\t是否完成\t说明\t备注\n1\t月度报\t新建管网6公里\t区府办（金融）\t完成2公里\t是\t/\t含支管\n");

        var result = await LuoshiProgram.RunAsync("read", file, "--json");

        Assert.Equal(0, result.ExitCode);
        Assert.Empty(result.Error);
        var expected = """
            {"documents":[{"source":"四月.txt","title":"2024年重点工作完成情况（4月）","government":null,"date":null,"period":"2024-04","tasks":[
            {"leader":{"name":"沈砚秋","title":"常务副区长"},"otherLeaders":[],"number":1,"frequency":"monthly","content":"新建管网6公里","target":null,
            "leadUnits":[{"name":"区府办","qualifier":"金融"}],"supportingUnits":[],"deadline":null,"deadlineDate":null,"progress":"完成2公里","earlierProgress":[],
            "planMet":true,"shortfall":null,"otherColumns":{"备注":"含支管"},"location":{"line":4,"page":null,"table":null,"row":null,"sheet":null}}],"problems":[]}]}
            """;
        Assert.True(JsonElement.DeepEquals(JsonDocument.Parse(expected).RootElement, JsonDocument.Parse(result.Output).RootElement), result.Output);
    }

    [Fact]
    public async Task People_get_a_table()
    {
        var file = Write("四月.txt", "序号\t工作内容\t牵头单位\t4月完成情况\n1\t新建管网6公里\t区水利局\t完成2公里\n");

        var result = await LuoshiProgram.RunAsync("read", file);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("新建管网6公里", result.Output, StringComparison.Ordinal);
        Assert.Contains("区水利局", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b[", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_without_tasks_is_read_and_says_so()
    {
        var file = Write("通知.txt", "关于召开调度会的通知\n各单位：\n定于5月6日召开调度会。\n");

        var result = await LuoshiProgram.RunAsync("read", file, "--json");

        Assert.Equal(0, result.ExitCode);
        var document = JsonDocument.Parse(result.Output).RootElement.GetProperty("documents")[0];
        Assert.Equal(0, document.GetProperty("tasks").GetArrayLength());
        Assert.Equal("no-task-table", document.GetProperty("problems")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_refused_file_is_named_with_what_to_do_and_prints_nothing_else()
    {
        var good = Write("好.txt", "序号\t工作内容\t牵头单位\n1\t新建管网6公里\t区水利局\n");
        var old = Path.Combine(_folder, "旧.docx");
        await File.WriteAllBytesAsync(old, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]], TestContext.Current.CancellationToken);

        var result = await LuoshiProgram.RunAsync("read", good, old, "--json");

        Assert.Equal(1, result.ExitCode);
        Assert.Empty(result.Output);
        Assert.StartsWith("old-office-format: 旧.docx：", result.Error, StringComparison.Ordinal);
        Assert.Contains("另存为", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("没有这个文件.docx", "file-not-found")]
    [InlineData("", "not-a-file")]
    public async Task A_path_that_is_no_file_is_refused(string name, string code)
    {
        var result = await LuoshiProgram.RunAsync("read", Path.Combine(_folder, name));

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith(code + ": ", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("read")]
    [InlineData("read --xml a.txt")]
    [InlineData("raed a.txt")]
    public async Task Wrong_usage_exits_with_2(string line)
    {
        var result = await LuoshiProgram.RunAsync(line.Split(' '));

        Assert.Equal(2, result.ExitCode);
        Assert.NotEmpty(result.Error);
        Assert.Empty(result.Output);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}

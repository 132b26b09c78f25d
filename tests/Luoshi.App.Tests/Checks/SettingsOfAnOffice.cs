using Luoshi.App.Checks;
using Luoshi.Core;
using Luoshi.Core.Checks;

namespace Luoshi.App.Tests.Checks;

public sealed class SettingsOfAnOffice : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    [Fact]
    public async Task What_the_file_leaves_out_stays_as_it_is()
    {
        var settings = (await ReadAsync("""{ "firstPaceMonth": 6, /* 上半年不问 */ "wholeScopes": ["全区"], }""")).Value;

        Assert.Equal((6, "全区"), (settings.FirstPaceMonth, Assert.Single(settings.WholeScopes)));
        Assert.Equal(CheckSettingsFile.BuiltIn.PaceTolerance, settings.PaceTolerance);
    }

    [Theory]
    [InlineData("", "看不懂")]
    [InlineData("null", "没有设置")]
    [InlineData("[1, 2]", "看不懂")]
    [InlineData("""{ "paceTolerence": 1 }""", "paceTolerence")]
    [InlineData("{\n  \"paceTolerance\": \"很小\"\n}", "第 2 行“paceTolerance”")]
    [InlineData("""{ "wholeScopes": null }""", "wholeScopes")]
    [InlineData("""{ "wholeScopes": [null] }""", "“wholeScopes”应为不空的词语")]
    [InlineData("""{ "firstPaceMonth": 13 }""", "“firstPaceMonth”应为1到12")]
    [InlineData("""{ "redAbove": 5 }""", "“redAbove”应为不小于yellowFrom")]
    public async Task What_cannot_be_meant_is_refused_with_its_place(string json, string told)
    {
        var refusal = (await ReadAsync(json)).Refusal;

        Assert.Equal("settings-not-understood", refusal?.Code);
        Assert.Contains(told, refusal?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_refused()
    {
        var refusal = (await CheckSettingsFile.ReadAsync(_file + ".json", TestContext.Current.CancellationToken)).Refusal;

        Assert.Equal("settings-not-readable", refusal?.Code);
    }

    public void Dispose() => File.Delete(_file);

    private async Task<Outcome<CheckSettings>> ReadAsync(string json)
    {
        await File.WriteAllTextAsync(_file, json, TestContext.Current.CancellationToken);
        return await CheckSettingsFile.ReadAsync(_file, TestContext.Current.CancellationToken);
    }
}

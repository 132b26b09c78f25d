using System.Text.Json;

namespace Luoshi.Tests;

public sealed class CheckingFromTheCommandLine : IDisposable
{
    private const string Material = "2024年重点工作完成情况（4月）\n沈砚秋常务副区长\n序号\t报送频次\t工作内容\t牵头单位\t4月完成情况\t是否完成\t说明\n"
        + "1\t月度报\t盘活低效用地800亩\t区自然资源局\t累计盘活低效用地120亩\t是\t/\n2\t月度报\t制定服务业规划\t区发改局\t规划大纲编好\t是\t/\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("luoshi-").FullName;

    [Fact]
    public async Task The_json_is_the_contract()
    {
        var result = await LuoshiProgram.RunAsync("check", Write("四月.txt", Material), "--json");

        Assert.Equal(0, result.ExitCode);
        Assert.Empty(result.Error);
        var report = JsonDocument.Parse(result.Output).RootElement;
        Assert.Equal("2024-04", report.GetProperty("asOf").GetString());
        Assert.Equal(0.3333m, report.GetProperty("expectedShare").GetDecimal());
        var task = report.GetProperty("tasks")[0];
        Assert.Equal("沈砚秋", task.GetProperty("leader").GetString());
        Assert.Equal(1, task.GetProperty("number").GetInt32());
        Assert.Equal("behind", task.GetProperty("verdict").GetString());
        var target = task.GetProperty("targets")[0];
        Assert.Equal(("amount", 800m, "亩", ">="), (target.GetProperty("kind").GetString(), target.GetProperty("value").GetDecimal(), target.GetProperty("unit").GetString(), target.GetProperty("comparator").GetString()));
        Assert.Equal("content", target.GetProperty("span").GetProperty("field").GetString());
        var comparison = task.GetProperty("comparisons")[0];
        Assert.Equal((0, 0, 0.15m, "behind"), (comparison.GetProperty("target").GetInt32(), comparison.GetProperty("reading").GetInt32(), comparison.GetProperty("ratio").GetDecimal(), comparison.GetProperty("verdict").GetString()));
        var doubt = task.GetProperty("doubts")[0];
        Assert.Equal(("behind-target", "strong"), (doubt.GetProperty("code").GetString(), doubt.GetProperty("strength").GetString()));
        Assert.Equal(0, doubt.GetProperty("related").GetArrayLength());
        Assert.Equal(0, report.GetProperty("tasks")[1].GetProperty("doubts").GetArrayLength());
    }

    [Fact]
    public async Task People_read_what_to_verify_with_the_words_it_rests_on()
    {
        var result = await LuoshiProgram.RunAsync("check", Write("四月.txt", Material));

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("低18.3个百分点", result.Output, StringComparison.Ordinal);
        Assert.Contains("完成情况：累计盘活低效用地120亩", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("规划大纲编好", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Earlier_months_are_named_one_by_one()
    {
        var march = Write("三月.txt", Material.Replace("4月", "3月", StringComparison.Ordinal).Replace("120亩", "160亩", StringComparison.Ordinal));

        var result = await LuoshiProgram.RunAsync("check", Write("四月.txt", Material), "--previous", march, "--json");

        Assert.Contains("figure-fell", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_file_behind_previous_is_compared_with_and_not_examined()
    {
        var february = Write("二月.txt", Material.Replace("4月", "2月", StringComparison.Ordinal).Replace("120亩", "60亩", StringComparison.Ordinal));
        var march = Write("三月.txt", Material.Replace("4月", "3月", StringComparison.Ordinal).Replace("120亩", "160亩", StringComparison.Ordinal));

        var told = await LuoshiProgram.RunAsync("check", Write("四月.txt", Material), "--previous", february, march);
        var report = await LuoshiProgram.RunAsync("check", Write("四月.txt", Material), "--previous", february, march, "--json");

        Assert.Contains("2024年2月（二月.txt）", told.Output, StringComparison.Ordinal);
        Assert.Contains("2024年3月（三月.txt）", told.Output, StringComparison.Ordinal);
        Assert.Equal(2, JsonDocument.Parse(report.Output).RootElement.GetProperty("tasks").GetArrayLength());
        Assert.Contains("figure-fell", report.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_goes_before_the_straight_line()
    {
        var plan = Write("计划.txt", "2024年月度计划\n序号\t责任领导\t牵头单位\t工作内容\t1月\t2月\t3月\t4月\n1\t常务副区长 沈砚秋\t区自然资源局\t盘活低效用地800亩\t\t\t\t低效用地100亩\n");

        var result = await LuoshiProgram.RunAsync("check", Write("四月.txt", Material), "--plan", plan, "--json");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("计划到4月完成100亩", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("behind-target", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_offices_own_settings_are_followed_and_wrong_ones_refused()
    {
        var material = Write("四月.txt", Material);

        var followed = await LuoshiProgram.RunAsync("check", material, "--settings", Write("设置.json", """{ "firstPaceMonth": 6 }"""), "--json");
        var refused = await LuoshiProgram.RunAsync("check", material, "--settings", Write("错.json", """{ "firstPaceMonth": 0 }"""), "--json");

        Assert.DoesNotContain("behind-target", followed.Output, StringComparison.Ordinal);
        Assert.Equal((1, ""), (refused.ExitCode, refused.Output));
        Assert.StartsWith("settings-not-understood: 错.json：", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_without_a_month_asks_for_as_of()
    {
        var file = Write("无月份.txt", Material.Replace("（4月）", "", StringComparison.Ordinal).Replace("4月", "", StringComparison.Ordinal));

        var refused = await LuoshiProgram.RunAsync("check", file, "--json");
        var told = await LuoshiProgram.RunAsync("check", file, "--as-of", "2024-04", "--json");

        Assert.Equal(1, refused.ExitCode);
        Assert.StartsWith("period-unknown: ", refused.Error, StringComparison.Ordinal);
        Assert.Contains("--as-of 2024-04", refused.Error, StringComparison.Ordinal);
        Assert.Empty(refused.Output);
        Assert.Equal(0, told.ExitCode);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("check a.txt --as-of 四月")]
    public async Task Wrong_usage_exits_with_2(string line)
    {
        var result = await LuoshiProgram.RunAsync(line.Split(' '));

        Assert.Equal(2, result.ExitCode);
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

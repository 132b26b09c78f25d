namespace Luoshi.Tests;

public sealed class RunningTheDemo
{
    [Fact]
    public async Task The_sample_district_becomes_a_material_and_the_demo_says_where_it_lies()
    {
        var result = await LuoshiProgram.RunAsync("demo");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("9 位领导，115 项", result.Output, StringComparison.Ordinal);
        var material = result.Output.Split('\n').Single(line => line.StartsWith("已写入 ", StringComparison.Ordinal))["已写入 ".Length..].Trim();
        Assert.True(File.Exists(material));
        Directory.Delete(Path.GetDirectoryName(material)!, recursive: true);
    }
}

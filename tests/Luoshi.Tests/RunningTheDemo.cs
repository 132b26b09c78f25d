using System.Diagnostics;

namespace Luoshi.Tests;

public sealed class RunningTheDemo
{
    [Fact]
    public async Task The_first_command_puts_the_sample_district_on_the_screen_with_an_account_for_every_role()
    {
        using var demo = LuoshiProgram.Start("demo", "--urls", "http://127.0.0.1:0");
        var printed = new List<string>();

        while (await demo.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            printed.Add(line);
            if (line.Contains("http://", StringComparison.Ordinal))
            {
                break;
            }
        }

        var address = printed[^1].Split(' ').Single(word => word.StartsWith("http://", StringComparison.Ordinal));
        using var browser = new HttpClient();
        var page = await browser.GetStringAsync(address, TestContext.Current.CancellationToken);
        Process.Start("kill", ["-TERM", $"{demo.Id}"]).WaitForExit();
        await demo.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Contains("登录", page, StringComparison.Ordinal);
        Assert.Equal(0, demo.ExitCode);
        Assert.All(["督查科经办", "督查科审核", "单位填报人", "单位审签人", "分管领导", "政府主要领导", "系统管理员", "安全管理员", "审计管理员"],
            role => Assert.Contains(printed, line => line.Contains(role, StringComparison.Ordinal)));
    }
}

using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace Luoshi.Tests;

public sealed class ServingForTheFirstTime
{
    [Fact]
    public async Task It_prints_a_link_that_opens_the_set_up_and_another_one_after_a_restart()
    {
        var folder = Directory.CreateTempSubdirectory("luoshi-serve-").FullName;

        var first = await ServeAsync(folder, async link => await ReadAsync(link));
        var second = await ServeAsync(folder, async link => await ReadAsync(link));

        Assert.Contains("建立本级政府和第一批账号", first.Page, StringComparison.Ordinal);
        Assert.Contains("建立本级政府和第一批账号", second.Page, StringComparison.Ordinal);
        Assert.NotEqual(TokenOf(first.Link), TokenOf(second.Link));
        Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));
        Assert.DoesNotContain(TokenOf(second.Link), await File.ReadAllTextAsync(Path.Combine(folder, "luoshi.db"), System.Text.Encoding.Latin1, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Its_audit_is_whole_until_somebody_changes_a_row()
    {
        var folder = Directory.CreateTempSubdirectory("luoshi-audit-").FullName;
        await ServeAsync(folder, _ => Task.FromResult(""));

        var whole = await LuoshiProgram.RunAsync("audit", "verify", "--data", folder);
        await TamperAsync(folder);
        var broken = await LuoshiProgram.RunAsync("audit", "verify", "--data", folder);
        var nowhere = await LuoshiProgram.RunAsync("audit", "verify", "--data", Path.Combine(folder, "nowhere"));

        Assert.Equal((0, "本部署：1条完整"), (whole.ExitCode, whole.Output.Trim()));
        Assert.Equal((1, "本部署：第1条起断开（内容被改动），之前0条完好"), (broken.ExitCode, broken.Output.Trim()));
        Assert.Equal(1, nowhere.ExitCode);
        Assert.StartsWith("store-not-found:", nowhere.Error, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<(string Link, string Page, int ExitCode)> ServeAsync(string folder, Func<string, Task<string>> visit)
    {
        using var server = LuoshiProgram.Start("serve", "--data", folder, "--urls", "http://127.0.0.1:0");
        string? link = null;
        while (link is null && await server.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            link = line.Contains("/setup?token=", StringComparison.Ordinal) ? line : null;
        }

        var page = await visit(link!);
        Process.Start("kill", ["-TERM", $"{server.Id}"]).WaitForExit();
        await server.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (link!, page, server.ExitCode);
    }

    private static async Task<string> ReadAsync(string link)
    {
        using var browser = new HttpClient();
        return await browser.GetStringAsync(link, TestContext.Current.CancellationToken);
    }

    private static string TokenOf(string link) => link.Split("token=")[1];

    private static async Task TamperAsync(string folder)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "luoshi.db")};Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "DROP TRIGGER audit_entries_no_update; UPDATE audit_entries SET account_name = '别人';";
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}

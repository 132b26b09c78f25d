using System.CommandLine;
using Luoshi.App.Accounts;
using Luoshi.App.Data;
using Luoshi.App.Demo;
using Luoshi.Output;
using Luoshi.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Spectre.Console;

namespace Luoshi.Commands;

/// <summary>luoshi demo: the web system over the fictional sample district, with an account for every role.</summary>
internal static class DemoCommand
{
    public static Command Create()
    {
        var urls = new Option<string>("--urls") { Description = "监听地址", DefaultValueFactory = _ => "http://127.0.0.1:5080" };
        var command = new Command("demo", "用虚构的青岚区试用网页系统：上半年已入账，7月正在报送") { urls };
        command.SetAction((parsed, ct) => RunAsync(parsed.GetValue(urls)!, ct));
        return command;
    }

    private static async Task<int> RunAsync(string urls, CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("luoshi-demo-");
        try
        {
            Console.WriteLine("正在准备虚构的青岚区……");
            await using var app = await LuoshiHost.BuildAsync(DatabaseChoice.InFolder(folder.FullName), urls, new DemoClock(SeedDistrict.Day), ct, runsJobs: false,
                services => services.AddSingleton(new AccountSettings { AdministratorsNeedSecondFactor = false }));
            IReadOnlyList<DemoAccount> accounts;
            await using (var scope = app.Services.CreateAsyncScope())
            {
                accounts = await scope.ServiceProvider.GetRequiredService<SeedDistrict>().ExecuteAsync(Path.Combine(AppContext.BaseDirectory, "samples", "qinglan"), ct);
            }

            await app.StartAsync(ct);
            Print(app.Urls, accounts);
            await app.WaitForShutdownAsync(ct);
            return ExitCodes.Done;
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    private static void Print(ICollection<string> urls, IReadOnlyList<DemoAccount> accounts)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("身份", "姓名", "账号", "密码（只用于这次演示）");
        foreach (var account in accounts)
        {
            table.AddRow(account.Position.EscapeMarkup(), account.DisplayName, account.Name, account.Password.EscapeMarkup());
        }

        AnsiConsole.Write(table);
        Console.WriteLine($"演示日期 {SeedDistrict.Day:yyyy年M月d日}。请用浏览器打开 {string.Join("、", urls)} ，按 Ctrl+C 结束，演示数据随之删除。");
    }

    /// <summary>A clock that starts at a day of the sample and goes on from there.</summary>
    private sealed class DemoClock(DateTimeOffset start) : TimeProvider
    {
        private readonly TimeSpan _behind = System.GetUtcNow() - start;

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() - _behind;
    }
}

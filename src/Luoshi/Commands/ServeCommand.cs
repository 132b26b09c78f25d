using System.CommandLine;
using System.Net;
using Luoshi.App.Accounts;
using Luoshi.App.Data;
using Luoshi.Core;
using Luoshi.Output;
using Luoshi.Web;
using Luoshi.Web.Security;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Luoshi.Commands;

/// <summary>luoshi serve: the web system.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var data = new Option<string>("--data") { Description = "数据目录", DefaultValueFactory = _ => "data" };
        var urls = new Option<string>("--urls") { Description = "监听地址", DefaultValueFactory = _ => "http://127.0.0.1:5080" };
        var database = new Option<string?>("--database") { Description = "PostgreSQL 连接字符串；不写就用数据目录里的 SQLite" };
        var proxies = new Option<string[]>("--proxy") { Description = "前置代理的地址（可多个）；只信它给的来源地址", DefaultValueFactory = _ => [] };
        proxies.Validators.Add(result =>
        {
            if (result.GetValue(proxies) is { } given && Array.Find(given, one => !IPAddress.TryParse(one, out var _)) is { } wrong)
            {
                result.AddError($"--proxy 要写IP地址，看不懂“{wrong}”。");
            }
        });
        var command = new Command("serve", "启动网页系统") { data, urls, database, proxies };
        command.SetAction((parsed, ct) => RunAsync(parsed.GetValue(data)!, parsed.GetValue(urls)!, parsed.GetValue(database), [.. parsed.GetValue(proxies)!.Select(IPAddress.Parse)], ct));
        return command;
    }

    private static async Task<int> RunAsync(string data, string urls, string? connection, IReadOnlyCollection<IPAddress> proxies, CancellationToken ct)
    {
        Outcome<DatabaseChoice> choice = connection is null ? DatabaseChoice.InFolder(data) : DatabaseChoice.Postgres(connection);
        if (choice.Refusal is { } refusal)
        {
            return ExitCodes.Refuse(refusal);
        }

        Directory.CreateDirectory(data);
        await using var app = await LuoshiHost.BuildAsync(
            choice.Value with { DataFolder = data }, urls, TimeProvider.System, ct, runsJobs: true, services => services.AddKnownProxies(proxies));
        await app.StartAsync(ct);
        Console.WriteLine($"落实已启动：{string.Join("、", app.Urls)}");
        await using (var scope = app.Services.CreateAsyncScope())
        {
            if (await scope.ServiceProvider.GetRequiredService<IssueSetupLink>().ExecuteAsync(ct) is { } token)
            {
                Console.WriteLine($"还没有设置。请用浏览器打开下面的链接设置本级政府和第一批账号。链接24小时内有效，只能用一次；重新启动会给出新的链接：\n{app.Urls.First()}/setup?token={token}");
            }
        }

        await app.WaitForShutdownAsync(ct);
        return ExitCodes.Done;
    }
}

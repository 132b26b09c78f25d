using System.CommandLine;
using Luoshi.App.Data;
using Luoshi.Core;
using Luoshi.Output;
using Luoshi.Web;
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
        var command = new Command("serve", "启动网页系统") { data, urls, database };
        command.SetAction((parsed, ct) => RunAsync(parsed.GetValue(data)!, parsed.GetValue(urls)!, parsed.GetValue(database), ct));
        return command;
    }

    private static async Task<int> RunAsync(string data, string urls, string? connection, CancellationToken ct)
    {
        Outcome<DatabaseChoice> choice = connection is null ? DatabaseChoice.InFolder(data) : DatabaseChoice.Postgres(connection);
        if (choice.Refusal is { } refusal)
        {
            return ExitCodes.Refuse(refusal);
        }

        Directory.CreateDirectory(data);
        await using var app = await LuoshiHost.BuildAsync(choice.Value with { DataFolder = data }, urls, TimeProvider.System, ct, runsJobs: true);
        await app.StartAsync(ct);
        Console.WriteLine($"落实已启动：{string.Join("、", app.Urls)}");
        await app.WaitForShutdownAsync(ct);
        return ExitCodes.Done;
    }
}

using System.CommandLine;
using Luoshi.App;
using Luoshi.App.Data;
using Luoshi.Core;
using Luoshi.Output;
using Luoshi.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

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

    /// <summary>The host of the web system over a database, migrated and ready to run.</summary>
    public static async Task<WebApplication> BuildAsync(DatabaseChoice database, string urls, TimeProvider clock, CancellationToken ct)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelHttpsConfiguration().UseUrls(urls).ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);

        // Warns on every page with a form that it forbids caching, which is what we want.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error);
        builder.Services.AddSingleton(clock);
        builder.Services.AddLuoshi(database);
        builder.Services.AddLuoshiWeb();
        var app = builder.Build();
        app.UseLuoshiWeb();
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<LuoshiDb>().Database.MigrateAsync(ct);
        return app;
    }

    private static async Task<int> RunAsync(string data, string urls, string? connection, CancellationToken ct)
    {
        Outcome<DatabaseChoice> choice = connection is null ? DatabaseChoice.InFolder(data) : DatabaseChoice.Postgres(connection);
        if (choice.Refusal is { } refusal)
        {
            return ExitCodes.Refuse(refusal);
        }

        Directory.CreateDirectory(data);
        await using var app = await BuildAsync(choice.Value, urls, TimeProvider.System, ct);
        await app.StartAsync(ct);
        Console.WriteLine($"落实已启动：{string.Join("、", app.Urls)}");
        await app.WaitForShutdownAsync(ct);
        return ExitCodes.Done;
    }
}

using System.CommandLine;
using Luoshi.App;
using Luoshi.App.Auditing;
using Luoshi.App.Data;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Output;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Commands;

/// <summary>luoshi audit: the audit looked at from the machine itself, without the web system.</summary>
internal static class AuditCommand
{
    public static Command Create() => new("audit", "审计记录") { CreateVerify() };

    private static Command CreateVerify()
    {
        var data = new Option<string>("--data") { Description = "数据目录", DefaultValueFactory = _ => "data" };
        var database = new Option<string?>("--database") { Description = "PostgreSQL 连接字符串；不写就用数据目录里的 SQLite" };
        var command = new Command("verify", "逐条核对审计记录的哈希链，指出第一处断开；完整返回0，断开返回1") { data, database };
        command.SetAction((parsed, ct) => VerifyAsync(parsed.GetValue(data)!, parsed.GetValue(database), ct));
        return command;
    }

    private static async Task<int> VerifyAsync(string data, string? connection, CancellationToken ct)
    {
        var path = Path.Combine(data, "luoshi.db");
        if (connection is null && !File.Exists(path))
        {
            return ExitCodes.Refuse(new Refusal("store-not-found", $"{path}：没有这个数据库。请用 --data 写明数据目录。"));
        }

        Outcome<DatabaseChoice> choice = connection is null ? DatabaseChoice.InFolder(data) : DatabaseChoice.Postgres(connection);
        if (choice.Refusal is { } refusal)
        {
            return ExitCodes.Refuse(refusal);
        }

        await using var services = new ServiceCollection().AddLogging().AddLuoshi(choice.Value).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<LuoshiDb>().ActAs(Access.System);
        var chains = (await scope.ServiceProvider.GetRequiredService<VerifyAudit>().ExecuteAsync(ct)).Value;
        foreach (var chain in chains)
        {
            var whose = chain.GovernmentId == 0 ? "本部署" : $"政府{chain.GovernmentId}";
            Console.WriteLine(chain.Break is { } broken
                ? $"{whose}：第{chain.BrokenAt}条起断开（{broken.Name()}），之前{chain.BrokenAt - 1}条完好"
                : $"{whose}：{chain.Entries}条完整");
        }

        return chains.Any(chain => chain.Break is not null) ? ExitCodes.Refused : ExitCodes.Done;
    }
}

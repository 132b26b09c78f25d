using System.CommandLine;
using Luoshi.App;
using Luoshi.App.Data;
using Luoshi.App.Safety;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Commands;

/// <summary>--data and --database: which store a command works on.</summary>
internal sealed class StoreOptions
{
    private readonly Option<string> _data = new("--data") { Description = "数据目录", DefaultValueFactory = _ => "data" };
    private readonly Option<string?> _database = new("--database") { Description = "PostgreSQL 连接字符串；不写就用数据目录里的 SQLite" };

    public void AddTo(Command command)
    {
        command.Add(_data);
        command.Add(_database);
    }

    public DataFolder Folder(ParseResult parsed) => new(parsed.GetValue(_data)!);

    /// <summary>PostgreSQL where it was named; null for SQLite in the folder.</summary>
    public Outcome<DatabaseChoice>? Postgres(ParseResult parsed) => parsed.GetValue(_database) is { } connection ? DatabaseChoice.Postgres(connection) : null;

    public Outcome<DatabaseChoice> Choice(ParseResult parsed) => Postgres(parsed) ?? DatabaseChoice.InFolder(parsed.GetValue(_data)!);

    /// <summary>Does one piece of work on a store as the owner of the machine.</summary>
    public static async Task<T> AsOwnerAsync<T>(DatabaseChoice choice, Func<IServiceProvider, Task<T>> work)
    {
        await using var services = new ServiceCollection().AddLogging().AddLuoshi(choice).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<LuoshiDb>().ActAs(Access.System);
        return await work(scope.ServiceProvider);
    }
}

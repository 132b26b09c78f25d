using System.CommandLine;
using Luoshi.App.Safety;
using Luoshi.Output;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Commands;

/// <summary>luoshi backup --to FILE: a consistent copy, also while the system is in use.</summary>
internal static class BackupCommand
{
    public static Command Create()
    {
        var to = new Option<string>("--to") { Description = "备份文件，如 luoshi-0722.zip；不覆盖已有的文件", Required = true };
        var store = new StoreOptions();
        var command = new Command("backup", "备份全部数据，系统运行中也可以做") { to };
        store.AddTo(command);
        command.SetAction((parsed, ct) => RunAsync(store, parsed, parsed.GetRequiredValue(to), ct));
        return command;
    }

    private static async Task<int> RunAsync(StoreOptions store, ParseResult parsed, string file, CancellationToken ct)
    {
        var choice = store.Choice(parsed);
        var outcome = choice.Refusal is { } misunderstood
            ? misunderstood
            : await StoreOptions.AsOwnerAsync(choice.Value, services => services.GetRequiredService<BackUpStore>().ExecuteAsync(store.Folder(parsed), file, ct));
        if (outcome.Refusal is { } refusal)
        {
            return ExitCodes.Refuse(refusal);
        }

        var manifest = outcome.Value;
        Console.WriteLine($"已备份到 {file}：{manifest.Tables.Count}张表，{manifest.Tables.Sum(table => table.Rows)}行，{manifest.Files.Count}个文件，{new FileInfo(file).Length / 1024.0:N0} KB。");
        Console.WriteLine("文件里有口令摘要和密钥，请妥善保管。");
        foreach (var missing in manifest.Missing)
        {
            Console.Error.WriteLine($"attachment-missing: 附件 {missing} 在数据目录里没有找到，没有备份。请运行 luoshi doctor 查看是哪条报送的。");
        }

        return ExitCodes.Done;
    }
}

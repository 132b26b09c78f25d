using System.CommandLine;
using Luoshi.App.Safety;
using Luoshi.Output;

namespace Luoshi.Commands;

/// <summary>luoshi restore FILE: into an empty place of either database, so also the move from one to the other.</summary>
internal static class RestoreCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "luoshi backup 做的备份文件" };
        var store = new StoreOptions();
        var command = new Command("restore", "把备份恢复到空的目录或空的数据库，也用来在 SQLite 和 PostgreSQL 之间搬迁") { file };
        store.AddTo(command);
        command.SetAction((parsed, ct) => RunAsync(store, parsed, parsed.GetRequiredValue(file), ct));
        return command;
    }

    private static async Task<int> RunAsync(StoreOptions store, ParseResult parsed, string file, CancellationToken ct)
    {
        var postgres = store.Postgres(parsed);
        if (postgres?.Refusal is { } misunderstood)
        {
            return ExitCodes.Refuse(misunderstood);
        }

        var outcome = await RestoreBackup.ExecuteAsync(file, store.Folder(parsed), postgres?.Value, ct);
        if (outcome.Refusal is { } refusal)
        {
            return ExitCodes.Refuse(refusal);
        }

        var manifest = outcome.Value;
        Console.WriteLine($"已恢复 {manifest.MadeAt.AddHours(8):yyyy年M月d日 HH:mm} 的备份：{manifest.Tables.Count}张表，{manifest.Tables.Sum(table => table.Rows)}行，{manifest.Files.Count}个文件，逐表复核无误。");
        return ExitCodes.Done;
    }
}

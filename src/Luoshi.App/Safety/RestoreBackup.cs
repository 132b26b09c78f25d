using System.Security.Cryptography;
using Luoshi.App.Data;
using Luoshi.App.Searching;
using Luoshi.Core;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Luoshi.App.Safety;

/// <summary>
/// 恢复 — a backup into a place where nothing is yet, of either database: so it is also the move from one to the other. All of it or nothing: what
/// was written is read again and summed up before it counts.
/// </summary>
public static class RestoreBackup
{
    /// <param name="file">The archive.</param>
    /// <param name="folder">The data folder; must be absent or empty.</param>
    /// <param name="postgres">The database to fill; null for SQLite in the folder.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>What was restored; <c>target-not-empty</c>, <c>backup-not-found</c>, <c>backup-unknown</c>, <c>backup-damaged</c>, <c>backup-of-other-version</c>, <c>store-unreachable</c>.</returns>
    public static async Task<Outcome<BackupManifest>> ExecuteAsync(string file, DataFolder folder, DatabaseChoice? postgres, CancellationToken ct)
    {
        if (Directory.Exists(folder.FullPath) && Directory.EnumerateFileSystemEntries(folder.FullPath).Any())
        {
            return new Refusal("target-not-empty", $"{folder.FullPath} 里已有文件，没有恢复。请指定一个新目录，确认无误后再替换。");
        }

        var opened = await BackupArchive.OpenAsync(file, ct);
        if (opened.Refusal is { } unusable)
        {
            return unusable;
        }

        await using var archive = opened.Value;

        // Filled beside its place and moved there when it is whole.
        var beside = $"{folder.FullPath.TrimEnd(Path.DirectorySeparatorChar)}.restoring-{Guid.NewGuid():N}";
        try
        {
            Directory.CreateDirectory(beside);
            await UnpackFilesAsync(archive, beside, ct);
            if (await FillAsync(archive, postgres ?? DatabaseChoice.InFolder(beside), new DataFolder(beside), ct) is { } refusal)
            {
                return refusal;
            }

            SqliteConnection.ClearAllPools();
            if (Directory.Exists(folder.FullPath))
            {
                Directory.Delete(folder.FullPath);
            }

            Directory.Move(beside, folder.FullPath);
            return archive.Manifest;
        }
        finally
        {
            if (Directory.Exists(beside))
            {
                SqliteConnection.ClearAllPools();
                Directory.Delete(beside, recursive: true);
            }
        }
    }

    private static async Task UnpackFilesAsync(BackupArchive archive, string folder, CancellationToken ct)
    {
        var root = folder + Path.DirectorySeparatorChar;
        foreach (var file in archive.Manifest.Files)
        {
            var path = Path.GetFullPath(Path.Combine(folder, file.Path));
            if (!path.StartsWith(root, StringComparison.Ordinal))
            {
                throw new InvalidDataException("A file of the backup would lie outside its folder.");
            }

            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await using var input = await archive.OpenEntryAsync(file.Entry, ct);
            await using var output = new FileStream(path, FileMode.CreateNew);
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            await BackupSeal.CopyAsync(input, output, hash, ct);
            output.Flush(flushToDisk: true);
        }
    }

    private static async Task<Refusal?> FillAsync(BackupArchive archive, DatabaseChoice choice, DataFolder folder, CancellationToken ct)
    {
        await using var services = new ServiceCollection().AddLogging().AddLuoshi(choice).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<LuoshiDb>();
        var tables = StoreTables.Of(db).Tables;
        if (Incompatible(archive.Manifest, db, tables) is { } other)
        {
            return other;
        }

        if (choice.IsPostgres)
        {
            if (!await db.Database.CanConnectAsync(ct))
            {
                return new Refusal("store-unreachable", "连接不上 PostgreSQL，请检查数据库是否已启动、是否已建库、连接字符串是否正确。");
            }

            if (await OccupiedAsync(db, ct) is { } occupied)
            {
                return occupied;
            }
        }

        await db.Database.MigrateAsync(ct);
        await db.Database.OpenConnectionAsync(ct);
        var connection = db.Database.GetDbConnection();
        if (!choice.IsPostgres)
        {
            // A row may refer to one that comes after it; all are checked at the end.
            await ExecuteAsync("PRAGMA foreign_keys = OFF");
        }

        await using var transaction = await connection.BeginTransactionAsync(ct);
        foreach (var table in tables)
        {
            var expected = archive.Manifest.Tables.Single(known => known.Name == table.Name);
            await using (var input = await archive.OpenEntryAsync(expected.Entry, ct))
            {
                await TableRows.LoadAsync(connection, transaction, table, input, ct);
            }

            var sum = await TableRows.WriteAsync(connection, table, null, ct);
            if (sum != new TableSum(expected.Rows, expected.Sha256))
            {
                return new Refusal("backup-not-restored", $"写入后复核不符，已全部撤销。位置：表 {table.Name}，应有{expected.Rows}行，读回{sum.Rows}行。");
            }
        }

        if (!choice.IsPostgres && await BrokenReferenceAsync() is { } table1)
        {
            return new Refusal("backup-not-restored", $"备份里有指向不存在的行的引用，已全部撤销。位置：表 {table1}。");
        }

        await db.Database.UseTransactionAsync(transaction, ct);
        db.ActAs(Core.Accounts.Access.System);
        await CarriedKeys.MoveAsync(db, choice, folder, ct);

        // What is derived and kept outside the model is in no backup.
        if ((await scope.ServiceProvider.GetRequiredService<ReindexTexts>().ExecuteAsync(ct)).Refusal is { } unindexed)
        {
            return unindexed;
        }

        await transaction.CommitAsync(ct);
        if (!choice.IsPostgres)
        {
            await ExecuteAsync("PRAGMA foreign_keys = ON");
        }

        return null;

        async Task ExecuteAsync(string sql)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            await command.ExecuteNonQueryAsync(ct);
        }

        async Task<string?> BrokenReferenceAsync()
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "SELECT \"table\" FROM pragma_foreign_key_check LIMIT 1";
            return (string?)await command.ExecuteScalarAsync(ct);
        }
    }

    private static Refusal? Incompatible(BackupManifest manifest, LuoshiDb db, IReadOnlyList<StoreTable> tables)
    {
        var newest = StoreSchema.Newest(db);
        if (manifest.Schema != newest)
        {
            return new Refusal(
                "backup-of-other-version",
                $"备份的数据版本是 {manifest.Schema}，这个程序是 {newest}。请用做备份的那个版本（{manifest.Program}）恢复，再用新版本启动升级。");
        }

        var differing = tables.FirstOrDefault(table => manifest.Tables.FirstOrDefault(known => known.Name == table.Name)?.Columns.SequenceEqual(table.Columns.Select(column => column.Name)) != true)?.Name
            ?? manifest.Tables.FirstOrDefault(known => tables.All(table => table.Name != known.Name))?.Name;
        return differing is null ? null : new Refusal("backup-of-other-version", $"备份的表 {differing} 与这个程序的不一样，没有恢复。请用做备份的那个版本的程序（{manifest.Program}）。");
    }

    private static async Task<Refusal?> OccupiedAsync(LuoshiDb db, CancellationToken ct)
    {
        var there = await db.Database.SqlQueryRaw<string>("SELECT tablename AS \"Value\" FROM pg_tables WHERE schemaname = current_schema() AND tablename <> '__EFMigrationsHistory' ORDER BY tablename").ToListAsync(ct);
        if (there.Count > 0 && !(await db.Database.GetAppliedMigrationsAsync(ct)).Any())
        {
            return new Refusal("target-not-empty", $"目标数据库里已有别的表（{there[0]}），没有恢复。请新建一个空数据库。");
        }

        foreach (var table in there)
        {
            var command = $"SELECT 1 AS \"Value\" FROM {new NpgsqlCommandBuilder().QuoteIdentifier(table)} LIMIT 1";
            if (await db.Database.SqlQueryRaw<int>(command).AnyAsync(ct))
            {
                return new Refusal("target-not-empty", $"目标数据库里已有数据（表 {table}），没有恢复。请新建一个空数据库。");
            }
        }

        return null;
    }
}

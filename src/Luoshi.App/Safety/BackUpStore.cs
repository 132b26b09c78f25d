using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using Luoshi.App.Data;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Safety;

/// <summary>
/// 备份 — one archive of everything as it was at one moment, made while others read and write. The same archive from either database.
/// </summary>
public sealed class BackUpStore(LuoshiDb db, DatabaseChoice choice, TimeProvider clock)
{
    /// <summary>Writes the archive beside its place and moves it there when it is whole: there is never half a backup under that name.</summary>
    /// <returns>What it holds; <c>forbidden</c>, <c>file-exists</c>, <c>folder-not-found</c>, or why the store cannot be read.</returns>
    public async Task<Outcome<BackupManifest>> ExecuteAsync(DataFolder folder, string file, CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.BackUp) is { } forbidden)
        {
            return forbidden;
        }

        var target = Path.GetFullPath(file);
        if (File.Exists(target) || Directory.Exists(target))
        {
            return new Refusal("file-exists", $"{file} 已经存在。备份不覆盖已有的文件，请换一个名字。");
        }

        if (!Directory.Exists(Path.GetDirectoryName(target)))
        {
            return new Refusal("folder-not-found", $"{Path.GetDirectoryName(target)} 不存在，请先建好目录。");
        }

        if (await StoreSchema.RefuseAsync(db, choice, ct) is { } unusable)
        {
            return unusable;
        }

        var part = $"{target}.{Guid.NewGuid():N}.part";
        try
        {
            var manifest = await WriteAsync(folder, part, ct);
            File.Move(part, target, overwrite: false);
            return manifest;
        }
        finally
        {
            File.Delete(part);
        }
    }

    private async Task<BackupManifest> WriteAsync(DataFolder folder, string part, CancellationToken ct)
    {
        // Password hashes and keys are in it: for the owner's eyes.
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, BufferSize = 1 << 16 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using var output = new FileStream(part, options);
        BackupManifest manifest;
        await using (var archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            archive.Comment = BackupSeal.Blank;
            var tables = new List<BackupTable>();
            var hashes = new List<string>();
            await using (var snapshot = await Snapshot.OpenAsync(db, ct))
            {
                foreach (var table in StoreTables.Of(db).Tables)
                {
                    var columns = table.Columns.Select(column => column.Name).ToList();
                    await using var entry = await EntryAsync(archive, new BackupTable(table.Name, columns, 0, "").Entry, ct);
                    var sum = await TableRows.WriteAsync(snapshot.Connection, table, entry, ct);
                    tables.Add(new BackupTable(table.Name, columns, sum.Rows, sum.Sha256));
                }

                await foreach (var hash in db.Attachments.Select(attachment => attachment.ContentHash).Distinct().OrderBy(hash => hash).AsAsyncEnumerable().WithCancellation(ct))
                {
                    hashes.Add(hash);
                }
            }

            // Content is written before the row that names it and never changed: what the rows name is there, whatever came since.
            var (files, missing) = await FilesAsync(archive, folder, hashes, ct);
            manifest = new BackupManifest
            {
                Format = BackupManifest.Kind,
                Version = BackupManifest.CurrentVersion,
                Program = typeof(BackUpStore).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion,
                MadeAt = clock.GetUtcNow().UtcDateTime,
                Schema = StoreSchema.Newest(db),
                Tables = tables,
                Files = files,
                Missing = missing,
            };
            await using var last = await EntryAsync(archive, "manifest.json", ct);
            await JsonSerializer.SerializeAsync(last, manifest, BackupJson.Options, ct);
        }

        await BackupSeal.SetAsync(output, ct);
        output.Flush(flushToDisk: true);
        return manifest;
    }

    private static async Task<(List<BackupFile> Files, List<string> Missing)> FilesAsync(ZipArchive archive, DataFolder folder, List<string> hashes, CancellationToken ct)
    {
        var files = new List<BackupFile>();
        var missing = new List<string>();
        var keys = Directory.Exists(folder.Keys) ? Directory.GetFiles(folder.Keys).Order(StringComparer.Ordinal).Select(key => $"keys/{Path.GetFileName(key)}") : [];
        foreach (var path in hashes.Select(DataFolder.RelativeAttachmentPath).Concat(keys))
        {
            var source = Path.Combine(folder.FullPath, path);
            if (!File.Exists(source))
            {
                missing.Add(path);
                continue;
            }

            await using var input = File.OpenRead(source);
            await using var entry = await EntryAsync(archive, new BackupFile(path, 0, "").Entry, ct);
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var size = await BackupSeal.CopyAsync(input, entry, hash, ct);
            files.Add(new BackupFile(path, size, Convert.ToHexStringLower(hash.GetHashAndReset())));
        }

        return (files, missing);
    }

    private static async Task<Stream> EntryAsync(ZipArchive archive, string name, CancellationToken ct) =>
        await archive.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(ct);
}

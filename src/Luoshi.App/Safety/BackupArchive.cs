using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Luoshi.Core;

namespace Luoshi.App.Safety;

/// <summary>A backup that is read. Everything in it has been checked against its manifest before anything of it is used.</summary>
internal sealed class BackupArchive : IAsyncDisposable
{
    private readonly FileStream _file;
    private readonly ZipArchive _archive;

    private BackupArchive(FileStream file, ZipArchive archive, BackupManifest manifest) => (_file, _archive, Manifest) = (file, archive, manifest);

    public BackupManifest Manifest { get; }

    /// <returns>The archive; <c>backup-not-found</c>, <c>backup-unknown</c> or <c>backup-damaged</c> with the place.</returns>
    public static async Task<Outcome<BackupArchive>> OpenAsync(string file, CancellationToken ct)
    {
        if (!File.Exists(file))
        {
            return new Refusal("backup-not-found", $"没有找到备份文件 {file}。");
        }

        var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        ZipArchive? archive = null;
        try
        {
            var sealHolds = await BackupSeal.HoldsAsync(stream, ct);
            stream.Position = 0;
            archive = await ZipArchive.CreateAsync(stream, ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null, ct);
            var manifest = await ManifestAsync(archive, ct);
            if (manifest.Refusal is { } unreadable)
            {
                return await GiveUpAsync(unreadable);
            }

            if (await DamageAsync(archive, manifest.Value, ct) is { } damage)
            {
                return await GiveUpAsync(damage);
            }

            // Every entry is whole: what changed lies between them.
            return sealHolds
                ? new BackupArchive(stream, archive, manifest.Value)
                : await GiveUpAsync(Damaged("文件结构", "整个文件的校验值不符"));
        }
        catch (InvalidDataException)
        {
            return await GiveUpAsync(Damaged("文件结构", "不是完整的备份，可能被截断"));
        }

        async Task<Outcome<BackupArchive>> GiveUpAsync(Refusal refusal)
        {
            archive?.Dispose();
            await stream.DisposeAsync();
            return refusal;
        }
    }

    /// <summary>The bytes of an entry that the manifest names.</summary>
    public Task<Stream> OpenEntryAsync(string name, CancellationToken ct) => _archive.GetEntry(name)!.OpenAsync(ct);

    public async ValueTask DisposeAsync()
    {
        await _archive.DisposeAsync();
        await _file.DisposeAsync();
    }

    private static async Task<Outcome<BackupManifest>> ManifestAsync(ZipArchive archive, CancellationToken ct)
    {
        if (archive.GetEntry("manifest.json") is not { } entry)
        {
            return new Refusal("backup-unknown", "这不是落实的备份文件：里面没有清单 manifest.json。");
        }

        try
        {
            await using var stream = await entry.OpenAsync(ct);
            var manifest = await JsonSerializer.DeserializeAsync<BackupManifest>(stream, BackupJson.Options, ct);
            return manifest is not { Format: BackupManifest.Kind } ? new Refusal("backup-unknown", "这不是落实的备份文件：清单 manifest.json 不是本程序写的。")
                : manifest.Version != BackupManifest.CurrentVersion ? new Refusal("backup-unknown", $"备份的格式版本是{manifest.Version}，这个程序只认{BackupManifest.CurrentVersion}。")
                : manifest;
        }
        catch (Exception error) when (error is JsonException or InvalidDataException)
        {
            return Damaged("manifest.json", "读不出来");
        }
    }

    private static async Task<Refusal?> DamageAsync(ZipArchive archive, BackupManifest manifest, CancellationToken ct)
    {
        var expected = manifest.Tables.Select(table => (table.Entry, table.Sha256)).Concat(manifest.Files.Select(file => (file.Entry, file.Sha256))).ToList();
        if (archive.Entries.Select(entry => entry.FullName).Except(expected.Select(entry => entry.Entry)).FirstOrDefault(name => name != "manifest.json") is { } unlisted)
        {
            return Damaged(unlisted, "清单里没有这一项");
        }

        foreach (var (name, sha256) in expected)
        {
            if (archive.GetEntry(name) is not { } entry)
            {
                return Damaged(name, "清单里有，文件里没有");
            }

            try
            {
                await using var stream = await entry.OpenAsync(ct);
                using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
                await BackupSeal.CopyAsync(stream, null, hash, ct);
                if (Convert.ToHexStringLower(hash.GetHashAndReset()) != sha256)
                {
                    return Damaged(name, "内容与清单的校验值不符");
                }
            }
            catch (InvalidDataException)
            {
                return Damaged(name, "解压不了");
            }
        }

        return null;
    }

    private static Refusal Damaged(string place, string how) => new("backup-damaged", $"备份已损坏，没有恢复任何数据。位置：{place}（{how}）。请换另一份备份。");
}

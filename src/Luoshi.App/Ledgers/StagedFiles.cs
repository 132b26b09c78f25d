using System.Security.Cryptography;
using Luoshi.App.Data;
using Luoshi.Core;
using Luoshi.Documents.Reading;
using Microsoft.Data.Sqlite;

namespace Luoshi.App.Ledgers;

/// <summary>A file that waits for its confirmation: the hash of its content and the name that it came with.</summary>
public sealed record StagedFile(string Hash, string Name);

/// <summary>
/// Uploads between preview and confirmation: on disk by content hash, each person's apart, gone after a day. Nothing of them is in memory, in a
/// session or in the store.
/// </summary>
public sealed class StagedFiles(DatabaseChoice database, TimeProvider clock)
{
    private static readonly TimeSpan s_kept = TimeSpan.FromDays(1);

    private readonly string _root = Path.Combine(FolderOf(database), "staged");

    /// <returns>The file as it can be asked for again; <c>file-too-large</c>, <c>empty-file</c>.</returns>
    public async Task<Outcome<StagedFile>> KeepAsync(Guid account, string name, Stream content, long length, CancellationToken ct)
    {
        if (length > ReadLimits.Upload.FileBytes)
        {
            return DocumentReader.TooLarge(ReadLimits.Upload);
        }

        if (length == 0)
        {
            return new Refusal("empty-file", $"{name}：文件是空的。");
        }

        Sweep();
        var bytes = new byte[length];
        await content.ReadExactlyAsync(bytes, ct);
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var path = PathOf(account, hash);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);

        // Written aside and moved into place: a reader never sees half a file.
        var aside = $"{path}.{Guid.NewGuid():N}";
        await File.WriteAllBytesAsync(aside, bytes, ct);
        File.Move(aside, path, overwrite: true);
        File.SetLastWriteTimeUtc(path, clock.GetUtcNow().UtcDateTime);
        return new StagedFile(hash, Path.GetFileName(name));
    }

    /// <returns>The content; <c>staged-gone</c> when it was swept, or is somebody else's.</returns>
    public async Task<Outcome<byte[]>> ReadAsync(Guid account, StagedFile file, CancellationToken ct) =>
        file.Hash.Length == 64 && file.Hash.All(char.IsAsciiHexDigitLower) && File.Exists(PathOf(account, file.Hash))
            ? await File.ReadAllBytesAsync(PathOf(account, file.Hash), ct)
            : new Refusal("staged-gone", $"{file.Name}：上传的文件已过期，请重新上传。");

    private void Sweep()
    {
        if (!Directory.Exists(_root))
        {
            return;
        }

        var oldest = clock.GetUtcNow().UtcDateTime - s_kept;
        foreach (var path in Directory.EnumerateFiles(_root, "*", SearchOption.AllDirectories).Where(path => File.GetLastWriteTimeUtc(path) < oldest))
        {
            File.Delete(path);
        }
    }

    private string PathOf(Guid account, string hash) => Path.Combine(_root, account.ToString("N"), hash);

    private static string FolderOf(DatabaseChoice database) => database.IsPostgres
        ? Path.Combine(Path.GetTempPath(), "luoshi")
        : Path.GetDirectoryName(Path.GetFullPath(new SqliteConnectionStringBuilder(database.Connection).DataSource))!;
}

using System.Security.Cryptography;
using Luoshi.App.Data;

namespace Luoshi.App.Reporting;

/// <summary>
/// 附件库 — the content of attachments, each under the hash of its bytes in <c>attachments/ab/…</c> of the data folder, outside any web root. The same
/// bytes are kept once; what is kept never changes.
/// </summary>
public sealed class AttachmentStore(DatabaseChoice choice)
{
    private readonly string _root = Path.Combine(choice.DataFolder, "attachments");

    /// <returns>The hash: SHA-256 in hexadecimal.</returns>
    public async Task<string> KeepAsync(ReadOnlyMemory<byte> content, CancellationToken ct)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(content.Span));
        var path = PathOf(hash);
        if (File.Exists(path))
        {
            return hash;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var draft = $"{path}.{Guid.NewGuid():N}";
        try
        {
            // Written through and then renamed: there is never half a file under a hash.
            await using (var file = new FileStream(draft, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous | FileOptions.WriteThrough }))
            {
                await file.WriteAsync(content, ct);
            }

            File.Move(draft, path, overwrite: true);
        }
        finally
        {
            File.Delete(draft);
        }

        return hash;
    }

    /// <returns>The content, to be disposed by the caller; null when it is gone from the disk.</returns>
    public Stream? Open(string hash) => File.Exists(PathOf(hash)) ? new FileStream(PathOf(hash), FileMode.Open, FileAccess.Read, FileShare.Read) : null;

    private string PathOf(string hash) => Path.Combine(_root, hash[..2], hash);
}

using System.Security.Cryptography;
using Luoshi.App.Data;
using Luoshi.Core;
using Luoshi.Documents.Reading;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Ledgers;

/// <summary>A file that waits for its confirmation: the hash of its content and the name that it came with.</summary>
public sealed record StagedFile(string Hash, string Name);

/// <summary>
/// Uploads between preview and confirmation: in the store, each person's apart, gone after a day. The confirmation may come to another node than the
/// upload did.
/// </summary>
public sealed class StagedFiles(LuoshiDb db, TimeProvider clock)
{
    /// <summary>How many of a person wait at once; a year's documents are three.</summary>
    public const int Most = 12;

    internal static readonly TimeSpan Kept = TimeSpan.FromDays(1);

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

        var bytes = new byte[length];
        await content.ReadExactlyAsync(bytes, ct);
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var now = clock.GetUtcNow().UtcDateTime;
        await MakeRoomAsync(account, hash, now, ct);
        db.Add(new StagedUpload { GovernmentId = db.Access.GovernmentId, AccountId = account, Hash = hash, Content = bytes, At = now });

        // Somebody who presses twice has the same file there already.
        _ = await db.TrySaveAsync(ct);
        db.ChangeTracker.Clear();
        return new StagedFile(hash, Path.GetFileName(name));
    }

    /// <returns>The content; <c>staged-gone</c> when it was swept, or is somebody else's.</returns>
    public async Task<Outcome<byte[]>> ReadAsync(Guid account, StagedFile file, CancellationToken ct)
    {
        var oldest = clock.GetUtcNow().UtcDateTime - Kept;
        return await Of(account).Where(upload => upload.Hash == file.Hash && upload.At >= oldest).Select(upload => upload.Content).SingleOrDefaultAsync(ct) is { } content
            ? content
            : new Refusal("staged-gone", $"{file.Name}：上传的文件已过期，请重新上传。");
    }

    private async Task MakeRoomAsync(Guid account, string hash, DateTime now, CancellationToken ct)
    {
        var oldest = now - Kept;
        using var turn = await db.EnterAsync(ct);
        await Of(account).Where(upload => upload.At < oldest || upload.Hash == hash).ExecuteDeleteAsync(ct);
        var over = await Of(account).OrderByDescending(upload => upload.At).ThenBy(upload => upload.Hash).Skip(Most - 1).Take(Most).Select(upload => upload.Hash).ToListAsync(ct);
        await Of(account).Where(upload => over.Contains(upload.Hash)).ExecuteDeleteAsync(ct);
    }

    private IQueryable<StagedUpload> Of(Guid account) => db.StagedUploads.Where(upload => upload.AccountId == account);
}

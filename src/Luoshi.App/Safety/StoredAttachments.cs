using System.Security.Cryptography;
using Luoshi.App.Data;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Safety;

/// <summary>Whether the content of every attachment is there, and is what was handed in.</summary>
internal static class StoredAttachments
{
    public static async Task<IReadOnlyList<Finding>> ExamineAsync(LuoshiDb db, DataFolder folder, CancellationToken ct)
    {
        var findings = new List<Finding>();
        var rows = db.Attachments.AsNoTracking().OrderBy(file => file.ContentHash).ThenBy(file => file.Id).Select(file => new { file.Id, file.ReportId, file.ContentHash, file.Size });
        (string? Hash, string? Fault) last = default;
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(ct))
        {
            if (findings.Count == Examined.Most)
            {
                break;
            }

            // Rows that share a content stand together: it is read once.
            last = last.Hash == row.ContentHash ? last : (row.ContentHash, await FaultAsync(folder.AttachmentPath(row.ContentHash), row.ContentHash, row.Size, ct));
            if (last.Fault is { } fault)
            {
                findings.Add(new Finding("attachment-damaged", $"attachments {row.Id}（报送 {row.ReportId}）", fault));
            }
        }

        return findings;
    }

    private static async Task<string?> FaultAsync(string path, string contentHash, long size, CancellationToken ct)
    {
        if (!File.Exists(path))
        {
            return "附件的文件不见了。请从备份里找回，放到数据目录的 attachments 下。";
        }

        await using var file = File.OpenRead(path);
        return file.Length == size && Convert.ToHexStringLower(await SHA256.HashDataAsync(file, ct)) == contentHash ? null : "附件的文件与报送时的不一样。请从备份里找回。";
    }
}

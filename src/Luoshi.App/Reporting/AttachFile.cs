using Luoshi.App.Data;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Reporting;
using Luoshi.Documents.Reading;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Reporting;

/// <summary>添加佐证材料 to a return that lies with the unit; a draft is begun where there is none.</summary>
public sealed class AttachFile(LuoshiDb db, AttachmentStore store, TimeProvider clock)
{
    /// <summary>Of one return.</summary>
    public const int MostFiles = 20;

    private const int LongestName = 120;

    /// <returns>
    /// The attachment; <c>forbidden</c>, <c>due-item-not-found</c>, <c>report-not-editable</c>, <c>too-many-files</c>, <c>changed-meanwhile</c>, or what
    /// <see cref="EvidenceFiles.Detect"/> refuses.
    /// </returns>
    public async Task<Outcome<Attachment>> ExecuteAsync(Guid dueItemId, string name, ReadOnlyMemory<byte> content, CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.FillReport) is { } forbidden)
        {
            return forbidden;
        }

        var version = await db.ProgressReports.Where(report => report.DueItemId == dueItemId).Select(report => report.Version).SingleOrDefaultAsync(ct);
        var found = await ReportOf.LoadAsync(db, dueItemId, version, ct);
        if (found.Refusal is { } missing)
        {
            return missing;
        }

        var report = found.Value;
        if (ReturnTransitions.Next(report.Status, ReturnAction.Save, unitSignsOff: false).Refusal is { } refusal)
        {
            return refusal;
        }

        var kind = EvidenceFiles.Detect(content, ReadLimits.Upload);
        if (kind.Refusal is { } unaccepted)
        {
            return unaccepted;
        }

        if (await db.Attachments.CountAsync(file => file.ReportId == report.Id, ct) >= MostFiles)
        {
            return new Refusal("too-many-files", $"一项最多附{MostFiles}个文件。请合并，或先删去不用的。");
        }

        var attachment = new Attachment
        {
            GovernmentId = report.GovernmentId,
            TaskId = report.TaskId,
            ReportId = report.Id,
            UnitId = report.UnitId,
            PostId = report.PostId,
            Name = NameOf(name, kind.Value),
            ContentHash = await store.KeepAsync(content, ct),
            Size = content.Length,
            AddedBy = db.Access.AccountId!.Value,
            AddedAt = clock.GetUtcNow().UtcDateTime,
        };
        db.Add(attachment);
        db.Record("file-attached", nameof(Attachment), attachment.Id, attachment.Name);
        return await db.TrySaveAsync(ct) is { } changed ? changed : attachment;
    }

    /// <summary>The name without any folder and with the extension that fits what the file is.</summary>
    private static string NameOf(string name, string extension)
    {
        var own = new string([.. name[(name.LastIndexOfAny(['/', '\\']) + 1)..].Where(letter => !char.IsControl(letter) && "<>:\"|?*".IndexOf(letter, StringComparison.Ordinal) < 0)]).Trim();
        var bare = Path.GetFileNameWithoutExtension(own).Trim(' ', '.');
        return (bare.Length == 0 ? "附件" : bare[..Math.Min(bare.Length, LongestName)]) + extension;
    }
}

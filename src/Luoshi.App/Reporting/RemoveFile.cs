using Luoshi.App.Data;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Reporting;

/// <summary>删去佐证材料 of a return that lies with the unit. Its content stays in the store: another return, or the audit, may name it.</summary>
public sealed class RemoveFile(LuoshiDb db)
{
    /// <returns>Null when it is removed; <c>forbidden</c>, <c>attachment-not-found</c>, <c>report-not-editable</c>, <c>changed-meanwhile</c>.</returns>
    public async Task<Refusal?> ExecuteAsync(Guid attachmentId, CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.FillReport) is { } forbidden)
        {
            return forbidden;
        }

        var attachment = await db.Attachments.SingleOrDefaultAsync(file => file.Id == attachmentId, ct);
        if (attachment is null)
        {
            return new Refusal("attachment-not-found", "没有找到这个文件，可能已经删去。");
        }

        var status = await db.ProgressReports.Where(report => report.Id == attachment.ReportId).Select(report => report.Status).SingleAsync(ct);
        if (ReturnTransitions.Next(status, ReturnAction.Save, unitSignsOff: false).Refusal is { } refusal)
        {
            return refusal;
        }

        db.Remove(attachment);
        db.Record("file-removed", nameof(Attachment), attachment.Id, attachment.Name);
        return await db.TrySaveAsync(ct);
    }
}

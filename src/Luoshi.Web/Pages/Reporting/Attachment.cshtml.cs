using Luoshi.App.Data;
using Luoshi.App.Reporting;
using Luoshi.Core.Accounts;
using Luoshi.Core.Reporting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Pages.Reporting;

/// <summary>Hands out an attachment to whoever may see its return, to be saved and never shown in the page; says what became of one that was deleted.</summary>
public sealed class AttachmentModel(LuoshiDb db, AttachmentStore store) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        var file = await db.Attachments.AsNoTracking().SingleOrDefaultAsync(file => file.Id == id, ct);
        return file is null ? await RemovedAsync(id, ct) is { } gone ? gone.Answer(this) : NotFound()
            : store.Open(file.ContentHash) is { } content ? File(content, "application/octet-stream", file.Name)
            : new Gone("文件不在了", $"“{file.Name}”的记录还在，文件的内容已经找不到，请告诉管理员。", "看这项工作", $"/tasks/{file.TaskId}").Answer(this);
    }

    // The row is gone; the audit holds it as it was, with the unit and the post whose it was.
    private async Task<Gone?> RemovedAsync(Guid id, CancellationToken ct)
    {
        var removed = await db.AuditEntries.AsNoTracking().Where(entry => entry.SubjectId == id && entry.Subject == nameof(Attachment) && entry.Action == "file-removed")
            .Select(entry => new { entry.At, entry.Reason, entry.Changes }).FirstOrDefaultAsync(ct);
        var mine = db.Access.Scope switch
        {
            Scope.Government or Scope.Everything => true,
            Scope.Unit => Holds(removed?.Changes, db.Access.UnitId),
            Scope.Post => Holds(removed?.Changes, db.Access.PostId),
            Scope.None => false,
        };
        return removed is null || !mine ? null
            : new Gone("文件已删除", $"“{removed.Reason}”已于{Marks.Moment(removed.At)}由单位删去。要看的话，请单位重新上传。", "看重点工作", "/tasks");
    }

    private static bool Holds(string? changes, Guid? id) => id is { } of && changes?.Contains(of.ToString("N"), StringComparison.OrdinalIgnoreCase) == true;
}

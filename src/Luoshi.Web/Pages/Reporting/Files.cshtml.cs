using Luoshi.App.Data;
using Luoshi.App.Reporting;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Reporting;
using Luoshi.Documents.Reading;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Pages.Reporting;

/// <summary>佐证材料 of one item.</summary>
[RequestSizeLimit(22_000_000)]
public sealed class FilesModel(LuoshiDb db, AttachFile attach, RemoveFile remove) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid DueItemId { get; set; }

    public string Task { get; private set; } = "";

    public bool IsOpen { get; private set; }

    public IReadOnlyList<Attachment> Files { get; private set; } = [];

    public Refusal? Refusal { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.FillReport) is not null)
        {
            return Forbid();
        }

        var task = await db.DueItems.Where(item => item.Id == DueItemId).Join(db.TasksAsked, item => item.TaskId, task => task.Id, (_, task) => task.Content).SingleOrDefaultAsync(ct);
        if (task is null)
        {
            return NotFound();
        }

        Task = task;
        var report = await db.ProgressReports.AsNoTracking().SingleOrDefaultAsync(report => report.DueItemId == DueItemId, ct);
        IsOpen = report?.Status is null or ReturnStatus.Draft or ReturnStatus.Returned;
        Files = report is null ? [] : await db.Attachments.AsNoTracking().Where(file => file.ReportId == report.Id).OrderBy(file => file.Id).Take(AttachFile.MostFiles).ToListAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken ct)
    {
        if (file is null or { Length: 0 })
        {
            return await ShowAsync(new Refusal("file-missing", "请先选择要上传的文件。"), ct);
        }

        if (file.Length > ReadLimits.Upload.FileBytes)
        {
            return await ShowAsync(DocumentReader.TooLarge(ReadLimits.Upload), ct);
        }

        var bytes = new byte[file.Length];
        await using (var stream = file.OpenReadStream())
        {
            await stream.ReadExactlyAsync(bytes, ct);
        }

        var outcome = await attach.ExecuteAsync(DueItemId, file.FileName, bytes, ct);
        return outcome.Refusal is { } refusal ? await ShowAsync(refusal, ct) : Done($"已添加“{outcome.Value.Name}”。");
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, CancellationToken ct) =>
        await remove.ExecuteAsync(id, ct) is { } refusal ? await ShowAsync(refusal, ct) : Done("已删去。");

    private RedirectResult Done(string notice)
    {
        TempData["Notice"] = notice;
        return Redirect($"/reporting/{DueItemId}/files");
    }

    private async Task<IActionResult> ShowAsync(Refusal refusal, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        Refusal = refusal;
        return refusal.Code == "forbidden" ? Forbid() : await OnGetAsync(ct);
    }
}

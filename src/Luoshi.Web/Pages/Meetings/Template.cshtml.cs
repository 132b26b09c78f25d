using Luoshi.App.Data;
using Luoshi.App.Meetings;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Documents.Reading;
using Luoshi.Documents.Writing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Pages.Meetings;

/// <summary>材料模板 — the office's own Word document for its materials.</summary>
public sealed class TemplateModel(LuoshiDb db, KeepTemplate keep) : PageModel
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>What new materials are printed on; null for the shipped one.</summary>
    public TemplateRow? Standing { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.CompileMaterial) is not null)
        {
            return Forbid();
        }

        Standing = await db.OfficeTemplates.Where(template => template.EndedAt == null).OrderByDescending(template => template.Id)
            .Select(template => new TemplateRow(template.Name, template.AddedAt)).FirstOrDefaultAsync(ct);
        return Page();
    }

    /// <summary>The template in use, to be changed and handed in again.</summary>
    public async Task<IActionResult> OnGetFileAsync(CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.CompileMaterial) is not null)
        {
            return Forbid();
        }

        var own = await db.OfficeTemplates.Where(template => template.EndedAt == null).OrderByDescending(template => template.Id).Select(template => template.Content).FirstOrDefaultAsync(ct);
        return File(own ?? DefaultTemplate.Write(new MaterialLook()), Word, "材料模板.docx");
    }

    public async Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken ct)
    {
        if (file is null)
        {
            ModelState.Refuse("file", new Refusal("file-missing", "请选择一个 Word 模板。"));
            return await OnGetAsync(ct);
        }

        var refusal = file.Length > ReadLimits.Upload.FileBytes ? DocumentReader.TooLarge(ReadLimits.Upload) : null;
        if (refusal is null)
        {
            using var content = new MemoryStream();
            await file.CopyToAsync(content, ct);
            refusal = (await keep.ExecuteAsync(file.FileName, content.ToArray(), ct)).Refusal;
        }

        if (refusal is null)
        {
            TempData["Notice"] = "模板已启用，从下一次汇编起使用。";
            return RedirectToPage();
        }

        ModelState.Refuse("file", refusal);
        return refusal.Code == "forbidden" ? Forbid() : await OnGetAsync(ct);
    }

    public async Task<IActionResult> OnPostEndAsync(CancellationToken ct)
    {
        var refusal = await keep.EndAsync(ct);
        if (refusal is { Code: "forbidden" })
        {
            return Forbid();
        }

        TempData["Notice"] = refusal?.Message ?? "已恢复自带的模板，从下一次汇编起使用。";
        return RedirectToPage();
    }
}

/// <summary>A template by its name and day.</summary>
public sealed record TemplateRow(string Name, DateTime AddedAt);

using Luoshi.App.Data;
using Luoshi.App.Supervision;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Supervision;
using Luoshi.Documents.Writing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Pages.Supervision;

/// <summary>One circular: to finish while it is a draft, to read when it is issued, to download at any time.</summary>
public sealed class CircularModel(LuoshiDb db, EditCircular edit, IssueCircular issue) : PageModel
{
    public Circular Circular { get; private set; } = null!;

    public bool MayWrite => db.Access.Refuse(Operation.WriteCircular) is null;

    /// <summary>What was typed, kept where it was refused.</summary>
    public string? TypedTitle { get; private set; }

    public string? TypedBody { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.ViewTasks) is not null)
        {
            return Forbid();
        }

        if (await db.Circulars.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct) is not { } circular)
        {
            return NotFound();
        }

        Circular = circular;
        return Page();
    }

    public async Task<IActionResult> OnGetWordAsync(Guid id, CancellationToken ct)
    {
        if (await OnGetAsync(id, ct) is not PageResult)
        {
            return db.Access.Refuse(Operation.ViewTasks) is null ? NotFound() : Forbid();
        }

        var government = await db.Governments.AsNoTracking().Where(government => government.Id == Circular.GovernmentId).Select(government => government.Name).SingleAsync(ct);
        var day = Circular.IssuedAt is { } issued ? BeijingDay.Of(issued) : (DateOnly?)null;
        return File(
            EditedCircularDocx.Write(Circular.Title, Circular.Body, government, day, FontSet.Gb2312),
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            $"{Circular.Title}{(day is null ? "（送审稿）" : "")}.docx");
    }

    public async Task<IActionResult> OnPostEditAsync(Guid id, int version, string? title, string? body, CancellationToken ct)
    {
        (TypedTitle, TypedBody) = (title, body);
        return await AnswerAsync(id, await edit.ExecuteAsync(id, version, title, body, ct), "正文已保存。", ct);
    }

    public async Task<IActionResult> OnPostIssueAsync(Guid id, int version, string? approvedBy, CancellationToken ct) =>
        await AnswerAsync(id, await issue.ExecuteAsync(id, version, approvedBy, ct), "通报已印发。", ct);

    private async Task<IActionResult> AnswerAsync(Guid id, Outcome<Circular> outcome, string notice, CancellationToken ct)
    {
        switch (outcome.Refusal)
        {
            case { Code: "forbidden" }:
                return Forbid();
            case { Code: "circular-not-found" }:
                return NotFound();
            case { } refusal:
                ModelState.Refuse(refusal, ("circular-empty", "body"), ("text-too-long", "body"), ("approval-missing", "approvedBy"), ("approver-too-long", "approvedBy"));
                return await OnGetAsync(id, ct);
            default:
                TempData["Notice"] = notice;
                return Redirect($"/circulars/{id}");
        }
    }
}

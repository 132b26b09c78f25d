using Luoshi.App.Data;
using Luoshi.App.Supervision;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Supervision;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Pages.Supervision;

/// <summary>One rectification with all that was said on it, and the next step for whoever may take it.</summary>
public sealed class RectificationModel(LuoshiDb db, ReplyToRectification reply, ReturnRectification @return, CloseRectification close, TimeProvider clock) : PageModel
{
    public Rectification Rectification { get; private set; } = null!;

    public string Unit { get; private set; } = "";

    public string Task { get; private set; } = "";

    public bool IsOverdue { get; private set; }

    public PeopleNames People { get; private set; } = PeopleNames.None;

    public bool MayReply => db.Access.Refuse(Operation.ReplyToRectification) is null;

    public bool MayVerify => db.Access.Refuse(Operation.Rectify) is null;

    /// <summary>What was typed, kept where it was refused.</summary>
    public string? Text { get; private set; }

    public string? FilesText { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!MayReply && !MayVerify)
        {
            return Forbid();
        }

        var found = await db.Rectifications.AsNoTracking().Where(row => row.Id == id)
            .Join(db.Units, row => row.UnitId, unit => unit.Id, (row, unit) => new { row, unit })
            .Join(db.KeyTasks, both => both.row.TaskId, task => task.Id, (both, task) => new { both.row, both.unit, task.Content })
            .SingleOrDefaultAsync(ct);
        if (found is null)
        {
            return NotFound();
        }

        (Rectification, Unit, Task) = (found.row, found.unit.DisplayName, found.Content);
        IsOverdue = Rectification.IsOverdue(clock.GetUtcNow().UtcDateTime);
        People = await PeopleNames.LoadAsync(db, Rectification.Steps.Select(step => (Guid?)step.By).Append(Rectification.OpenedBy), ct);
        return Page();
    }

    public async Task<IActionResult> OnPostReplyAsync(Guid id, int version, string? text, string? files, CancellationToken ct)
    {
        (Text, FilesText) = (text, files);
        return await AnswerAsync(id, await reply.ExecuteAsync(id, version, text, files, ct), "整改情况已反馈。", ct);
    }

    public async Task<IActionResult> OnPostCloseAsync(Guid id, int version, string? text, CancellationToken ct)
    {
        Text = text;
        return await AnswerAsync(id, await close.ExecuteAsync(id, version, text, ct), "整改已销号。", ct);
    }

    public async Task<IActionResult> OnPostReturnAsync(Guid id, int version, string? text, DateOnly? due, CancellationToken ct)
    {
        Text = text;
        return await AnswerAsync(
            id,
            due is { } day ? await @return.ExecuteAsync(id, version, text, BeijingDay.EndUtc(day), ct) : new Refusal("due-missing", "请选择重新整改的时限。"),
            "已退回单位重改。",
            ct);
    }

    private async Task<IActionResult> AnswerAsync(Guid id, Outcome<Rectification> outcome, string notice, CancellationToken ct)
    {
        switch (outcome.Refusal)
        {
            case { Code: "forbidden" }:
                return Forbid();
            case { Code: "rectification-not-found" }:
                return NotFound();
            case { } refusal:
                ModelState.AddModelError("", refusal.Message);
                return await OnGetAsync(id, ct);
            default:
                TempData["Notice"] = notice;
                return Redirect($"/rectifications/{id}");
        }
    }
}

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

    /// <summary>What was typed as the reason for sending it back.</summary>
    public string? Why { get; private set; }

    public DateOnly? Due { get; private set; }

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
        return await AnswerAsync(id, await reply.ExecuteAsync(id, version, text, files, ct), "整改情况已反馈。", "reply", ct);
    }

    public async Task<IActionResult> OnPostCloseAsync(Guid id, int version, string? text, CancellationToken ct)
    {
        Text = text;
        return await AnswerAsync(id, await close.ExecuteAsync(id, version, text, ct), "整改已销号。", "closing", ct);
    }

    public async Task<IActionResult> OnPostReturnAsync(Guid id, int version, string? why, DateOnly? due, CancellationToken ct)
    {
        (Why, Due) = (why, due);
        return await AnswerAsync(
            id,
            due is { } day ? await @return.ExecuteAsync(id, version, why, BeijingDay.EndUtc(day), ct) : new Refusal("due-missing", "请选择重新整改的时限。"),
            "已退回单位重改。",
            "why",
            ct);
    }

    private async Task<IActionResult> AnswerAsync(Guid id, Outcome<Rectification> outcome, string notice, string field, CancellationToken ct)
    {
        switch (outcome.Refusal)
        {
            case { Code: "forbidden" }:
                return Forbid();
            case { Code: "rectification-not-found" }:
                return NotFound();
            case { } refusal:
                ModelState.Refuse(refusal, ("reply-missing", field), ("reason-missing", field), ("text-too-long", field), ("due-past", "due"), ("due-missing", "due"));
                return await OnGetAsync(id, ct);
            default:
                TempData["Notice"] = notice;
                return Redirect($"/rectifications/{id}");
        }
    }
}

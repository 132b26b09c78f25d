using Luoshi.App.Data;
using Luoshi.App.Supervision;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Calendars;
using Luoshi.Core.Supervision;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Pages.Instructions;

/// <summary>An instruction with what was answered.</summary>
public sealed record InstructionRow(Instruction Instruction, string Content, string Unit, IReadOnlyList<InstructionReply> Replies);

/// <summary>批示 — those that the person wrote, is to answer, or keeps an eye on.</summary>
public sealed class IndexModel(LuoshiDb db, ReplyToInstruction reply, CloseInstruction close, TimeProvider clock) : PageModel
{
    private const int OnPage = 30;

    /// <summary>Whether those that are closed are shown instead.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Closed { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public IReadOnlyList<InstructionRow> Rows { get; private set; } = [];

    public int Open { get; private set; }

    public int Overdue { get; private set; }

    public bool HasMore { get; private set; }

    public DateOnly Today { get; private set; }

    public bool MayReply => db.Access.Refuse(Operation.ReplyToInstruction) is null;

    /// <summary>Which instruction the refused answer was for, with what was typed.</summary>
    public (Guid Id, string? Text, string Message)? Mistake { get; private set; }

    public bool MayClose(Instruction instruction) =>
        db.Access.Refuse(Operation.WriteInstruction) is null && instruction.State != InstructionState.Closed && (instruction.WrittenBy == db.Access.AccountId || db.Access.Role == Role.DistrictHead);

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    public async Task<IActionResult> OnPostReplyAsync(Guid id, int version, string? text, CancellationToken ct) =>
        await DoneAsync(await reply.ExecuteAsync(id, version, text, ct), id, text, "落实情况已反馈，批示人和督查科都能看到。", ct);

    public async Task<IActionResult> OnPostCloseAsync(Guid id, int version, CancellationToken ct) =>
        await DoneAsync(await close.ExecuteAsync(id, version, ct), id, null, "批示已办结。", ct);

    private async Task<IActionResult> DoneAsync(Outcome<InstructionStand> outcome, Guid id, string? text, string notice, CancellationToken ct)
    {
        if (outcome.Refusal is { } refusal)
        {
            Mistake = (id, text, refusal.Message);
            return refusal.Code switch
            {
                "forbidden" => Forbid(),
                "instruction-not-found" => NotFound(),
                _ => await ShowAsync(ct),
            };
        }

        TempData["Notice"] = notice;
        return Redirect("/instructions");
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.ViewTasks) is not null)
        {
            return Forbid();
        }

        Today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(clock.GetUtcNow().UtcDateTime, BeijingTime.Zone));
        Open = await db.Instructions.CountAsync(row => row.State != InstructionState.Closed, ct);
        Overdue = await db.Instructions.CountAsync(row => row.State == InstructionState.Open && row.ReplyBy < Today, ct);
        var rows = await db.Instructions.AsNoTracking().Where(row => Closed == (row.State == InstructionState.Closed))
            .OrderByDescending(row => row.WrittenAt).ThenByDescending(row => row.Id)
            .Skip((Math.Clamp(P, 1, 1000) - 1) * OnPage)
            .Take(OnPage + 1)
            .Select(row => new
            {
                Instruction = row,
                Content = db.KeyTasks.Where(task => task.Id == row.TaskId).Select(task => task.Content).FirstOrDefault(),
                Unit = db.Units.Where(unit => unit.Id == row.UnitId).Select(unit => unit.Qualifier == "" ? unit.Name : unit.Name + "（" + unit.Qualifier + "）").First(),
            }).ToListAsync(ct);
        HasMore = rows.Count > OnPage;
        var ids = rows.Take(OnPage).Select(row => row.Instruction.Id).ToList();
        var replies = (await db.InstructionReplies.AsNoTracking().Where(answer => ids.Contains(answer.InstructionId)).OrderBy(answer => answer.RepliedAt).ThenBy(answer => answer.Id).ToListAsync(ct)).ToLookup(answer => answer.InstructionId);
        Rows = [.. rows.Take(OnPage).Select(row => new InstructionRow(row.Instruction, row.Content ?? "（已调整给其他单位的工作）", row.Unit, [.. replies[row.Instruction.Id]]))];
        return Page();
    }
}

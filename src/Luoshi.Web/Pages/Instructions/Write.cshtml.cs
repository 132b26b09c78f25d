using Luoshi.App.Data;
using Luoshi.App.Supervision;
using Luoshi.Core.Accounts;
using Luoshi.Core.Calendars;
using Luoshi.Core.Checks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Pages.Instructions;

/// <summary>What an instruction is written on, in short.</summary>
public sealed record InstructedTask(Guid Id, int Number, string Content, string Unit);

/// <summary>写批示 — the words are there already: one click to come here, one to send them.</summary>
public sealed class WriteModel(LuoshiDb db, WriteInstruction write, TimeProvider clock) : PageModel
{
    private const int DaysToReply = 7;

    public static IReadOnlyList<string> Templates { get; } =
    [
        "请单位说明原因并于月底前赶上。",
        "请督查科会同牵头单位现场核实，情况报我。",
        "请牵头单位列出逐月补进度的办法，报督查科。",
    ];

    [BindProperty(SupportsGet = true)]
    public Guid Task { get; set; }

    /// <summary>Where to go on afterwards, on this site.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    /// <summary>Which of the <see cref="Templates"/>.</summary>
    [BindProperty]
    public int Template { get; set; }

    /// <summary>Own words go before a template.</summary>
    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public DateOnly? ReplyBy { get; set; }

    public InstructedTask Subject { get; private set; } = null!;

    /// <summary>How the newest return stands; null where there is none.</summary>
    public TargetStanding? Worst { get; private set; }

    public string? Error { get; private set; }

    public string ReturnTo => Url.IsLocalUrl(Back) ? Back! : $"/tasks/{Task}";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        ReplyBy = Today().AddDays(DaysToReply);
        return await ShowAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var text = string.IsNullOrWhiteSpace(Text) ? Templates[Math.Clamp(Template, 0, Templates.Count - 1)] : Text;
        if (ReplyBy is { } day)
        {
            var outcome = await write.ExecuteAsync(Task, text, day, ct);
            if (outcome.Refusal is null)
            {
                TempData["Notice"] = "批示已发出，牵头单位和督查科都能看到。";
                return LocalRedirect(ReturnTo);
            }

            Error = outcome.Refusal.Message;
        }
        else
        {
            Error = "请选定反馈时限，写成年月日。";
        }

        return await ShowAsync(ct);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.WriteInstruction) is not null)
        {
            return Forbid();
        }

        if (await db.KeyTasks.AsNoTracking().Where(task => task.Id == Task)
            .Select(task => new InstructedTask(task.Id, task.Number, task.Content, db.Units.Where(unit => unit.Id == task.LeadUnitId).Select(unit => unit.Qualifier == "" ? unit.Name : unit.Name + "（" + unit.Qualifier + "）").First()))
            .SingleOrDefaultAsync(ct) is not { } subject)
        {
            return NotFound();
        }

        Subject = subject;
        Worst = (await db.ProgressReports.AsNoTracking().Where(report => report.TaskId == Task && report.Submissions > 0).OrderByDescending(report => report.Month).ThenByDescending(report => report.Id).Select(report => report.Standings).FirstOrDefaultAsync(ct))?
            .OrderByDescending(standing => standing.Verdict == Verdict.Behind).ThenByDescending(standing => standing.Gap).FirstOrDefault();
        return Page();
    }

    private DateOnly Today() => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(clock.GetUtcNow().UtcDateTime, BeijingTime.Zone));
}

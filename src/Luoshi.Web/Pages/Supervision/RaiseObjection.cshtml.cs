using Luoshi.App.Data;
using Luoshi.App.Supervision;
using Luoshi.Core.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Pages.Supervision;

/// <summary>提出异议 against the newest decision on a return, or against a doubt on it.</summary>
public sealed class RaiseObjectionModel(LuoshiDb db, RaiseObjection raise) : PageModel
{
    /// <summary>The doubt that is objected to; null for the newest decision.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Doubt { get; set; }

    public string Task { get; private set; } = "";

    /// <summary>What the doubt says; null for a decision.</summary>
    public string? Question { get; private set; }

    public string? Grounds { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid reportId, CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.RaiseObjection) is not null)
        {
            return Forbid();
        }

        var task = await db.ProgressReports.Where(report => report.Id == reportId).Join(db.TasksAsked, report => report.TaskId, task => task.Id, (_, task) => task.Content).SingleOrDefaultAsync(ct);
        if (task is null)
        {
            return NotFound();
        }

        Task = task;
        Question = Doubt is null ? null : await db.RaisedDoubts.Where(doubt => doubt.Id == Doubt && doubt.ReportId == reportId).Select(doubt => doubt.Message).SingleOrDefaultAsync(ct);
        return Doubt is not null && Question is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid reportId, string? grounds, CancellationToken ct)
    {
        var outcome = await raise.ExecuteAsync(reportId, Doubt, grounds, ct);
        switch (outcome.Refusal)
        {
            case { Code: "forbidden" }:
                return Forbid();
            case { Code: "report-not-found" or "doubt-not-found" }:
                return NotFound();
            case { } refusal:
                ModelState.Refuse(refusal, ("objection-grounds-missing", "grounds"), ("text-too-long", "grounds"));
                Grounds = grounds;
                return await OnGetAsync(reportId, ct);
            default:
                TempData["Notice"] = "异议已提出。";
                return Redirect($"/objections/{outcome.Value.Id}");
        }
    }
}

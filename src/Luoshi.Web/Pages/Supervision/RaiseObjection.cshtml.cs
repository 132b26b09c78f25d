using Luoshi.App.Data;
using Luoshi.App.Supervision;
using Luoshi.Core.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Pages.Supervision;

/// <summary>提出异议 against the newest decision on a return.</summary>
public sealed class RaiseObjectionModel(LuoshiDb db, RaiseObjection raise) : PageModel
{
    public string Task { get; private set; } = "";

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
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid reportId, string? grounds, CancellationToken ct)
    {
        var outcome = await raise.ExecuteAsync(reportId, grounds, ct);
        switch (outcome.Refusal)
        {
            case { Code: "forbidden" }:
                return Forbid();
            case { Code: "report-not-found" }:
                return NotFound();
            case { } refusal:
                ModelState.AddModelError("", refusal.Message);
                Grounds = grounds;
                return await OnGetAsync(reportId, ct);
            default:
                TempData["Notice"] = "异议已提出。";
                return Redirect($"/objections/{outcome.Value.Id}");
        }
    }
}

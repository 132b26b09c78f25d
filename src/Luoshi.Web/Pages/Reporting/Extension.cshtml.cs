using Luoshi.App.Data;
using Luoshi.App.Reporting;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Calendars;
using Luoshi.Core.Reporting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Pages.Reporting;

/// <summary>申请延期 for one item.</summary>
public sealed class ExtensionModel(LuoshiDb db, AskExtension ask) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid DueItemId { get; set; }

    public string Task { get; private set; } = "";

    public DateTime Deadline { get; private set; }

    public IReadOnlyList<ExtensionRequest> Requests { get; private set; } = [];

    public Refusal? Refusal { get; private set; }

    /// <summary>Until the end of which day, by Beijing's calendar.</summary>
    [BindProperty]
    public DateOnly? Until { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.AskExtension) is not null)
        {
            return Forbid();
        }

        var row = await db.DueItems.AsNoTracking().Where(item => item.Id == DueItemId).Join(db.TasksAsked, item => item.TaskId, task => task.Id, (item, task) => new { Item = item, task.Content }).SingleOrDefaultAsync(ct);
        if (row is null)
        {
            return NotFound();
        }

        (Task, Deadline) = (row.Content, row.Item.Deadline);
        Requests = await db.ExtensionRequests.AsNoTracking().Where(request => request.DueItemId == DueItemId).OrderByDescending(request => request.AskedAt).Take(10).ToListAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var shown = await OnGetAsync(ct);
        if (shown is not PageResult)
        {
            return shown;
        }

        if (Until is not { } day)
        {
            Refusal = new Refusal("day-missing", "请选择延期到哪一天。");
            return Page();
        }

        // The same hour of another day: that is how the office speaks of it.
        var hour = TimeOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(Deadline, BeijingTime.Zone));
        var outcome = await ask.ExecuteAsync(DueItemId, TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(hour), BeijingTime.Zone), Reason, ct);
        if (outcome.Refusal is { } refusal)
        {
            Refusal = refusal;
            return Page();
        }

        TempData["Notice"] = "已申请延期，等督查科批复。批复前仍按原截止时间。";
        return Redirect("/reporting");
    }
}

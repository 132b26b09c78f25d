using Luoshi.App.Data;
using Luoshi.App.Supervision;
using Luoshi.Core.Accounts;
using Luoshi.Core.Supervision;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Pages.Administration;

/// <summary>A reason as the form has it.</summary>
public sealed class ReasonForm
{
    public string? Word { get; set; }

    public string? Text { get; set; }
}

/// <summary>常用语 — the office's own words for returns and reminders.</summary>
public sealed class WordsModel(LuoshiDb db, ChangeWords change) : PageModel
{
    private const int EmptyRows = 2;

    /// <summary>0 while they are those of the house.</summary>
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public List<ReasonForm> Reasons { get; set; } = [];

    [BindProperty]
    public string? Asks { get; set; }

    [BindProperty]
    public string? Closes { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.ManageRules) is not null)
        {
            return Forbid();
        }

        var kept = await db.OfficeWords.AsNoTracking().SingleOrDefaultAsync(ct);
        var words = kept ?? new OfficeWords { GovernmentId = db.Access.GovernmentId };
        (Version, Asks, Closes) = (kept?.Version ?? 0, words.ReminderAsks, words.ReminderCloses);
        Reasons = [.. words.ReturnReasons.Select(reason => new ReasonForm { Word = reason.Word, Text = reason.Text })];
        Reasons.AddRange(Enumerable.Range(0, Math.Min(EmptyRows, OfficeWords.MostReasons - Reasons.Count)).Select(_ => new ReasonForm()));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await change.ExecuteAsync(Version, Reasons.Select(form => new ReturnReason(form.Word ?? "", form.Text ?? "")), Asks, Closes, ct) is { } refusal)
        {
            if (refusal.Code == "forbidden")
            {
                return Forbid();
            }

            ModelState.Refuse("form", refusal);
            return Page();
        }

        TempData["Notice"] = "常用语已保存，从下一次退回和催报起用。";
        return RedirectToPage();
    }
}

using Luoshi.App.Data;
using Luoshi.Core.Accounts;
using Luoshi.Core.Reporting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Luoshi.Web.Pages.Overview;

/// <summary>一页纸 — the whole on one page, for the district head and the office; a leader has the tasks of the post instead.</summary>
public sealed class IndexModel(LuoshiDb db, TimeProvider clock) : PageModel
{
    /// <summary>2024-06; the newest that was reported on when there is none.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Month { get; set; }

    /// <summary><c>theme</c> groups by theme, everything else by leader.</summary>
    [BindProperty(SupportsGet = true)]
    public string? By { get; set; }

    /// <summary>Whether every contradiction is listed, not only the largest.</summary>
    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    /// <summary>Null before the first month was opened.</summary>
    public App.Supervision.Overview? Overview { get; private set; }

    public DateTime Now { get; private set; }

    public bool ByTheme => By == "theme" && Overview?.ByTheme.Count > 0;

    public bool MayInstruct => db.Access.Refuse(Operation.WriteInstruction) is null;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.ReadMaterial) is not null)
        {
            return Forbid();
        }

        if (db.Access.Scope == Scope.Post)
        {
            return Redirect("/leader");
        }

        var month = ReportingPeriod.TryParse(Month, out var asked) ? asked : default(ReportingPeriod?);
        Now = clock.GetUtcNow().UtcDateTime;
        Overview = await App.Supervision.Overview.LoadAsync(db, month, Now, ct);
        return Overview is null && Month is not null ? NotFound() : Page();
    }

    /// <summary>The opened month before or after; null where there is none.</summary>
    public ReportingPeriod? Beside(int step)
    {
        var opened = Overview!.Ledger.Opened;
        var at = opened.ToList().IndexOf(Overview.Ledger.Month) - step;
        return at >= 0 && at < opened.Count ? opened[at] : null;
    }
}

using Luoshi.App.Data;
using Luoshi.App.Supervision;
using Luoshi.Core.Accounts;
using Luoshi.Core.Reporting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Luoshi.Web.Pages.Charts;

/// <summary>统计图 — a month by leader, the year by month, a month by day: each as a picture and as a table. A leader sees the own tasks.</summary>
public sealed class IndexModel(LuoshiDb db, TimeProvider clock) : PageModel
{
    /// <summary>2024-06; the newest that was reported on when there is none.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Month { get; set; }

    /// <summary>Null before the first month was opened.</summary>
    public App.Supervision.Overview? Overview { get; private set; }

    /// <summary>Of the month's year, oldest first.</summary>
    public IReadOnlyList<MonthQuality> Months { get; private set; } = [];

    public MonthFlow? Flow { get; private set; }

    public DateTime Now { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.ReadMaterial) is not null)
        {
            return Forbid();
        }

        var month = ReportingPeriod.TryParse(Month, out var asked) ? asked : default(ReportingPeriod?);
        Now = clock.GetUtcNow().UtcDateTime;
        Overview = await App.Supervision.Overview.LoadAsync(db, month, Now, ct);
        if (Overview is null)
        {
            return Month is null ? Page() : NotFound();
        }

        Months = await DataQuality.LoadAsync(db, Overview.Ledger.Month.Year, Now, ct);
        Flow = await MonthFlow.LoadAsync(db, Overview.Ledger.Month, ct);
        return Page();
    }

    /// <summary>The opened month before or after; null where there is none.</summary>
    public ReportingPeriod? Beside(int step)
    {
        var opened = Overview!.Ledger.Opened;
        var at = opened.ToList().IndexOf(Overview.Ledger.Month) - step;
        return at >= 0 && at < opened.Count ? opened[at] : null;
    }
}

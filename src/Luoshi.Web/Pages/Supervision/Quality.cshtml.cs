using Luoshi.App.Data;
using Luoshi.App.Supervision;
using Luoshi.Core.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Luoshi.Web.Pages.Supervision;

/// <summary>数据质量 — a year, month by month.</summary>
public sealed class QualityModel(LuoshiDb db, TimeProvider clock) : PageModel
{
    public int Year { get; private set; }

    public IReadOnlyList<MonthQuality> Months { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int? year, CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.ManageRules) is not null)
        {
            return Forbid();
        }

        var now = clock.GetUtcNow().UtcDateTime;
        Year = year is >= 2000 and <= 2100 ? year.Value : BeijingDay.Of(now).Year;
        Months = await DataQuality.LoadAsync(db, Year, now, ct);
        return Page();
    }
}

using Luoshi.App.Data;
using Luoshi.App.Supervision;
using Luoshi.Core.Accounts;
using Luoshi.Core.Reporting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Luoshi.Web.Pages.Supervision;

/// <summary>填报负担 — a year, by unit and month.</summary>
public sealed class BurdenModel(LuoshiDb db, TimeProvider clock) : PageModel
{
    public int Year { get; private set; }

    public IReadOnlyList<UnitBurden> All { get; private set; } = [];

    public IReadOnlyList<ReportingPeriod> Months { get; private set; } = [];

    /// <summary>By name: an order that says nothing of anybody.</summary>
    public IReadOnlyList<(string Name, IReadOnlyList<UnitBurden> Months)> Units { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int? year, CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.ManageRules) is not null)
        {
            return Forbid();
        }

        Year = year is >= 2000 and <= 2100 ? year.Value : BeijingDay.Of(clock.GetUtcNow().UtcDateTime).Year;
        All = await BurdenMeter.LoadAsync(db, Year, ct);
        Months = [.. All.Select(one => one.Month).Distinct().Order()];
        Units = [.. All.GroupBy(one => (one.UnitId, one.Unit)).OrderBy(group => group.Key.Unit, StringComparer.Ordinal).Select(group => (group.Key.Unit, (IReadOnlyList<UnitBurden>)[.. group]))];
        return Page();
    }
}

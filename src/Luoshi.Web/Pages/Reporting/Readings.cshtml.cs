using Luoshi.App.Data;
using Luoshi.App.Reporting;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Checks;
using Luoshi.Core.Reporting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Pages.Reporting;

/// <summary>核对读出的数 of a draft: what the system read, for the unit to say what each figure is.</summary>
public sealed class ReadingsModel(LuoshiDb db, CheckDraft check, ConfirmReadings confirm) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid DueItemId { get; set; }

    public ProgressReport Report { get; private set; } = null!;

    public IReadOnlyList<StatedQuantity> Readings { get; private set; } = [];

    public Refusal? Refusal { get; private set; }

    /// <summary>By the place of the reading in the list; blank says nothing of it.</summary>
    [BindProperty]
    public List<string?> Standings { get; set; } = [];

    /// <summary>The words of each reading, in the same order.</summary>
    [BindProperty]
    public List<string> Quotes { get; set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.FillReport) is not null)
        {
            return Forbid();
        }

        var report = await db.ProgressReports.AsNoTracking().SingleOrDefaultAsync(report => report.DueItemId == DueItemId, ct);
        if (report?.Progress is null)
        {
            return NotFound();
        }

        Report = report;
        Readings = [.. (await check.ExecuteAsync(DueItemId, report.Text, ct)).Value.Readings.DistinctBy(reading => reading.Source.Text)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int version, CancellationToken ct)
    {
        var shown = await OnGetAsync(ct);
        if (shown is not PageResult)
        {
            return shown;
        }

        var standings = new Dictionary<string, ReadingStanding>();
        foreach (var (quote, standing) in Quotes.Zip(Standings))
        {
            if (Enum.TryParse<ReadingStanding>(standing, out var said))
            {
                standings[quote] = said;
            }
        }

        if ((await confirm.ExecuteAsync(Report.Id, version, standings, ct)).Refusal is { } refusal)
        {
            Refusal = refusal;
            return Page();
        }

        TempData["Notice"] = $"已核对{standings.Count}个数。";
        return Redirect("/reporting");
    }

    /// <summary>What was said of a reading before.</summary>
    public ReadingStanding? StandingOf(StatedQuantity reading) => Report.Readings.Find(known => known.Quote == reading.Source.Text)?.Standing;
}

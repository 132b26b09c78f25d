using Luoshi.App.Data;
using Luoshi.App.Reporting;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Reporting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Pages.Reporting;

/// <summary>A task of another unit that the acting unit shares, with what it wrote so far.</summary>
public sealed record SharedTask(DueItem Item, int Number, string Content, string LeadUnit, Contribution? Own);

/// <summary>需要我配合的 — what the unit writes of its part for the accountable units.</summary>
public sealed class SharedModel(LuoshiDb db, ContributeToReport contribute) : PageModel
{
    private const int MostRows = 200;

    [BindProperty(SupportsGet = true)]
    public string? Month { get; set; }

    public ReportingPeriod? Shown { get; private set; }

    public IReadOnlyList<SharedTask> Tasks { get; private set; } = [];

    public Guid? RefusedItem { get; private set; }

    public Refusal? Refusal { get; private set; }

    /// <summary>What was typed where it was refused.</summary>
    public string? Typed { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.ContributeToReport) is not null)
        {
            return Forbid();
        }

        if (!string.IsNullOrEmpty(Month))
        {
            if (!ReportingPeriod.TryParse(Month, out var asked))
            {
                return NotFound();
            }

            Shown = asked;
        }
        else
        {
            var months = await db.SharedDueItems.Select(item => item.Month).Distinct().OrderByDescending(month => month).Take(1).ToListAsync(ct);
            Shown = months.Count > 0 ? months[0] : null;
        }

        if (Shown is { } month)
        {
            var own = await db.Contributions.AsNoTracking().Where(part => part.Month == month && part.UnitId == db.Access.UnitId).ToDictionaryAsync(part => part.DueItemId, ct);
            var rows = await db.SharedDueItems.AsNoTracking().Where(item => item.Month == month)
                .Join(db.KeyTasks, item => item.TaskId, task => task.Id, (item, task) => new { Item = item, task.Number, task.Content })
                .Join(db.Units, row => row.Item.UnitId, unit => unit.Id, (row, unit) => new { row.Item, row.Number, row.Content, unit.Name, unit.Qualifier })
                .OrderBy(row => row.Item.DueAt).ThenBy(row => row.Number).ThenBy(row => row.Item.Id)
                .Take(MostRows).ToListAsync(ct);
            Tasks = rows.ConvertAll(row => new SharedTask(row.Item, row.Number, row.Content, row.Qualifier.Length == 0 ? row.Name : $"{row.Name}（{row.Qualifier}）", own.GetValueOrDefault(row.Item.Id)));
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid item, int version, string? text, CancellationToken ct)
    {
        var outcome = await contribute.ExecuteAsync(item, version, text, ct);
        if (outcome.Refusal is { } refusal)
        {
            db.ChangeTracker.Clear();
            (RefusedItem, Refusal, Typed) = (item, refusal, text);
            return await OnGetAsync(ct);
        }

        TempData["Notice"] = "已写给牵头单位，报送前都可以修改。";
        return Redirect($"/reporting/shared?month={outcome.Value.Month}#t-{item:N}");
    }
}

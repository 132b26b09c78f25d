using Luoshi.App.Data;
using Luoshi.App.Reporting;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Reporting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Pages.Board;

/// <summary>An item that nobody has reported on yet, or that is exempt.</summary>
public sealed record ExemptLine(Guid Id, int Version, string Unit, int Number, string Content, ReportingPeriod Month, DateTime Deadline, string? ExemptReason);

/// <summary>延期与免报 — frees a unit from one return, with the reason on record.</summary>
public sealed class ExtensionsModel(LuoshiDb db, ExemptDueItem exempt) : PageModel
{
    private const int Most = 300;

    /// <summary>The item that somebody came for.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Item { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public IReadOnlyList<ExemptLine> Open { get; private set; } = [];

    public IReadOnlyList<ExemptLine> Exempt { get; private set; } = [];

    public Refusal? Refusal { get; private set; }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var outcome = await exempt.ExecuteAsync(Item ?? Guid.Empty, Version, Reason ?? "", ct);
        if (outcome.Refusal is { } refusal)
        {
            Refusal = refusal;
            return refusal.Code == "forbidden" ? Forbid() : await ShowAsync(ct);
        }

        TempData["Notice"] = "已免报，原因已记录。";
        return Redirect("/extensions");
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.ExemptDueItem) is not null)
        {
            return Forbid();
        }

        Open = await LinesAsync(item => item.SubmittedAt == null && item.ExemptReason == null && !item.IsVoluntary, ct);
        Exempt = await LinesAsync(item => item.ExemptReason != null, ct);
        return Page();
    }

    private async Task<IReadOnlyList<ExemptLine>> LinesAsync(System.Linq.Expressions.Expression<Func<DueItem, bool>> which, CancellationToken ct)
    {
        var rows = await (
            from item in db.DueItems.AsNoTracking().Where(which)
            join ledger in db.Ledgers on item.LedgerId equals ledger.Id
            join task in db.KeyTasks on item.TaskId equals task.Id
            join unit in db.Units.AsNoTracking() on item.UnitId equals unit.Id
            where ledger.ClosedAt == null
            orderby item.Month descending, unit.Rank, task.Number, item.Id
            select new { Item = item, Unit = unit, task.Number, task.Content }).Take(Most).ToListAsync(ct);
        return rows.ConvertAll(row => new ExemptLine(row.Item.Id, row.Item.Version, row.Unit.DisplayName, row.Number, row.Content, row.Item.Month, row.Item.Deadline, row.Item.ExemptReason));
    }
}

using Luoshi.App.Data;
using Luoshi.Core.Accounts;
using Luoshi.Core.Supervision;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Pages.Supervision;

/// <summary>整改 — for the office all, for a unit its own; what is due first stands first.</summary>
public sealed class RectificationsModel(LuoshiDb db, TimeProvider clock) : PageModel
{
    private const int MostRows = 200;

    public bool MayOpen { get; private set; }

    public bool Closed { get; private set; }

    public int OpenCount { get; private set; }

    public int ClosedCount { get; private set; }

    public IReadOnlyList<RectificationRow> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(bool closed, CancellationToken ct)
    {
        MayOpen = db.Access.Refuse(Operation.Rectify) is null;
        if (!MayOpen && db.Access.Refuse(Operation.ReplyToRectification) is not null)
        {
            return Forbid();
        }

        Closed = closed;
        var now = clock.GetUtcNow().UtcDateTime;
        ClosedCount = await db.Rectifications.CountAsync(row => row.State == RectificationState.Closed, ct);
        OpenCount = await db.Rectifications.CountAsync(row => row.State != RectificationState.Closed, ct);
        var rows = await db.Rectifications.AsNoTracking()
            .Where(row => row.State == RectificationState.Closed == closed)
            .Join(db.Units, row => row.UnitId, unit => unit.Id, (row, unit) => new { row, unit })
            .Join(db.KeyTasks, both => both.row.TaskId, task => task.Id, (both, task) => new { both.row, both.unit, task.Content })
            .OrderBy(all => all.row.DueAt).ThenBy(all => all.row.Id)
            .Take(MostRows)
            .ToListAsync(ct);
        Rows = [.. rows.Select(all => new RectificationRow(all.row.Id, all.row.Requirement, all.Content, all.row.Origin, all.unit.DisplayName, all.row.DueAt, all.row.State, all.row.IsOverdue(now)))];
        return Page();
    }
}

/// <summary>A rectification in the list.</summary>
public sealed record RectificationRow(Guid Id, string Requirement, string Task, RectificationOrigin Origin, string Unit, DateTime DueAt, RectificationState State, bool IsOverdue);

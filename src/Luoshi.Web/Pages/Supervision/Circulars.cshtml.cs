using Luoshi.App.Data;
using Luoshi.App.Supervision;
using Luoshi.Core.Accounts;
using Luoshi.Core.Meetings;
using Luoshi.Core.Reporting;
using Luoshi.Core.Supervision;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Pages.Supervision;

/// <summary>通报 — drafts and what was issued; everybody in the business reads what was issued.</summary>
public sealed class CircularsModel(LuoshiDb db, DraftCircular draft) : PageModel
{
    private const int MostRows = 200;
    private const int MostMaterials = 24;

    public bool MayWrite => db.Access.Refuse(Operation.WriteCircular) is null;

    public IReadOnlyList<(Guid Id, string Name)> Materials { get; private set; } = [];

    public IReadOnlyList<CircularRow> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.ViewTasks) is not null)
        {
            return Forbid();
        }

        Rows = await db.Circulars.AsNoTracking()
            .OrderByDescending(row => row.Month).ThenByDescending(row => row.Id)
            .Take(MostRows)
            .Select(row => new CircularRow(row.Id, row.Title, row.Month, row.State, row.DraftedAt, row.IssuedAt))
            .ToListAsync(ct);
        if (MayWrite)
        {
            var materials = await db.Materials.AsNoTracking().Where(material => material.State != MaterialState.Recalled)
                .OrderByDescending(material => material.Month).ThenByDescending(material => material.Edition)
                .Take(MostMaterials)
                .Select(material => new { material.Id, material.Month, material.Edition, material.State })
                .ToListAsync(ct);
            Materials = [.. materials.Select(material => (material.Id, $"{material.Month.InWords()}办公会议材料（第{material.Edition}稿，{material.State.Name()}）"))];
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid materialId, CancellationToken ct)
    {
        var outcome = await draft.ExecuteAsync(materialId, ct);
        switch (outcome.Refusal)
        {
            case { Code: "forbidden" }:
                return Forbid();
            case { } refusal:
                ModelState.AddModelError("", refusal.Message);
                return await OnGetAsync(ct);
            default:
                TempData["Notice"] = "通报已起草，请修改后送审。";
                return Redirect($"/circulars/{outcome.Value.Id}");
        }
    }
}

/// <summary>A circular in the list.</summary>
public sealed record CircularRow(Guid Id, string Title, ReportingPeriod Month, CircularState State, DateTime DraftedAt, DateTime? IssuedAt);

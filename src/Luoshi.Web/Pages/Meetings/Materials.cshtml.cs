using Luoshi.App.Data;
using Luoshi.App.Meetings;
using Luoshi.Core.Accounts;
using Luoshi.Core.Meetings;
using Luoshi.Core.Reporting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Pages.Meetings;

/// <summary>会议材料 — each month's materials, and where the clerk compiles the next.</summary>
public sealed class MaterialsModel(LuoshiDb db, CompileFromLedger compile) : PageModel
{
    // Ten years of months with a correction here and there.
    private const int MostRows = 200;

    public bool MayCompile { get; private set; }

    public IReadOnlyList<MaterialListRow> Rows { get; private set; } = [];

    /// <summary>Newest first.</summary>
    public IReadOnlyList<ReportingPeriod> OpenMonths { get; private set; } = [];

    [BindProperty]
    public CompileForm Form { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.ReadMaterial) is not null)
        {
            return Forbid();
        }

        await LoadAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.CompileMaterial) is not null)
        {
            return Forbid();
        }

        if (!ReportingPeriod.TryParse(Form.Month, out var month))
        {
            ModelState.AddModelError("Form.Month", "请选择报送月份。");
        }
        else if (ModelState.IsValid)
        {
            var outcome = await compile.ExecuteAsync(new(month, new MaterialChoice(!Form.WithUnreviewed, Form.LastValues), Form.Date, Form.Correction), ct);
            if (outcome.Refusal is null)
            {
                TempData["Notice"] = $"{outcome.Value.Name}已汇编，请核对疑点。";
                return Redirect($"/materials/{outcome.Value.Id}");
            }

            ModelState.AddModelError(outcome.Refusal.Code == "correction-unexplained" ? "Form.Correction" : "", outcome.Refusal.Message);
        }

        await LoadAsync(ct);
        return Page();
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        MayCompile = db.Access.Refuse(Operation.CompileMaterial) is null;
        Rows = await db.Materials.AsNoTracking()
            .OrderByDescending(material => material.Month).ThenByDescending(material => material.Edition)
            .Take(MostRows)
            .Select(material => new MaterialListRow(
                material.Id, material.Month, material.Edition, material.State, material.Tasks, material.Missing, material.StrongDoubts, material.CompiledAt, material.IssuedAt, material.SupersedeReason))
            .ToListAsync(ct);
        OpenMonths = MayCompile
            ? await db.OpenedPeriods.AsNoTracking().OrderByDescending(period => period.Month).Select(period => period.Month).Distinct().OrderByDescending(month => month).Take(24).ToListAsync(ct)
            : [];
    }
}

/// <summary>What the clerk chooses; see <see cref="LedgerCompilation"/>.</summary>
public sealed class CompileForm
{
    public string? Month { get; set; }

    public DateOnly? Date { get; set; }

    public bool WithUnreviewed { get; set; }

    public bool LastValues { get; set; }

    public string? Correction { get; set; }
}

/// <summary>A material in the list.</summary>
public sealed record MaterialListRow(
    Guid Id, ReportingPeriod Month, int Edition, MaterialState State, int Tasks, int Missing, int? StrongDoubts, DateTime CompiledAt, DateTime? IssuedAt, string? SupersedeReason)
{
    public string Name => $"{Month.InWords()}办公会议材料（第{Edition}稿）";
}

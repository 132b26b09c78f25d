using Luoshi.App.Data;
using Luoshi.App.Ledgers;
using Luoshi.Core.Accounts;
using Luoshi.Core.Ledgers;
using Luoshi.Web.Pages.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Pages.Administration;

/// <summary>新增和修改单位.</summary>
public sealed class UnitEditModel(LuoshiDb db, SaveUnit save) : PageModel
{
    private const int Most = 1000;

    /// <summary>Null for a new one.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    /// <summary>The version that the person saw; 0 for a new one.</summary>
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Qualifier { get; set; }

    [BindProperty]
    public UnitKind Kind { get; set; }

    [BindProperty]
    public string? Aliases { get; set; }

    [BindProperty]
    public Guid? Parent { get; set; }

    [BindProperty]
    public bool SignsOff { get; set; }

    [BindProperty]
    public DateOnly? ClosedOn { get; set; }

    [BindProperty]
    public int Rank { get; set; }

    public IReadOnlyList<NamedChoice> Others { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.ManageUnits) is not null)
        {
            return Forbid();
        }

        if (Id is not null)
        {
            if (await db.Units.AsNoTracking().SingleOrDefaultAsync(unit => unit.Id == Id, ct) is not { } unit)
            {
                return NotFound();
            }

            (Name, Qualifier, Kind, Aliases, Parent) = (unit.Name, unit.Qualifier, unit.Kind, string.Join('\n', unit.Aliases), unit.ParentId);
            (SignsOff, ClosedOn, Rank, Version) = (unit.SignsOff, unit.ClosedOn, unit.Rank, unit.Version);
        }

        await LoadAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var aliases = (Aliases ?? "").Split(['\n', '\r', '、', '，', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var outcome = await save.ExecuteAsync(Id, Version, new UnitForm(Name ?? "", Qualifier ?? "", Kind, aliases, Parent, SignsOff, ClosedOn, Rank), ct);
        if (outcome.Refusal is { Code: "forbidden" })
        {
            return Forbid();
        }

        if (outcome.Refusal is { } refusal)
        {
            ModelState.Refuse(refusal.Code switch { "alias-taken" => "aliases", "parent-invalid" => "parent", _ => "name" }, refusal);
            await LoadAsync(ct);
            return Page();
        }

        TempData["Notice"] = $"已保存{outcome.Value.DisplayName}。";
        return Redirect("/administration/units");
    }

    private async Task LoadAsync(CancellationToken ct) =>
        Others = await db.Units.Where(unit => unit.Id != Id).OrderBy(unit => unit.Rank).ThenBy(unit => unit.Name).ThenBy(unit => unit.Qualifier).Take(Most)
            .Select(unit => new NamedChoice(unit.Id, unit.Qualifier == "" ? unit.Name : unit.Name + "（" + unit.Qualifier + "）"))
            .ToListAsync(ct);
}

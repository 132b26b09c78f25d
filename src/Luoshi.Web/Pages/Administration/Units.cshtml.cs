using Luoshi.App.Data;
using Luoshi.Core.Accounts;
using Luoshi.Core.Ledgers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Pages.Administration;

/// <summary>单位.</summary>
public sealed class UnitsModel(LuoshiDb db) : PageModel
{
    private const int Most = 1000;

    private Dictionary<Guid, string> _names = [];

    [BindProperty(SupportsGet = true)]
    public string? Name { get; set; }

    public IReadOnlyList<Unit> Units { get; private set; } = [];

    public static string KindName(UnitKind kind) => kind switch
    {
        UnitKind.Department => "区级部门",
        UnitKind.Town => "镇、街道",
        UnitKind.Enterprise => "国有企业",
        UnitKind.Vertical => "垂管单位",
    };

    public string? NameOf(Guid? id) => id is { } known ? _names.GetValueOrDefault(known) : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.ManageUnits) is not null)
        {
            return Forbid();
        }

        var all = await db.Units.AsNoTracking().OrderBy(unit => unit.Rank).ThenBy(unit => unit.Name).ThenBy(unit => unit.Qualifier).Take(Most).ToListAsync(ct);
        _names = all.ToDictionary(unit => unit.Id, unit => unit.DisplayName);
        Units = string.IsNullOrWhiteSpace(Name)
            ? all
            : all.FindAll(unit => unit.DisplayName.Contains(Name.Trim(), StringComparison.Ordinal) || unit.Aliases.Exists(alias => alias.Contains(Name.Trim(), StringComparison.Ordinal)));
        return Page();
    }
}

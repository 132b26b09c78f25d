using Luoshi.App.Accounts;
using Luoshi.App.Data;
using Luoshi.Core.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Pages.Security;

/// <summary>An account to choose.</summary>
public sealed record AccountChoice(Guid Id, string Name, string DisplayName);

/// <summary>A unit or a post to choose.</summary>
public sealed record NamedChoice(Guid Id, string Name);

/// <summary>An account with one of its positions, or with none.</summary>
public sealed record RoleRow(string Name, string DisplayName, Guid? PositionId, Role? Role, string? Of);

/// <summary>角色授予.</summary>
public sealed class RolesModel(LuoshiDb db, GrantRole grantRole, EndRole endRole) : PageModel
{
    private const int PageLength = 100;
    private const int MostChoices = 2000;

    /// <summary>Part of a name that is looked for.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Person { get; set; }

    /// <summary>The account name that the page begins after.</summary>
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    [BindProperty]
    public Guid? Account { get; set; }

    [BindProperty]
    public Role? Role { get; set; }

    [BindProperty]
    public Guid? Unit { get; set; }

    [BindProperty]
    public Guid? Post { get; set; }

    public IReadOnlyList<AccountChoice> Accounts { get; private set; } = [];

    public IReadOnlyList<NamedChoice> Units { get; private set; } = [];

    public IReadOnlyList<NamedChoice> Posts { get; private set; } = [];

    public IReadOnlyList<RoleRow> Rows { get; private set; } = [];

    public string? Next { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.ManageRoles) is not null)
        {
            return Forbid();
        }

        await LoadAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostGrantAsync(CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.ManageRoles) is not null)
        {
            return Forbid();
        }

        if (Account is not { } account || Role is not { } role)
        {
            ModelState.AddModelError(Account is null ? "account" : "role", "请选择。");
            await LoadAsync(ct);
            return Page();
        }

        var outcome = await grantRole.ExecuteAsync(account, role, Unit, Post, ct);
        if (outcome.Refusal is { } refusal)
        {
            ModelState.Refuse(refusal.Code is "own-role" or "account-not-found" ? "account" : "role", refusal);
            await LoadAsync(ct);
            return Page();
        }

        TempData["Notice"] = $"已授予{role.Name()}。";
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostEndAsync(Guid id, string? reason, CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.ManageRoles) is not null)
        {
            return Forbid();
        }

        TempData["Notice"] = (await endRole.ExecuteAsync(id, reason, ct))?.Message ?? "已收回角色，那个人的登录已结束。";
        return RedirectToPage();
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        var inUse = db.Accounts.AsNoTracking().Where(account => account.DisabledAt == null);
        Accounts = await inUse.OrderBy(account => account.UserName).Take(MostChoices).Select(account => new AccountChoice(account.Id, account.UserName!, account.DisplayName)).ToListAsync(ct);
        Units = await db.Units.Where(unit => unit.ClosedOn == null).OrderBy(unit => unit.Rank).ThenBy(unit => unit.Name).ThenBy(unit => unit.Qualifier).Take(MostChoices)
            .Select(unit => new NamedChoice(unit.Id, unit.Qualifier == "" ? unit.Name : unit.Name + "（" + unit.Qualifier + "）"))
            .ToListAsync(ct);
        Posts = await db.LeaderPosts.OrderBy(post => post.Rank).ThenBy(post => post.Id).Take(MostChoices).Select(post => new NamedChoice(post.Id, post.Title)).ToListAsync(ct);
        var found = inUse;
        if (!string.IsNullOrWhiteSpace(Person))
        {
            var person = Person.Trim();
            found = found.Where(account => account.DisplayName.Contains(person) || account.UserName!.Contains(person));
        }

        if (After is not null)
        {
            found = found.Where(account => account.UserName!.CompareTo(After) > 0);
        }

        // A page is of whole accounts, so that none is torn between two.
        var accounts = await found.OrderBy(account => account.UserName).Take(PageLength + 1).Select(account => new AccountChoice(account.Id, account.UserName!, account.DisplayName)).ToListAsync(ct);
        Next = accounts.Count > PageLength ? accounts[PageLength - 1].Name : null;
        var shown = accounts.Take(PageLength).ToList();
        var ids = shown.Select(account => account.Id).ToList();
        var positions = await db.Positions.AsNoTracking().Where(position => ids.Contains(position.AccountId) && position.EndedAt == null).OrderBy(position => position.Id).ToListAsync(ct);
        var names = Units.Concat(Posts).ToDictionary(choice => choice.Id, choice => choice.Name);
        Rows =
        [
            .. shown.SelectMany(account => positions.Where(position => position.AccountId == account.Id)
                .Select(position => new RoleRow(account.Name, account.DisplayName, position.Id, position.Role, names.GetValueOrDefault(position.UnitId ?? position.PostId ?? Guid.Empty)))
                .DefaultIfEmpty(new RoleRow(account.Name, account.DisplayName, null, null, null))),
        ];
    }
}

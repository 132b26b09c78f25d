using Luoshi.App.Accounts;
using Luoshi.App.Data;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Pages.Administration;

/// <summary>An account as the list shows it.</summary>
public sealed record AccountRow(Guid Id, string Name, string DisplayName, bool IsDisabled, bool IsLocked, bool MustChange, DateTime? LastSignedInAt);

/// <summary>A password that is told once.</summary>
public sealed record OneTimePassword(string Name, string DisplayName, string Password);

/// <summary>账号.</summary>
public sealed class AccountsModel(LuoshiDb db, CreateAccount create, ResetPassword reset, DisableAccount disable, TimeProvider clock) : PageModel
{
    private const int PageLength = 100;

    [BindProperty(SupportsGet = true)]
    public string? Person { get; set; }

    /// <summary>The account name that the page begins after.</summary>
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? DisplayName { get; set; }

    /// <summary>Shown in the answer to the form and never again.</summary>
    public OneTimePassword? OneTime { get; private set; }

    public IReadOnlyList<AccountRow> Rows { get; private set; } = [];

    public string? Next { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await ShowAsync(ct);

    public async Task<IActionResult> OnPostCreateAsync(CancellationToken ct)
    {
        var outcome = await create.ExecuteAsync(db.Access.GovernmentId, Name ?? "", DisplayName ?? "", ct);
        if (outcome.Refusal is { } refusal)
        {
            ModelState.Refuse(refusal.Code == "display-name-missing" ? "displayName" : "name", refusal);
        }
        else
        {
            OneTime = new OneTimePassword(outcome.Value.Name, DisplayName!.Trim(), outcome.Value.FirstPassword);
            ModelState.Clear();
            (Name, DisplayName) = (null, null);
        }

        return await ShowAsync(ct);
    }

    public async Task<IActionResult> OnPostResetAsync(Guid id, CancellationToken ct)
    {
        var outcome = await reset.ExecuteAsync(id, ct);
        if (outcome.Refusal is { } refusal)
        {
            return Answer(refusal, "");
        }

        var account = await db.Accounts.AsNoTracking().SingleAsync(account => account.Id == id, ct);
        OneTime = new OneTimePassword(account.UserName!, account.DisplayName, outcome.Value);
        return await ShowAsync(ct);
    }

    public async Task<IActionResult> OnPostDisableAsync(Guid id, CancellationToken ct) => Answer(await disable.ExecuteAsync(id, disabled: true, null, ct), "账号已停用，正在用的登录已结束。");

    public async Task<IActionResult> OnPostEnableAsync(Guid id, CancellationToken ct) => Answer(await disable.ExecuteAsync(id, disabled: false, null, ct), "账号已启用。");

    private IActionResult Answer(Refusal? refusal, string done)
    {
        if (refusal?.Code == "forbidden")
        {
            return Forbid();
        }

        TempData["Notice"] = refusal?.Message ?? done;
        return RedirectToPage();
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.ManageAccounts) is not null)
        {
            return Forbid();
        }

        var found = db.Accounts.AsNoTracking();
        if (!string.IsNullOrWhiteSpace(Person))
        {
            var person = Person.Trim();
            found = found.Where(account => account.DisplayName.Contains(person) || account.UserName!.Contains(person));
        }

        if (After is not null)
        {
            found = found.Where(account => account.UserName!.CompareTo(After) > 0);
        }

        var now = clock.GetUtcNow();
        var accounts = await found.OrderBy(account => account.UserName).Take(PageLength + 1).ToListAsync(ct);
        Next = accounts.Count > PageLength ? accounts[PageLength - 1].UserName : null;
        Rows =
        [
            .. accounts.Take(PageLength).Select(account => new AccountRow(
                account.Id, account.UserName!, account.DisplayName, account.DisabledAt is not null, account.LockoutEnd > now, account.MustChangePassword, account.LastSignedInAt)),
        ];
        return Page();
    }
}

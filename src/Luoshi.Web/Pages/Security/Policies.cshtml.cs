using Luoshi.App.Accounts;
using Luoshi.App.Data;
using Luoshi.Core.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Pages.Security;

/// <summary>安全策略.</summary>
public sealed class PoliciesModel(LuoshiDb db, ChangePolicy changePolicy, RemoveSecondFactor removeSecondFactor, SessionLimits limits, AccountSettings settings) : PageModel
{
    private const int MostAccounts = 1000;

    /// <summary>The profiles by their papers.</summary>
    public static IReadOnlyList<(PasswordProfile Profile, string Name)> Profiles { get; } =
        [(PasswordProfile.LevelThree, "等保三级（GB/T 22239-2019）"), (PasswordProfile.Nist, "NIST（SP 800-63B-4）")];

    public SessionLimits Limits => limits;

    public AccountSettings Settings => settings;

    public PasswordProfile Profile { get; private set; }

    public IReadOnlyList<AccountChoice> Enrolled { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.ManagePolicies) is not null)
        {
            return Forbid();
        }

        Profile = await PasswordRulesOf.ProfileAsync(db, db.Access.GovernmentId, ct);
        Enrolled = await db.Accounts.Where(account => account.SecondFactorSecret != null)
            .OrderBy(account => account.UserName)
            .Take(MostAccounts)
            .Select(account => new AccountChoice(account.Id, account.UserName!, account.DisplayName))
            .ToListAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostProfileAsync(PasswordProfile profile, CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.ManagePolicies) is not null || !Enum.IsDefined(profile))
        {
            return Forbid();
        }

        TempData["Notice"] = (await changePolicy.ExecuteAsync(profile, ct))?.Message ?? "密码策略已改，从下一次设密码起生效。";
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostFactorAsync(Guid id, CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.ManagePolicies) is not null)
        {
            return Forbid();
        }

        TempData["Notice"] = (await removeSecondFactor.ExecuteAsync(id, ct))?.Message ?? "动态口令已重置，本人下次登录要重新启用。";
        return RedirectToPage();
    }
}

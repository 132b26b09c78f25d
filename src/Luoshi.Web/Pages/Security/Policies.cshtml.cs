using Luoshi.App.Accounts;
using Luoshi.App.Data;
using Luoshi.Core.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Pages.Security;

/// <summary>安全策略.</summary>
public sealed class PoliciesModel(LuoshiDb db, ChangePolicy changePolicy, RemoveSecondFactor removeSecondFactor, AccountSettings settings) : PageModel
{
    private const int MostAccounts = 1000;

    /// <summary>The profiles by their papers.</summary>
    public static IReadOnlyList<(PasswordProfile Profile, string Name)> Profiles { get; } =
        [(PasswordProfile.LevelThree, "等保三级（GB/T 22239-2019）"), (PasswordProfile.Nist, "NIST（SP 800-63B-4）")];

    public AccountSettings Settings => settings;

    /// <summary>As the form has it: what is stored, or what was typed and refused.</summary>
    public PolicyForm Form { get; private set; } = null!;

    /// <summary>The version that the person saw.</summary>
    public int Version { get; private set; }

    public IReadOnlyList<AccountChoice> Enrolled { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.ManagePolicies) is not null)
        {
            return Forbid();
        }

        var policy = await SecurityPolicy.OfAsync(db, db.Access.GovernmentId, ct);
        (Form, Version) = (new PolicyForm(policy.PasswordProfile, policy.IdleMinutes, policy.SessionHours, policy.DormantDays), policy.Version);
        return await ShowAsync(ct);
    }

    public async Task<IActionResult> OnPostProfileAsync(int version, PasswordProfile profile, int idleMinutes, int sessionHours, int dormantDays, CancellationToken ct)
    {
        if (!Enum.IsDefined(profile))
        {
            return Forbid();
        }

        (Form, Version) = (new PolicyForm(profile, idleMinutes, sessionHours, dormantDays), version);
        var refusal = await changePolicy.ExecuteAsync(version, Form, ct);
        if (refusal is { Code: "forbidden" })
        {
            return Forbid();
        }

        if (refusal is not null)
        {
            ModelState.Refuse(refusal.Code switch { "session-limits-invalid" => "idleMinutes", "dormant-days-invalid" => "dormantDays", _ => "profile" }, refusal);
            return await ShowAsync(ct);
        }

        TempData["Notice"] = "安全策略已改，从下一次设密码、下一次登录起生效。";
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

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        Enrolled = await db.Accounts.Where(account => account.SecondFactorSecret != null)
            .OrderBy(account => account.UserName)
            .Take(MostAccounts)
            .Select(account => new AccountChoice(account.Id, account.UserName!, account.DisplayName))
            .ToListAsync(ct);
        return Page();
    }
}

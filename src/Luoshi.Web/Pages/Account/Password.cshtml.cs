using Luoshi.App.Accounts;
using Luoshi.App.Data;
using Luoshi.Core;
using Luoshi.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Pages.Account;

/// <summary>修改密码.</summary>
public sealed class PasswordModel(LuoshiDb db, ChangePassword change) : PageModel
{
    [BindProperty]
    public string? Current { get; set; }

    [BindProperty]
    public string? Wanted { get; set; }

    [BindProperty]
    public string? Again { get; set; }

    /// <summary>Whether nothing else can be done first.</summary>
    public bool IsRequired => SessionAuthentication.PersonOf(HttpContext).Need == SessionNeed.NewPassword;

    /// <summary>What a password must be.</summary>
    public string Advice { get; private set; } = "";

    public Task OnGetAsync(CancellationToken ct) => AdviseAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await AdviseAsync(ct);
        if (Wanted != Again)
        {
            ModelState.Refuse("again", new Refusal("password-differs", "两次输入的新密码不一样。"));
            return Page();
        }

        var outcome = await change.ExecuteAsync(SessionAuthentication.PersonOf(HttpContext), Current ?? "", Wanted ?? "", ct);
        if (outcome.Refusal is { } refusal)
        {
            ModelState.Refuse(refusal.Code is "password-wrong" or "account-locked" ? "current" : "wanted", refusal);
            return Page();
        }

        SessionAuthentication.SetCookie(HttpContext, outcome.Value);
        TempData["Notice"] = "密码已修改，您在别处的登录已全部退出。";
        return Redirect("/");
    }

    private async Task AdviseAsync(CancellationToken ct)
    {
        var account = await db.Accounts.AsNoTracking().SingleAsync(account => account.Id == db.Access.AccountId, ct);
        Advice = (await PasswordRulesOf.AccountAsync(db, account, ct)).Advice;
    }
}

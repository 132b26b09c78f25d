using Luoshi.App.Accounts;
using Luoshi.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Luoshi.Web.Pages.Account;

/// <summary>动态口令 — the second step of signing in.</summary>
[EnableRateLimiting(Attempts.PolicyName)]
public sealed class SecondFactorModel(ShowSecondFactor show) : PageModel
{
    [BindProperty]
    public string? Code { get; set; }

    public IActionResult OnGet() => SessionAuthentication.PersonOf(HttpContext).Need == SessionNeed.SecondFactor ? Page() : Redirect("/");

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var outcome = await show.ExecuteAsync(SessionAuthentication.PersonOf(HttpContext), Code ?? "", ct);
        if (outcome.Refusal is { } refusal)
        {
            ModelState.Refuse("code", refusal);
            return Page();
        }

        SessionAuthentication.SetCookie(HttpContext, outcome.Value);
        return Redirect("/");
    }
}

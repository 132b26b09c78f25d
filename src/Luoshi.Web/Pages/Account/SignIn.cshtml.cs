using Luoshi.App.Accounts;
using Luoshi.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Luoshi.Web.Pages.Account;

/// <summary>登录.</summary>
[EnableRateLimiting(Attempts.PolicyName)]
public sealed class SignInModel(SignIn signIn) : PageModel
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    /// <summary>Where the person wanted to go.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var outcome = await signIn.ExecuteAsync(new SignInRequest(Name ?? "", Password ?? "", HttpContext.Connection.RemoteIpAddress?.ToString(), Request.Headers.UserAgent), ct);
        if (outcome.Refusal is { } refusal)
        {
            ModelState.Refuse("password", refusal);
            return Page();
        }

        SessionAuthentication.SetCookie(HttpContext, outcome.Value);
        return LocalRedirect(Url.IsLocalUrl(Back) ? Back : "/");
    }
}

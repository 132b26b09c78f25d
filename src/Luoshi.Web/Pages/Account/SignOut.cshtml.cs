using Luoshi.App.Accounts;
using Luoshi.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Luoshi.Web.Pages.Account;

/// <summary>退出.</summary>
public sealed class SignOutModel(SignOut signOut) : PageModel
{
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (HttpContext.Features.Get<SignedIn>() is { } person)
        {
            await signOut.ExecuteAsync(person, ct);
        }

        Response.Cookies.Delete(SessionAuthentication.CookieName(Request), SessionAuthentication.Cookie(Request));
        Response.Headers["Clear-Site-Data"] = "\"cache\"";
        return Redirect("/account/sign-in");
    }
}

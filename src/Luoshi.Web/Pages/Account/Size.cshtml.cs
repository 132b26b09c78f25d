using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Luoshi.Web.Pages.Account;

/// <summary>大字版 — kept in the browser for a year.</summary>
public sealed class SizeModel : PageModel
{
    public IActionResult OnGet() => Redirect("/");

    public IActionResult OnPost(string size, string back)
    {
        Response.Cookies.Append("size", size == "large" ? "large" : "normal", new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = Request.IsHttps, MaxAge = TimeSpan.FromDays(365) });
        return LocalRedirect(Url.IsLocalUrl(back) ? back : "/");
    }
}

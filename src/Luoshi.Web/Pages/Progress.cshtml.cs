using Luoshi.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Luoshi.Web.Pages;

/// <summary>How far the person's own work is, for the page that waits for it.</summary>
[ResponseCache(NoStore = true)]
public sealed class ProgressModel(UnderWay underWay) : PageModel
{
    /// <returns><c>null</c> where nothing is known of it.</returns>
    public JsonResult OnGet(Guid key) => new(underWay.Of(SessionAuthentication.PersonOf(HttpContext).Access.AccountId!.Value, key));
}

using Luoshi.App.Data;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Luoshi.Web.Pages;

/// <summary>首页 — what waits for the person.</summary>
public sealed class IndexModel(LuoshiDb db) : PageModel
{
    public string Name => db.Access.Name;
}

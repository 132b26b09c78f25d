using Luoshi.App.Accounts;
using Luoshi.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Luoshi.Web.Pages.Setup;

/// <summary>首次设置.</summary>
[EnableRateLimiting(Attempts.PolicyName)]
public sealed class SetupModel(SetUp setUp) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    [BindProperty]
    public string? Government { get; set; }

    [BindProperty]
    public List<string?> People { get; set; } = [];

    [BindProperty]
    public List<string?> Names { get; set; } = [];

    public bool IsOpen { get; private set; }

    /// <summary>Shown in the answer to the form and never again.</summary>
    public IReadOnlyList<FirstAccountMade>? Made { get; private set; }

    public async Task OnGetAsync(CancellationToken ct) => IsOpen = await setUp.IsOpenAsync(Token, ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var accounts = SetUp.Roles.Select((role, i) => new FirstAccount(role, Names.ElementAtOrDefault(i) ?? "", People.ElementAtOrDefault(i) ?? "")).ToList();
        var outcome = await setUp.ExecuteAsync(Token, Government ?? "", accounts, HttpContext.Connection.RemoteIpAddress?.ToString(), ct);
        if (outcome.Refusal is { } refusal)
        {
            IsOpen = refusal.Code != "setup-link-invalid";
            ModelState.Refuse(refusal.Code == "government-name-missing" ? "government" : "form", refusal);
            return Page();
        }

        Made = outcome.Value;
        return Page();
    }
}

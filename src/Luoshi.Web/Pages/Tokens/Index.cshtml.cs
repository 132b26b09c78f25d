using Luoshi.App.Accounts;
using Luoshi.App.Data;
using Luoshi.Core.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Pages.Tokens;

/// <summary>访问令牌 — one's own, for programs.</summary>
public sealed class IndexModel(LuoshiDb db, CreateAccessToken create, RevokeAccessToken revoke, TimeProvider clock) : PageModel
{
    // So many that nobody has them by hand.
    private const int Most = 100;

    [BindProperty]
    public string Name { get; set; } = "";

    [BindProperty]
    public TokenScope Scope { get; set; }

    [BindProperty]
    public int Days { get; set; } = 90;

    /// <summary>The secret of the token just made; it is shown this once.</summary>
    public string? Secret { get; private set; }

    public IReadOnlyList<TokenRow> Tokens { get; private set; } = [];

    public bool MayHave => db.Access.Role is { } role && !role.IsAdministrator();

    public async Task OnGetAsync(CancellationToken ct) => await LoadAsync(ct);

    // The secret is in no address and in no cookie: it is shown by the answer itself.
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var person = HttpContext.Features.Get<SignedIn>()!;
        if (ModelState.IsValid)
        {
            var outcome = await create.ExecuteAsync(person.PositionId, Name, Scope, Days, ct);
            if (outcome.Refusal is { } refusal)
            {
                ModelState.AddModelError(refusal.Code == "token-days-invalid" ? nameof(Days) : nameof(Name), refusal.Message);
            }
            else
            {
                (Secret, Name) = (outcome.Value.Secret, "");
                ModelState.Clear();
            }
        }

        await LoadAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostRevokeAsync(Guid id, CancellationToken ct)
    {
        if (await revoke.ExecuteAsync(id, ct) is not null)
        {
            return NotFound();
        }

        TempData["Notice"] = "已撤销，用它的程序不能再访问。";
        return RedirectToPage();
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        Tokens = await db.AccessTokens.AsNoTracking()
            .OrderByDescending(token => token.Id)
            .Take(Most)
            .Select(token => new TokenRow(token.Id, token.Name, token.Scope, token.CreatedAt, token.ExpiresAt, token.LastUsedAt, token.RevokedAt == null && token.ExpiresAt > now, token.RevokedAt != null))
            .ToListAsync(ct);
    }

    /// <summary>A token as its owner sees it.</summary>
    public sealed record TokenRow(Guid Id, string Name, TokenScope Scope, DateTime CreatedAt, DateTime ExpiresAt, DateTime? LastUsedAt, bool Holds, bool Revoked);
}

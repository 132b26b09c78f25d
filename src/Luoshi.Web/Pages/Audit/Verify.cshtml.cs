using Luoshi.App.Auditing;
using Luoshi.App.Data;
using Luoshi.Core.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Pages.Audit;

/// <summary>完整性校验.</summary>
public sealed class VerifyModel(LuoshiDb db, VerifyAudit verify) : PageModel
{
    private const int MostAnchors = 60;

    /// <summary>Null until it was asked for.</summary>
    public IReadOnlyList<ChainVerified>? Chains { get; private set; }

    public IReadOnlyList<AuditAnchor> Anchors { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    // It changes nothing, but takes long: asked for by a button, not by whoever follows links.
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var outcome = await verify.ExecuteAsync(ct);
        if (outcome.Refusal is not null)
        {
            return Forbid();
        }

        Chains = outcome.Value;
        return await ShowAsync(ct);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.ReadAudit) is not null)
        {
            return Forbid();
        }

        Anchors = await db.AuditAnchors.AsNoTracking().OrderByDescending(anchor => anchor.Day).Take(MostAnchors).ToListAsync(ct);
        return Page();
    }
}

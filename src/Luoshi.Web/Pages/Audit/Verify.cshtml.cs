using Luoshi.App.Auditing;
using Luoshi.App.Data;
using Luoshi.Core.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Pages.Audit;

/// <summary>完整性校验.</summary>
public sealed class VerifyModel(LuoshiDb db, VerifyAudit verify, UnderWay underWay) : PageModel
{
    private const int MostAnchors = 60;

    /// <summary>Null until it was asked for.</summary>
    public IReadOnlyList<ChainVerified>? Chains { get; private set; }

    public IReadOnlyList<AuditAnchor> Anchors { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    // It changes nothing, but takes long: asked for by a button, not by whoever follows links.
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        using var work = underWay.Begin(this);
        var all = await db.AuditChains.SumAsync(chain => chain.Sequence, ct);
        var outcome = await verify.ExecuteAsync(ct, new Told(seen => work.Tell($"已核对{seen:N0}条，共{all:N0}条", seen, all)));
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

    // Told where it happens, in order: the framework's own tells on some other thread, later.
    private sealed class Told(Action<long> tell) : IProgress<long>
    {
        public void Report(long value) => tell(value);
    }
}

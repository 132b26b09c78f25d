using Luoshi.App.Accounts;
using Luoshi.App.Data;
using Luoshi.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Pages.Account;

/// <summary>我的账号 — the person's own: password, second factor, positions, sessions.</summary>
public sealed class AccountModel(LuoshiDb db, SwitchPosition switchPosition, EndSession endSession, TimeProvider clock) : PageModel
{
    private const int MostSessions = 50;

    public SignedIn Person => SessionAuthentication.PersonOf(HttpContext);

    public bool HasSecondFactor { get; private set; }

    public int RecoveryCodesLeft { get; private set; }

    public IReadOnlyList<OwnPosition> Positions { get; private set; } = [];

    public IReadOnlyList<Session> Sessions { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var id = db.Access.AccountId;
        HasSecondFactor = await db.Accounts.AnyAsync(account => account.Id == id && account.SecondFactorSecret != null, ct);
        RecoveryCodesLeft = await db.RecoveryCodes.CountAsync(code => code.AccountId == id && code.UsedAt == null, ct);
        Positions = await OwnPosition.ListAsync(db, ct);
        var now = clock.GetUtcNow().UtcDateTime;
        var startedAfter = now.AddDays(-1);
        Sessions = (await db.Sessions.AsNoTracking()
            .Where(session => session.AccountId == id && session.EndedAt == null && session.StartedAt >= startedAfter)
            .OrderByDescending(session => session.SeenAt)
            .Take(MostSessions)
            .ToListAsync(ct)).FindAll(session => !session.IsOver(now));
    }

    public async Task<IActionResult> OnPostSwitchAsync(Guid id, CancellationToken ct)
    {
        var outcome = await switchPosition.ExecuteAsync(Person, id, ct);
        if (outcome.Refusal is { } refusal)
        {
            TempData["Notice"] = refusal.Message;
            return RedirectToPage();
        }

        SessionAuthentication.SetCookie(HttpContext, outcome.Value);
        return Redirect("/");
    }

    public async Task<IActionResult> OnPostEndAsync(Guid id, CancellationToken ct)
    {
        TempData["Notice"] = (await endSession.ExecuteAsync(id, ct))?.Message ?? "那个登录已退出。";
        return RedirectToPage();
    }
}

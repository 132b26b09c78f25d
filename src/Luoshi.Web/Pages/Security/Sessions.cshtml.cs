using Luoshi.App.Accounts;
using Luoshi.App.Data;
using Luoshi.Core.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Pages.Security;

/// <summary>A session that is open now.</summary>
public sealed record SessionRow(Guid Id, string Name, string DisplayName, Role Role, DateTime StartedAt, DateTime SeenAt, string? Address);

/// <summary>会话.</summary>
public sealed class SessionsModel(LuoshiDb db, EndSession endSession, SessionLimits limits, TimeProvider clock) : PageModel
{
    /// <summary>How many are shown.</summary>
    public const int Most = 500;

    public SessionLimits Limits => limits;

    public IReadOnlyList<SessionRow> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.EndSessions) is not null)
        {
            return Forbid();
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var (seenAfter, startedAfter) = (now - limits.Idle, now - limits.Longest);
        Rows = await db.Sessions.Where(session => session.EndedAt == null && session.SeenAt >= seenAfter && session.StartedAt >= startedAfter)
            .OrderByDescending(session => session.SeenAt)
            .Take(Most)
            .Join(db.Accounts, session => session.AccountId, account => account.Id, (session, account) => new { session, account })
            .Join(db.Positions, both => both.session.PositionId, position => position.Id, (both, position) => new { both.session, both.account, position })
            .OrderByDescending(row => row.session.SeenAt)
            .Select(row => new SessionRow(row.session.Id, row.account.UserName!, row.account.DisplayName, row.position.Role, row.session.StartedAt, row.session.SeenAt, row.session.Address))
            .ToListAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.EndSessions) is not null)
        {
            return Forbid();
        }

        TempData["Notice"] = (await endSession.ExecuteAsync(id, ct))?.Message ?? "会话已终止，那个人下一次点击就要重新登录。";
        return RedirectToPage();
    }
}

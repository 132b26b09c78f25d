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
public sealed class SessionsModel(LuoshiDb db, EndSession endSession, TimeProvider clock) : PageModel
{
    /// <summary>How many are shown.</summary>
    public const int Most = 500;

    public SecurityPolicy Policy { get; private set; } = null!;

    public IReadOnlyList<SessionRow> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.EndSessions) is not null)
        {
            return Forbid();
        }

        var now = clock.GetUtcNow().UtcDateTime;
        Policy = await SecurityPolicy.OfAsync(db, db.Access.GovernmentId, ct);

        // None lasts longer than a day; how long each does, it says itself.
        var startedAfter = now.AddDays(-1);
        var rows = await db.Sessions.AsNoTracking().Where(session => session.EndedAt == null && session.StartedAt >= startedAfter)
            .OrderByDescending(session => session.SeenAt)
            .Take(Most)
            .Join(db.Accounts, session => session.AccountId, account => account.Id, (session, account) => new { session, account })
            .Join(db.Positions, both => both.session.PositionId, position => position.Id, (both, position) => new { both.session, both.account, position })
            .OrderByDescending(row => row.session.SeenAt)
            .ToListAsync(ct);
        Rows = [.. rows.Where(row => !row.session.IsOver(now))
            .Select(row => new SessionRow(row.session.Id, row.account.UserName!, row.account.DisplayName, row.position.Role, row.session.StartedAt, row.session.SeenAt, row.session.Address))];
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

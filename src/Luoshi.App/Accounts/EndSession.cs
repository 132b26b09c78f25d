using Luoshi.App.Data;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Accounts;

/// <summary>终止会话 — one's own on another machine, or anybody's by the security administrator.</summary>
public sealed class EndSession(LuoshiDb db, TimeProvider clock)
{
    /// <returns>Null when done; <c>forbidden</c>, <c>session-not-found</c>.</returns>
    public async Task<Refusal?> ExecuteAsync(Guid sessionId, CancellationToken ct)
    {
        var session = await db.Sessions.SingleOrDefaultAsync(session => session.Id == sessionId && session.EndedAt == null, ct);
        if (session?.AccountId != db.Access.AccountId && db.Access.Refuse(Operation.EndSessions) is { } refusal)
        {
            return refusal;
        }

        if (session is null)
        {
            return new Refusal("session-not-found", "这个会话已经结束。");
        }

        var isOwn = session.AccountId == db.Access.AccountId;
        OpenSession.End(session, clock.GetUtcNow().UtcDateTime, isOwn ? "ended-by-owner" : "ended-by-administrator");
        db.Record("session-ended", nameof(Account), session.AccountId);
        return await db.TrySaveAsync(ct);
    }
}

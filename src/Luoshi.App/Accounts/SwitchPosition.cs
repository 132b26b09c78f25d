using Luoshi.App.Data;
using Luoshi.Core;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Accounts;

/// <summary>切换身份 — goes on in another of one's own positions, with a new secret.</summary>
public sealed class SwitchPosition(LuoshiDb db, TimeProvider clock)
{
    /// <returns>The new secret for the cookie; <c>forbidden</c>, <c>position-not-found</c>.</returns>
    public async Task<Outcome<string>> ExecuteAsync(SignedIn person, Guid positionId, CancellationToken ct)
    {
        if (person.Need != SessionNeed.Nothing)
        {
            return new Refusal("forbidden", "请先完成登录。");
        }

        db.ActAs(OpenSession.OnBehalfOf(person));
        if (!await db.Positions.AnyAsync(position => position.Id == positionId && position.AccountId == person.Access.AccountId && position.EndedAt == null, ct))
        {
            return new Refusal("position-not-found", "您没有这个身份，可能刚被收回。");
        }

        var account = await db.Accounts.AsNoTracking().SingleAsync(account => account.Id == person.Access.AccountId, ct);
        var session = await db.Sessions.SingleAsync(session => session.Id == person.SessionId, ct);
        var secret = OpenSession.Replace(db, account, session, positionId, session.SecondFactorShown, clock.GetUtcNow().UtcDateTime, "position-switched");
        db.Record("position-switched", nameof(Position), positionId);
        return await db.TrySaveAsync(ct) is { } changed ? changed : secret;
    }
}

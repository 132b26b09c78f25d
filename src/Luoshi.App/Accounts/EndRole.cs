using Luoshi.App.Data;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Accounts;

/// <summary>收回角色 — the position ends, and with it every session of the account.</summary>
public sealed class EndRole(LuoshiDb db, TimeProvider clock)
{
    /// <returns>Null when done; <c>forbidden</c>, <c>position-not-found</c>, <c>own-role</c>.</returns>
    public async Task<Refusal?> ExecuteAsync(Guid positionId, string? reason, CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.ManageRoles) is { } refusal)
        {
            return refusal;
        }

        if (await db.Positions.SingleOrDefaultAsync(position => position.Id == positionId && position.EndedAt == null, ct) is not { } position)
        {
            return new Refusal("position-not-found", "没有找到这个角色，可能已经收回。");
        }

        if (position.AccountId == db.Access.AccountId)
        {
            return new Refusal("own-role", "不能收回自己的角色，请由另一位安全管理员办理。");
        }

        var now = clock.GetUtcNow().UtcDateTime;
        position.EndedAt = now;
        await OpenSession.EndAllAsync(db, position.AccountId, now, "role-changed", ct);
        db.Record(position.GovernmentId, "role-ended", nameof(Position), position.Id, reason);
        return await db.TrySaveAsync(ct);
    }
}

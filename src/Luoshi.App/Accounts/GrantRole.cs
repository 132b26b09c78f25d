using Luoshi.App.Data;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Accounts;

/// <summary>授予角色 — a position for an account, in a unit or a post where the role is of one.</summary>
public sealed class GrantRole(LuoshiDb db, TimeProvider clock)
{
    /// <returns>The position; <c>forbidden</c>, <c>account-not-found</c>, <c>roles-exclude</c>, <c>role-needs-unit</c>, <c>role-needs-post</c>, <c>role-held</c>, <c>own-role</c>.</returns>
    public async Task<Outcome<Position>> ExecuteAsync(Guid accountId, Role role, Guid? unitId, Guid? postId, CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.ManageRoles) is { } refusal)
        {
            return refusal;
        }

        if (accountId == db.Access.AccountId)
        {
            return new Refusal("own-role", "不能给自己授予角色，请由另一位安全管理员办理。");
        }

        if (await db.Accounts.SingleOrDefaultAsync(account => account.Id == accountId, ct) is not { } account)
        {
            return new Refusal("account-not-found", "没有找到这个账号。");
        }

        if (role.IsOfUnit() && (unitId is null || !await db.Units.AnyAsync(unit => unit.GovernmentId == account.GovernmentId && unit.Id == unitId, ct)))
        {
            return new Refusal("role-needs-unit", $"{role.Name()}要选定所在单位。");
        }

        if (role == Role.Leader && (postId is null || !await db.LeaderPosts.AnyAsync(post => post.GovernmentId == account.GovernmentId && post.Id == postId, ct)))
        {
            return new Refusal("role-needs-post", "分管领导要选定职务。");
        }

        var held = await db.Positions.Where(position => position.AccountId == accountId && position.EndedAt == null).ToListAsync(ct);
        if (held.Find(position => !position.Role.MayJoin(role)) is { } other)
        {
            return new Refusal("roles-exclude", $"{account.DisplayName}已是{other.Role.Name()}，不能同时做{role.Name()}：三员之间、三员与业务岗位不得兼任。");
        }

        var position = new Position
        {
            GovernmentId = account.GovernmentId,
            AccountId = accountId,
            Role = role,
            UnitId = role.IsOfUnit() ? unitId : null,
            PostId = role == Role.Leader ? postId : null,
        };
        if (held.Exists(one => one.Role == role && one.UnitId == position.UnitId && one.PostId == position.PostId))
        {
            return new Refusal("role-held", $"{account.DisplayName}已经是{role.Name()}。");
        }

        db.Add(position);
        await OpenSession.EndAllAsync(db, accountId, clock.GetUtcNow().UtcDateTime, "role-changed", ct);
        db.Record(account.GovernmentId, "role-granted", nameof(Position), position.Id);
        await db.SaveChangesAsync(ct);
        return position;
    }
}

using Luoshi.App.Data;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Accounts;

/// <summary>A token that was made. The secret is told once and kept nowhere.</summary>
public sealed record AccessTokenCreated(Guid Id, string Secret, DateTime ExpiresAt);

/// <summary>生成访问令牌 for a program, by somebody who has signed in.</summary>
public sealed class CreateAccessToken(LuoshiDb db, TimeProvider clock)
{
    public const int LongestName = 50;

    /// <summary>At most so many that hold, for each account.</summary>
    public const int Most = 20;

    private const int LongestDays = 365;

    /// <param name="positionId">The position it acts in: the owner's own.</param>
    /// <param name="name">What the program is called.</param>
    /// <param name="scope">What it may do.</param>
    /// <param name="days">How long it holds.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The secret; <c>forbidden</c>, <c>token-makes-no-token</c>, <c>token-for-administrator</c>, <c>token-name-invalid</c>, <c>token-days-invalid</c>, <c>position-not-found</c>, <c>too-many-tokens</c>.</returns>
    public async Task<Outcome<AccessTokenCreated>> ExecuteAsync(Guid positionId, string name, TokenScope scope, int days, CancellationToken ct)
    {
        if (Refuse(db.Access) is { } refusal)
        {
            return refusal;
        }

        if (string.IsNullOrWhiteSpace(name) || name.Trim().Length > LongestName)
        {
            return new Refusal("token-name-invalid", $"请写明给哪个程序用，最多{LongestName}字。");
        }

        if (days is < 1 or > LongestDays)
        {
            return new Refusal("token-days-invalid", $"有效期要在1天到{LongestDays}天之间。");
        }

        if (!await db.Positions.AnyAsync(position => position.Id == positionId && position.AccountId == db.Access.AccountId && position.EndedAt == null, ct))
        {
            return new Refusal("position-not-found", "您现在没有这个岗位。");
        }

        var now = clock.GetUtcNow().UtcDateTime;
        if (await db.AccessTokens.CountAsync(token => token.RevokedAt == null && token.ExpiresAt > now, ct) >= Most)
        {
            return new Refusal("too-many-tokens", $"最多同时有{Most}个有效令牌，请先撤销不用的。");
        }

        var secret = AccessTokenSecret.Create();
        var token = new AccessToken
        {
            GovernmentId = db.Access.GovernmentId,
            AccountId = db.Access.AccountId!.Value,
            PositionId = positionId,
            Name = name.Trim(),
            TokenHash = AccessTokenSecret.HashOf(secret)!,
            Scope = scope,
            CreatedAt = now,
            ExpiresAt = now.AddDays(days),
        };
        db.Add(token);
        db.Record("access-token-created", nameof(AccessToken), token.Id);
        await db.SaveChangesAsync(ct);
        return new AccessTokenCreated(token.Id, secret, token.ExpiresAt);
    }

    // A token that makes tokens never ends; and an administrator's second factor would be worth nothing beside one.
    private static Refusal? Refuse(Access access) =>
        access.AccountId is null || access.Role is not { } role ? new Refusal("forbidden", "请先登录。")
        : access.IsProgram ? new Refusal("token-makes-no-token", "令牌不能再生成令牌，请登录网页办理。")
        : role.IsAdministrator() ? new Refusal("token-for-administrator", "管理员账号不能使用访问令牌。")
        : null;
}

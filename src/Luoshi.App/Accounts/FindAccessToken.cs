using Luoshi.App.Data;
using Luoshi.Core.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Accounts;

/// <summary>Whom a program acts as.</summary>
public sealed record TokenBearer(Guid TokenId, string AccountName, Access Access);

/// <summary>Who is behind the secret of a program's request. Asked for on every request: a token that was revoked is worth nothing with the next one.</summary>
public sealed class FindAccessToken(LuoshiDb db, TimeProvider clock)
{
    // Used to the minute is enough; a write for every request would be too much.
    private static readonly TimeSpan s_usedEvery = TimeSpan.FromMinutes(1);

    /// <returns>Null when the secret opens nothing: unknown, revoked, expired, its account disabled or its position ended.</returns>
    public async Task<TokenBearer?> ExecuteAsync(string secret, string? address, string requestId, CancellationToken ct)
    {
        if (AccessTokenSecret.HashOf(secret) is not { } hash)
        {
            return null;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        db.ActAs(Access.System);
        try
        {
            var found = await db.AccessTokens.Where(token => token.TokenHash == hash && token.RevokedAt == null && token.ExpiresAt > now)
                .Join(db.Accounts.Where(account => account.DisabledAt == null), token => token.AccountId, account => account.Id, (token, account) => new { token, account })
                .Join(db.Positions.Where(position => position.EndedAt == null), both => new { both.token.GovernmentId, Id = both.token.PositionId }, position => new { position.GovernmentId, position.Id }, (both, position) => new { both.token, both.account.UserName, both.account.DisplayName, position })
                .AsNoTracking()
                .SingleOrDefaultAsync(ct);
            if (found is null)
            {
                return null;
            }

            if (found.token.LastUsedAt is not { } used || now - used > s_usedEvery)
            {
                using var turn = await db.EnterAsync(ct);
                await db.AccessTokens.Where(row => row.TokenHash == hash).ExecuteUpdateAsync(set => set.SetProperty(row => row.LastUsedAt, now), ct);
            }

            return new TokenBearer(found.token.Id, found.UserName!, new Access
            {
                GovernmentId = found.position.GovernmentId,
                Scope = found.position.Role.Scope(),
                AccountId = found.token.AccountId,
                Name = found.DisplayName,
                Role = found.position.Role,
                UnitId = found.position.UnitId,
                PostId = found.position.PostId,
                Address = address,
                RequestId = requestId,
                IsProgram = true,
                ReadsOnly = found.token.Scope == TokenScope.Read,
            });
        }
        finally
        {
            db.ActAs(Access.Nobody);
        }
    }
}

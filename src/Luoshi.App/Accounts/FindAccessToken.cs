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

    private static readonly KeptQuery<byte[], DateTime, Opened> s_ofHash = new((db, hash, now) => db.AccessTokens
        .Where(token => token.TokenHash == hash && token.RevokedAt == null && token.ExpiresAt > now)
        .Join(db.Accounts.Where(account => account.DisabledAt == null), token => token.AccountId, account => account.Id, (token, account) => new { token, account })
        .Join(db.Positions.Where(position => position.EndedAt == null), both => new { both.token.GovernmentId, Id = both.token.PositionId }, position => new { position.GovernmentId, position.Id }, (both, position) =>
            new Opened(both.token, both.account.UserName!, both.account.DisplayName, position))
        .AsNoTracking());

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
            var found = await s_ofHash.Of(db, hash, now).SingleOrDefaultAsync(ct);
            if (found is null)
            {
                return null;
            }

            if (found.Token.LastUsedAt is not { } used || now - used > s_usedEvery)
            {
                using var turn = await db.EnterAsync(ct);
                await db.AccessTokens.Where(row => row.TokenHash == hash).ExecuteUpdateAsync(set => set.SetProperty(row => row.LastUsedAt, now), ct);
            }

            return new TokenBearer(found.Token.Id, found.UserName, new Access
            {
                GovernmentId = found.Position.GovernmentId,
                Scope = found.Position.Role.Scope(),
                AccountId = found.Token.AccountId,
                Name = found.DisplayName,
                Role = found.Position.Role,
                UnitId = found.Position.UnitId,
                PostId = found.Position.PostId,
                Address = address,
                RequestId = requestId,
                IsProgram = true,
                ReadsOnly = found.Token.Scope == TokenScope.Read,
            });
        }
        finally
        {
            db.ActAs(Access.Nobody);
        }
    }

    private sealed record Opened(AccessToken Token, string UserName, string DisplayName, Position Position);
}

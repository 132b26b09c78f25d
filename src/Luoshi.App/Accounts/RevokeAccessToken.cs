using Luoshi.App.Data;
using Luoshi.Core;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Accounts;

/// <summary>撤销访问令牌 — of one's own; it opens nothing from the next request on.</summary>
public sealed class RevokeAccessToken(LuoshiDb db, TimeProvider clock)
{
    /// <returns>Null when it holds no more; <c>token-not-found</c>.</returns>
    public async Task<Refusal?> ExecuteAsync(Guid tokenId, CancellationToken ct)
    {
        var token = await db.AccessTokens.SingleOrDefaultAsync(token => token.Id == tokenId, ct);
        if (token is null)
        {
            return new Refusal("token-not-found", "没有找到这个令牌。");
        }

        if (token.RevokedAt is null)
        {
            token.RevokedAt = clock.GetUtcNow().UtcDateTime;
            db.Record("access-token-revoked", nameof(AccessToken), token.Id);
            await db.SaveChangesAsync(ct);
        }

        return null;
    }
}

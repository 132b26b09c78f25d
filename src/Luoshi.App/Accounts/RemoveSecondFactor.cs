using Luoshi.App.Data;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Accounts;

/// <summary>
/// 重置动态口令 — for somebody whose telephone is gone with the recovery codes. Done by the security administrator, who cannot reset passwords:
/// neither administrator alone gets into another's account.
/// </summary>
public sealed class RemoveSecondFactor(LuoshiDb db, TimeProvider clock)
{
    /// <returns>Null when done; <c>forbidden</c>, <c>own-account</c>, <c>account-not-found</c>.</returns>
    public async Task<Refusal?> ExecuteAsync(Guid accountId, CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.ManagePolicies) is { } refusal)
        {
            return refusal;
        }

        if (accountId == db.Access.AccountId)
        {
            return new Refusal("own-account", "不能重置自己的动态口令，请由另一位安全管理员办理。");
        }

        if (await db.Accounts.SingleOrDefaultAsync(account => account.Id == accountId && account.SecondFactorSecret != null, ct) is not { } account)
        {
            return new Refusal("account-not-found", "没有找到这个账号，或它没有启用动态口令。");
        }

        account.SecondFactorSecret = null;
        account.SecurityStamp = Guid.NewGuid().ToString("N");
        (await db.RecoveryCodes.Where(code => code.AccountId == accountId).ToListAsync(ct)).ForEach(code => db.Remove(code));
        await OpenSession.EndAllAsync(db, accountId, clock.GetUtcNow().UtcDateTime, "second-factor-changed", ct);
        db.Record(account.GovernmentId, "second-factor-removed", nameof(Account), accountId);
        return await db.TrySaveAsync(ct);
    }
}

using Luoshi.App.Data;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Accounts;

/// <summary>停用和启用账号. Nobody is deleted: what they did stays theirs.</summary>
public sealed class DisableAccount(LuoshiDb db, TimeProvider clock)
{
    /// <returns>Null when done; <c>forbidden</c>, <c>account-not-found</c>, <c>own-account</c>.</returns>
    public async Task<Refusal?> ExecuteAsync(Guid accountId, bool disabled, string? reason, CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.ManageAccounts) is { } refusal)
        {
            return refusal;
        }

        if (accountId == db.Access.AccountId)
        {
            return new Refusal("own-account", "不能停用自己的账号，请由另一位系统管理员办理。");
        }

        if (await db.Accounts.SingleOrDefaultAsync(account => account.Id == accountId, ct) is not { } account)
        {
            return new Refusal("account-not-found", "没有找到这个账号。");
        }

        var now = clock.GetUtcNow().UtcDateTime;
        if (!disabled)
        {
            (account.DisabledAt, account.InUseSince) = (null, now);
        }
        else
        {
            account.DisabledAt ??= now;
            await OpenSession.EndAllAsync(db, account.Id, now, "account-disabled", ct);
        }

        db.Record(account.GovernmentId, disabled ? "account-disabled" : "account-enabled", nameof(Account), account.Id, reason);
        return await db.TrySaveAsync(ct);
    }
}

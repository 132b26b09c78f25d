using Luoshi.App.Data;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Accounts;

/// <summary>重置密码 — a new one to be told once and changed at the next sign-in. Ends the account's sessions and its lock.</summary>
public sealed class ResetPassword(LuoshiDb db, UserManager<Account> accounts, TimeProvider clock)
{
    /// <returns>The password; <c>forbidden</c>, <c>account-not-found</c>, <c>own-account</c>.</returns>
    public async Task<Outcome<string>> ExecuteAsync(Guid accountId, CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.ManageAccounts) is { } refusal)
        {
            return refusal;
        }

        if (accountId == db.Access.AccountId)
        {
            return new Refusal("own-account", "自己的密码请在“我的账号”里修改。");
        }

        if (await db.Accounts.SingleOrDefaultAsync(account => account.Id == accountId, ct) is not { } account)
        {
            return new Refusal("account-not-found", "没有找到这个账号。");
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var password = FirstPassword.Create();
        db.Add(new FormerPassword { GovernmentId = account.GovernmentId, AccountId = account.Id, PasswordHash = account.PasswordHash! });
        account.PasswordHash = accounts.PasswordHasher.HashPassword(account, password);
        account.SecurityStamp = Guid.NewGuid().ToString("N");
        account.PasswordChangedAt = now;
        account.MustChangePassword = true;
        account.AccessFailedCount = 0;
        account.LockoutEnd = null;
        await OpenSession.EndAllAsync(db, account.Id, now, "password-reset", ct);
        db.Record(account.GovernmentId, "password-reset", nameof(Account), account.Id);
        return await db.TrySaveAsync(ct) is { } changed ? changed : password;
    }
}

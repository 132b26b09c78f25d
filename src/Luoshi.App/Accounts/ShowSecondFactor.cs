using Luoshi.App.Data;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Accounts;

/// <summary>输入动态口令 — the second step of signing in, by the code of the moment or by a recovery code. Either is good once.</summary>
public sealed class ShowSecondFactor(LuoshiDb db, UserManager<Account> accounts, SecondFactorSecrets secrets, TimeProvider clock)
{
    /// <returns>The new secret for the cookie; <c>code-wrong</c>, <c>account-locked</c>.</returns>
    public async Task<Outcome<string>> ExecuteAsync(SignedIn person, string code, CancellationToken ct)
    {
        db.ActAs(OpenSession.OnBehalfOf(person));
        var account = await db.Accounts.SingleAsync(account => account.Id == person.Access.AccountId, ct);
        if (await accounts.IsLockedOutAsync(account))
        {
            return new Refusal("account-locked", "动态口令输错次数过多，账号已锁定，请30分钟后再试。");
        }

        var now = clock.GetUtcNow().UtcDateTime;
        if (!await TakeAsync(account, code.Trim(), now, ct))
        {
            db.Record("second-factor-failed", nameof(Account), account.Id);
            await accounts.AccessFailedAsync(account);
            return new Refusal("code-wrong", "动态口令不对，或已经用过。请等手机上换出新的6位数字再输入。");
        }

        account.AccessFailedCount = 0;
        account.ConcurrencyStamp = Guid.NewGuid().ToString("N");
        var session = await db.Sessions.SingleAsync(session => session.Id == person.SessionId, ct);
        var secret = OpenSession.Replace(db, account, session, session.PositionId, secondFactorShown: true, now, "second-factor-shown");
        db.Record("second-factor-shown", nameof(Account), account.Id);

        // Two who show the same code at once: the account's stamp lets one of them through.
        return await db.TrySaveAsync(ct) is { } changed ? changed : secret;
    }

    private async Task<bool> TakeAsync(Account account, string code, DateTime now, CancellationToken ct)
    {
        if (account.SecondFactorSecret is null)
        {
            return false;
        }

        if (OneTimeCode.Match(secrets.Unprotect(account.Id, account.SecondFactorSecret), code, now, account.SecondFactorStep) is { } step)
        {
            account.SecondFactorStep = step;
            return true;
        }

        return await RecoveryCodes.TakeAsync(db, account.Id, code, now, ct);
    }
}

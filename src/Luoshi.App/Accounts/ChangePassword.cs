using Luoshi.App.Data;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Accounts;

/// <summary>修改密码 — one's own. Every other session of the account is over, and this one goes on with a new secret.</summary>
public sealed class ChangePassword(LuoshiDb db, UserManager<Account> accounts, TimeProvider clock)
{
    /// <returns>The new secret for the cookie; <c>password-wrong</c>, <c>password-same</c>, or what <see cref="PasswordRules.Refuse"/> refuses.</returns>
    public async Task<Outcome<string>> ExecuteAsync(SignedIn person, string current, string wanted, CancellationToken ct)
    {
        db.ActAs(OpenSession.OnBehalfOf(person));
        var account = await db.Accounts.SingleAsync(account => account.Id == person.Access.AccountId, ct);
        if (await accounts.IsLockedOutAsync(account))
        {
            return new Refusal("account-locked", "现用密码输错次数过多，请30分钟后再试。");
        }

        if (!await accounts.CheckPasswordAsync(account, current))
        {
            db.Record("password-change-failed", nameof(Account), account.Id);
            await accounts.AccessFailedAsync(account);
            return new Refusal("password-wrong", "现用密码不对。");
        }

        var rules = await PasswordRulesOf.AccountAsync(db, account, ct);
        if (rules.Refuse(wanted, await NamesAsync(account, ct)) is { } refusal)
        {
            return refusal;
        }

        var former = await db.FormerPasswords.Where(row => row.AccountId == account.Id).OrderByDescending(row => row.Id).ToListAsync(ct);
        if (former.Take(rules.Remembered - 1).Select(row => row.PasswordHash).Prepend(account.PasswordHash!)
            .Any(hash => accounts.PasswordHasher.VerifyHashedPassword(account, hash, wanted) != PasswordVerificationResult.Failed))
        {
            return new Refusal("password-same", rules.Remembered > 1 ? $"新密码不能与最近{rules.Remembered}次用过的相同。" : "新密码不能与现用的相同。");
        }

        db.Add(new FormerPassword { GovernmentId = account.GovernmentId, AccountId = account.Id, PasswordHash = account.PasswordHash! });
        former.Skip(PasswordRules.Of(PasswordProfile.LevelThree, hasSecondFactor: false).Remembered - 2).ToList().ForEach(row => db.Remove(row));
        var now = clock.GetUtcNow().UtcDateTime;
        account.PasswordHash = accounts.PasswordHasher.HashPassword(account, wanted);
        account.SecurityStamp = Guid.NewGuid().ToString("N");
        account.PasswordChangedAt = now;
        account.MustChangePassword = false;
        account.AccessFailedCount = 0;
        var session = await db.Sessions.SingleAsync(session => session.Id == person.SessionId, ct);
        await OpenSession.EndAllAsync(db, account.Id, now, "password-changed", ct);
        var secret = OpenSession.Replace(db, account, session, session.PositionId, session.SecondFactorShown, now, "password-changed");
        db.Record("password-changed", nameof(Account), account.Id);
        await db.SaveChangesAsync(ct);
        return secret;
    }

    private async Task<List<string>> NamesAsync(Account account, CancellationToken ct)
    {
        var units = await db.Positions.Where(position => position.AccountId == account.Id && position.EndedAt == null)
            .Join(db.Units, position => position.UnitId, unit => unit.Id, (_, unit) => unit.Name)
            .ToListAsync(ct);
        var government = await db.Governments.AsNoTracking().SingleAsync(government => government.Id == account.GovernmentId, ct);
        return [account.UserName!, account.DisplayName, government.Place, .. units];
    }
}

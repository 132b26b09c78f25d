using Luoshi.App.Data;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Accounts;

/// <summary>What somebody who wants in gives.</summary>
public sealed record SignInRequest(string Name, string Password, string? Address, string? Agent);

/// <summary>
/// 登录 — opens a session for whoever knows the password of an account with a position. Where a second factor is set up, the session lets nothing
/// be done until <see cref="ShowSecondFactor"/>.
/// </summary>
public sealed class SignIn(LuoshiDb db, UserManager<Account> accounts, TimeProvider clock)
{
    // One answer for a wrong name and a wrong password: nobody learns which accounts there are.
    private static readonly Refusal s_wrong = new("sign-in-failed", "账号或密码不对。连续输错5次将锁定30分钟。");

    private static readonly string s_noHash = new PasswordHasher<Account>().HashPassword(new Account { GovernmentId = 0, DisplayName = "" }, Guid.NewGuid().ToString());

    /// <returns>The secret for the cookie; <c>sign-in-failed</c>, <c>account-locked</c>, <c>account-disabled</c> or <c>no-position</c>.</returns>
    public async Task<Outcome<string>> ExecuteAsync(SignInRequest request, CancellationToken ct)
    {
        db.ActAs(Access.System with { Name = request.Name.Length > 50 ? request.Name[..50] : request.Name, Address = request.Address });
        var account = await accounts.FindByNameAsync(request.Name);
        if (account is null || request.Password.Length > PasswordRules.Longest)
        {
            // As long as a real one takes: the time tells nothing either.
            accounts.PasswordHasher.VerifyHashedPassword(new Account { GovernmentId = 0, DisplayName = "" }, s_noHash, request.Password[..Math.Min(request.Password.Length, PasswordRules.Longest)]);
            return s_wrong;
        }

        if (await accounts.IsLockedOutAsync(account))
        {
            return new Refusal("account-locked", "这个账号因多次输错密码已被锁定，请30分钟后再试，或联系系统管理员重置密码。");
        }

        if (!await accounts.CheckPasswordAsync(account, request.Password))
        {
            db.Record(account.GovernmentId, "sign-in-failed", nameof(Account), account.Id);
            await accounts.AccessFailedAsync(account);
            return s_wrong;
        }

        if (account.DisabledAt is not null)
        {
            return new Refusal("account-disabled", "这个账号已停用，请联系系统管理员。");
        }

        var position = await db.Positions.Where(held => held.AccountId == account.Id && held.EndedAt == null).OrderBy(held => held.Id).FirstOrDefaultAsync(ct);
        return position is null
            ? new Refusal("no-position", "这个账号还没有授予角色，请联系安全管理员。")
            : await OpenAsync(account, position, request, ct);
    }

    private async Task<Outcome<string>> OpenAsync(Account account, Position position, SignInRequest request, CancellationToken ct)
    {
        // From here on it is known who it is.
        db.ActAs(db.Access with { AccountId = account.Id, Name = account.DisplayName });
        var now = clock.GetUtcNow().UtcDateTime;
        var policy = await SecurityPolicy.OfAsync(db, account.GovernmentId, ct);
        var rules = PasswordRules.Of(policy.PasswordProfile, account.SecondFactorSecret is not null);
        account.LastSignedInAt = now;
        account.MustChangePassword |= rules.GoodFor is { } goodFor && now - account.PasswordChangedAt > goodFor;

        // With a second factor the failures count until it was shown too: six digits are soon guessed otherwise.
        account.AccessFailedCount = account.SecondFactorSecret is null ? 0 : account.AccessFailedCount;
        var secret = OpenSession.Add(db, account, position.Id, secondFactorShown: false, new SessionOrigin(now, now, request.Address, request.Agent, policy.IdleMinutes, policy.SessionHours));
        db.Record(account.GovernmentId, "signed-in", nameof(Account), account.Id);
        await db.SaveChangesAsync(ct);
        return secret;
    }
}

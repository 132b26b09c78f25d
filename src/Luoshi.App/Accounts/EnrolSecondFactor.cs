using System.Security.Cryptography;
using Luoshi.App.Data;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Accounts;

/// <summary>A secret to be put into an authenticator, and the form's own copy of it, which nobody else can read or make.</summary>
public sealed record SecondFactorOffer(string Secret, string Uri, string Ticket);

/// <summary>The codes to be kept on paper, and the new secret for the cookie.</summary>
public sealed record SecondFactorEnrolled(IReadOnlyList<string> RecoveryCodes, string SessionSecret);

/// <summary>启用动态口令 — the second factor of one's own account, proved by a first code.</summary>
public sealed class EnrolSecondFactor(LuoshiDb db, SecondFactorSecrets secrets, TimeProvider clock)
{
    private const int Codes = 10;
    private static readonly TimeSpan s_offerStands = TimeSpan.FromMinutes(20);

    /// <summary>A new secret; nothing is kept until the first code.</summary>
    public SecondFactorOffer Offer(SignedIn person) => Offer(person, RandomNumberGenerator.GetBytes(OneTimeCode.SecretLength));

    /// <summary>The secret of a form that came back with a wrong code, or a new one where that is too old.</summary>
    public SecondFactorOffer OfferAgain(SignedIn person, string ticket) =>
        secrets.ReadOffer(person.SessionId, ticket, clock.GetUtcNow()) is { } secret ? Offer(person, secret) : Offer(person);

    /// <returns>The recovery codes, to be shown once; <c>second-factor-set</c>, <c>offer-expired</c>, <c>code-wrong</c>.</returns>
    public async Task<Outcome<SecondFactorEnrolled>> ExecuteAsync(SignedIn person, string ticket, string code, CancellationToken ct)
    {
        db.ActAs(OpenSession.OnBehalfOf(person));
        var account = await db.Accounts.SingleAsync(account => account.Id == person.Access.AccountId, ct);
        if (account.SecondFactorSecret is not null)
        {
            return new Refusal("second-factor-set", "这个账号已经启用动态口令。");
        }

        if (secrets.ReadOffer(person.SessionId, ticket, clock.GetUtcNow()) is not { } secret)
        {
            return new Refusal("offer-expired", "这个二维码已过期，请重新扫描新的二维码。");
        }

        var now = clock.GetUtcNow().UtcDateTime;
        if (OneTimeCode.Match(secret, code.Trim(), now, lastStep: 0) is not { } step)
        {
            return new Refusal("code-wrong", "动态口令不对。请核对手机时间是否准确，再输入当前显示的6位数字。");
        }

        account.SecondFactorSecret = secrets.Protect(account.Id, secret);
        account.SecondFactorStep = step;
        account.SecurityStamp = Guid.NewGuid().ToString("N");
        var codes = Enumerable.Range(0, Codes).Select(_ => RecoveryCodes.Create()).ToList();
        await RecoveryCodes.ReplaceAsync(db, account, codes, ct);
        var session = await db.Sessions.SingleAsync(session => session.Id == person.SessionId, ct);
        await OpenSession.EndAllAsync(db, account.Id, now, "second-factor-changed", ct);
        var cookie = OpenSession.Replace(db, account, session, session.PositionId, secondFactorShown: true, now, "second-factor-changed");
        db.Record("second-factor-enrolled", nameof(Account), account.Id);
        return await db.TrySaveAsync(ct) is { } changed ? changed : new SecondFactorEnrolled(codes, cookie);
    }

    private SecondFactorOffer Offer(SignedIn person, byte[] secret)
    {
        var typed = OneTimeCode.ToBase32(secret);
        var issuer = Uri.EscapeDataString("落实");
        return new SecondFactorOffer(
            typed,
            $"otpauth://totp/{issuer}:{Uri.EscapeDataString(person.AccountName)}?secret={typed}&issuer={issuer}",
            secrets.ProtectOffer(person.SessionId, secret, clock.GetUtcNow() + s_offerStands));
    }
}

using System.Buffers.Text;
using System.Security.Cryptography;
using Luoshi.App.Data;
using Luoshi.Core.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Accounts;

/// <summary>Opening and ending sessions, within the save of whatever operation does it.</summary>
internal static class OpenSession
{
    /// <summary>Adds a session with a secret of its own.</summary>
    /// <returns>The secret for the cookie.</returns>
    public static string Add(LuoshiDb db, Account account, Guid positionId, bool secondFactorShown, SessionOrigin origin)
    {
        var secret = RandomNumberGenerator.GetBytes(32);
        db.Add(new Session
        {
            GovernmentId = account.GovernmentId,
            SecretHash = SHA256.HashData(secret),
            AccountId = account.Id,
            PositionId = positionId,
            SecurityStamp = account.SecurityStamp!,
            SecondFactorShown = secondFactorShown,
            StartedAt = origin.StartedAt,
            IdleMinutes = origin.IdleMinutes,
            LongestHours = origin.LongestHours,
            SeenAt = origin.Now,
            Address = origin.Address,
            Agent = origin.Agent is { Length: > 300 } agent ? agent[..300] : origin.Agent,
        });
        return Base64Url.EncodeToString(secret);
    }

    /// <summary>Puts a new session with a new secret in the place of one, which is over. It ends no later than the old one would have.</summary>
    /// <returns>The secret for the cookie.</returns>
    public static string Replace(LuoshiDb db, Account account, Session old, Guid positionId, bool secondFactorShown, DateTime now, string reason)
    {
        End(old, now, reason);
        return Add(db, account, positionId, secondFactorShown, new SessionOrigin(old.StartedAt, now, old.Address, old.Agent, old.IdleMinutes, old.LongestHours));
    }

    public static void End(Session session, DateTime now, string reason)
    {
        session.EndedAt = now;
        session.EndReason = reason;
    }

    /// <summary>Ends every open session of an account.</summary>
    public static async Task EndAllAsync(LuoshiDb db, Guid accountId, DateTime now, string reason, CancellationToken ct)
    {
        foreach (var session in await db.Sessions.Where(session => session.AccountId == accountId && session.EndedAt == null).ToListAsync(ct))
        {
            End(session, now, reason);
        }
    }

    /// <summary>The program, on behalf of a person who may not do anything yet or whose right does not come from a role: the audit names the person.</summary>
    public static Access OnBehalfOf(SignedIn person) => Access.SystemOf(person.Access.GovernmentId) with
    {
        AccountId = person.Access.AccountId,
        Name = person.DisplayName,
        Address = person.Access.Address,
        RequestId = person.Access.RequestId,
    };
}

/// <summary>Since when, from where, and how long it lasts.</summary>
internal sealed record SessionOrigin(DateTime StartedAt, DateTime Now, string? Address, string? Agent, int IdleMinutes, int LongestHours);

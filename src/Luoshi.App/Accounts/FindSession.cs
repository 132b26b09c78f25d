using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using Luoshi.App.Data;
using Luoshi.Core.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Accounts;

/// <summary>Who is behind the secret of a request's cookie. Asked for on every request: an ended session ends with the next one.</summary>
public sealed class FindSession(LuoshiDb db, TimeProvider clock, AccountSettings settings)
{
    // Seen to the minute is enough; a write for every page would be too much.
    private static readonly TimeSpan s_seenEvery = TimeSpan.FromMinutes(1);

    private static readonly KeptQuery<byte[], Opened> s_ofHash = new((db, hash) => db.Sessions.Where(session => session.SecretHash == hash && session.EndedAt == null)
        .Join(db.Accounts, session => session.AccountId, account => account.Id, (session, account) => new { session, account })
        .Join(db.Positions, both => new { both.session.GovernmentId, Id = both.session.PositionId }, position => new { position.GovernmentId, position.Id }, (both, position) =>
            new Opened(both.session, both.account, position, db.Positions.Any(other => other.AccountId == both.account.Id && other.EndedAt == null && other.Id != position.Id)))
        .AsNoTracking());

    /// <returns>Null when the secret opens no session that is still good.</returns>
    public async Task<SignedIn?> ExecuteAsync(string secret, string? address, string requestId, CancellationToken ct)
    {
        if (HashOf(secret) is not { } hash)
        {
            return null;
        }

        db.ActAs(Access.System);
        var found = await s_ofHash.Of(db, hash).SingleOrDefaultAsync(ct);
        db.ActAs(Access.Nobody);
        if (found is null)
        {
            return null;
        }

        var (session, account, position) = (found.Session, found.Account, found.Position);
        var now = clock.GetUtcNow().UtcDateTime;
        if (account.DisabledAt is not null
            || position.EndedAt is not null
            || session.SecurityStamp != account.SecurityStamp
            || session.IsOver(now))
        {
            return null;
        }

        if (now - session.SeenAt > s_seenEvery)
        {
            using var turn = await db.EnterAsync(ct);
            db.ActAs(Access.System);
            await db.Sessions.Where(row => row.SecretHash == hash).ExecuteUpdateAsync(set => set.SetProperty(row => row.SeenAt, now), ct);
            db.ActAs(Access.Nobody);
        }

        var need = NeedOf(session, account, position.Role);
        return new SignedIn(session.Id, position.Id, account.UserName!, account.DisplayName, new Access
        {
            GovernmentId = position.GovernmentId,
            Scope = need == SessionNeed.Nothing ? position.Role.Scope() : Scope.None,
            AccountId = account.Id,
            Name = account.DisplayName,
            Role = need == SessionNeed.Nothing ? position.Role : null,
            UnitId = position.UnitId,
            PostId = position.PostId,
            Address = address,
            RequestId = requestId,
        })
        {
            Need = need,
            HasOtherPositions = found.Others,
        };
    }

    private SessionNeed NeedOf(Session session, Account account, Role role) =>
        account.SecondFactorSecret is not null && !session.SecondFactorShown ? SessionNeed.SecondFactor
        : account.MustChangePassword ? SessionNeed.NewPassword
        : account.SecondFactorSecret is null && role.IsAdministrator() && settings.AdministratorsNeedSecondFactor ? SessionNeed.Enrolment
        : SessionNeed.Nothing;

    /// <summary>The hash under which a secret's session is kept; null for what is no secret of ours.</summary>
    public static byte[]? HashOf(string secret)
    {
        Span<byte> bytes = stackalloc byte[32];
        return secret.Length == 43 && Base64Url.DecodeFromChars(secret, bytes, out _, out var written) == OperationStatus.Done && written == 32 ? SHA256.HashData(bytes) : null;
    }

    private sealed record Opened(Session Session, Account Account, Position Position, bool Others);
}

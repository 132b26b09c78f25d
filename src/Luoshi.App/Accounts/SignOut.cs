using Luoshi.App.Data;
using Luoshi.Core.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Accounts;

/// <summary>退出 — the session is over at once, on every tab.</summary>
public sealed class SignOut(LuoshiDb db, TimeProvider clock)
{
    public async Task ExecuteAsync(SignedIn person, CancellationToken ct)
    {
        db.ActAs(Access.System with { AccountId = person.Access.AccountId, Name = person.DisplayName, Address = person.Access.Address, RequestId = person.Access.RequestId });
        var session = await db.Sessions.SingleAsync(row => row.Id == person.SessionId, ct);
        session.EndedAt = clock.GetUtcNow().UtcDateTime;
        session.EndReason = "signed-out";
        db.Record(session.GovernmentId, "signed-out", nameof(Account), session.AccountId);
        await db.SaveChangesAsync(ct);
    }
}

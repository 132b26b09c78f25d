using Luoshi.App.Data;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Accounts;

/// <summary>调整安全策略 — which paper the passwords of the government follow. Holds for the next password; nobody is locked out by it.</summary>
public sealed class ChangePolicy(LuoshiDb db)
{
    /// <returns>Null when done; <c>forbidden</c>.</returns>
    public async Task<Refusal?> ExecuteAsync(PasswordProfile profile, CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.ManagePolicies) is { } refusal)
        {
            return refusal;
        }

        if (await db.SecurityPolicies.SingleOrDefaultAsync(policy => policy.GovernmentId == db.Access.GovernmentId, ct) is { } policy)
        {
            policy.PasswordProfile = profile;
        }
        else
        {
            db.Add(new SecurityPolicy { GovernmentId = db.Access.GovernmentId, PasswordProfile = profile });
        }

        db.Record("policy-changed", nameof(SecurityPolicy), null);
        return await db.TrySaveAsync(ct);
    }
}

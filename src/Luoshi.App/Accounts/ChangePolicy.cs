using Luoshi.App.Data;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Accounts;

/// <summary>A security policy as the form has it.</summary>
public sealed record PolicyForm(PasswordProfile Profile, int IdleMinutes, int SessionHours, int DormantDays);

/// <summary>
/// 调整安全策略 — which paper the passwords of the government follow, how long its sessions last and when an unused account is disabled. Holds for the next
/// password and the next sign-in; nobody is locked out by it.
/// </summary>
public sealed class ChangePolicy(LuoshiDb db)
{
    /// <returns>Null when done; <c>forbidden</c>, <c>session-limits-invalid</c>, <c>dormant-days-invalid</c>, <c>changed-meanwhile</c>.</returns>
    public async Task<Refusal?> ExecuteAsync(int version, PolicyForm form, CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.ManagePolicies) is { } refusal)
        {
            return refusal;
        }

        if (form.IdleMinutes is < 5 or > 120 || form.SessionHours is < 1 or > 24)
        {
            return new Refusal("session-limits-invalid", "闲置退出请填5到120分钟，连续登录请填1到24小时。");
        }

        if (form.DormantDays is < 30 or > 365)
        {
            return new Refusal("dormant-days-invalid", "多少天不登录停用，请填30到365天。");
        }

        var policy = await db.SecurityPolicies.SingleOrDefaultAsync(policy => policy.GovernmentId == db.Access.GovernmentId, ct);
        if (policy is null)
        {
            policy = new SecurityPolicy { GovernmentId = db.Access.GovernmentId };
            db.Add(policy);
        }

        if (policy.Version != version)
        {
            return Concurrency.Changed;
        }

        (policy.PasswordProfile, policy.IdleMinutes, policy.SessionHours, policy.DormantDays) = (form.Profile, form.IdleMinutes, form.SessionHours, form.DormantDays);
        policy.Version++;
        db.Record("policy-changed", nameof(SecurityPolicy), null);
        return await db.TrySaveAsync(ct);
    }
}

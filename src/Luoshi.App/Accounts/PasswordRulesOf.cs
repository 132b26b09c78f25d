using Luoshi.App.Data;
using Luoshi.Core.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Accounts;

/// <summary>The password rules that hold for an account by the policy of its government.</summary>
public static class PasswordRulesOf
{
    public static async Task<PasswordRules> AccountAsync(LuoshiDb db, Account account, CancellationToken ct) =>
        PasswordRules.Of(await ProfileAsync(db, account.GovernmentId, ct), account.SecondFactorSecret is not null);

    public static async Task<PasswordProfile> ProfileAsync(LuoshiDb db, int governmentId, CancellationToken ct) =>
        await db.SecurityPolicies.Where(policy => policy.GovernmentId == governmentId).Select(policy => (PasswordProfile?)policy.PasswordProfile).SingleOrDefaultAsync(ct)
        ?? PasswordProfile.LevelThree;
}

using Luoshi.App.Data;
using Luoshi.Core.Accounts;

namespace Luoshi.App.Accounts;

/// <summary>The password rules that hold for an account by the policy of its government.</summary>
public static class PasswordRulesOf
{
    public static async Task<PasswordRules> AccountAsync(LuoshiDb db, Account account, CancellationToken ct) =>
        PasswordRules.Of(await ProfileAsync(db, account.GovernmentId, ct), account.SecondFactorSecret is not null);

    public static async Task<PasswordProfile> ProfileAsync(LuoshiDb db, int governmentId, CancellationToken ct) =>
        (await SecurityPolicy.OfAsync(db, governmentId, ct)).PasswordProfile;
}

using Luoshi.App.Data;
using Luoshi.Core.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Accounts;

/// <summary>停用长期不用的账号: whoever has not signed in for as long as the policy says. The last system administrator stays, or nobody could enable anybody.</summary>
public sealed class DisableDormantAccounts(LuoshiDb db, TimeProvider clock)
{
    /// <returns>How many were disabled.</returns>
    public async Task<int> ExecuteAsync(CancellationToken ct)
    {
        db.ActAs(Access.System);
        var disabled = 0;
        foreach (var governmentId in await db.Governments.OrderBy(government => government.Id).Select(government => government.Id).ToListAsync(ct))
        {
            db.ActAs(Access.SystemOf(governmentId));
            disabled += await OfGovernmentAsync(governmentId, ct);
            db.ChangeTracker.Clear();
        }

        return disabled;
    }

    private async Task<int> OfGovernmentAsync(int governmentId, CancellationToken ct)
    {
        var days = (await SecurityPolicy.OfAsync(db, governmentId, ct)).DormantDays;
        var now = clock.GetUtcNow().UtcDateTime;
        var before = now.AddDays(-days);
        var administrators = await db.Accounts
            .Where(account => account.DisabledAt == null && db.Positions.Any(position => position.AccountId == account.Id && position.EndedAt == null && position.Role == Role.SystemAdministrator))
            .OrderByDescending(account => account.LastSignedInAt).ThenByDescending(account => account.InUseSince).ThenBy(account => account.Id)
            .Select(account => account.Id).ToListAsync(ct);
        var kept = administrators.Take(1).ToList();
        var dormant = await db.Accounts
            .Where(account => account.DisabledAt == null && account.InUseSince < before && (account.LastSignedInAt == null || account.LastSignedInAt < before) && !kept.Contains(account.Id))
            .OrderBy(account => account.Id).ToListAsync(ct);
        foreach (var account in dormant)
        {
            account.DisabledAt = now;
            await OpenSession.EndAllAsync(db, account.Id, now, "account-disabled", ct);
            db.Record(governmentId, "account-disabled", nameof(Account), account.Id, $"连续{days}天没有登录");
        }

        return await db.TrySaveAsync(ct) is null ? dormant.Count : 0;
    }
}

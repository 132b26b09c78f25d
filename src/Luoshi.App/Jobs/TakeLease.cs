using Luoshi.App.Data;
using Luoshi.Core.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Jobs;

/// <summary>Takes a job for one node. Of many that ask at once, in however many processes, one gets it.</summary>
public sealed class TakeLease(LuoshiDb db, TimeProvider clock)
{
    /// <returns>Whether it is this node's now; nobody else's until the time is over.</returns>
    public async Task<bool> ExecuteAsync(string name, string holder, TimeSpan length, CancellationToken ct)
    {
        db.ActAs(Access.System);
        var now = clock.GetUtcNow().UtcDateTime;
        var until = now + length;
        using (await db.EnterAsync(ct))
        {
            if (await db.Leases.Where(lease => lease.Name == name && lease.Until <= now)
                .ExecuteUpdateAsync(set => set.SetProperty(lease => lease.Holder, holder).SetProperty(lease => lease.Until, until), ct) == 1)
            {
                return true;
            }
        }

        if (await db.Leases.AnyAsync(lease => lease.Name == name, ct))
        {
            return false;
        }

        // The first time ever: the key lets one of two through.
        db.Add(new Lease { Name = name, Holder = holder, Until = until });
        return await db.TrySaveAsync(ct) is null;
    }
}

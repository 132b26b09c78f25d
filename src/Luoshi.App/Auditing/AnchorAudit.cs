using Luoshi.App.Data;
using Luoshi.Core.Accounts;
using Luoshi.Core.Calendars;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Auditing;

/// <summary>The job that anchors every chain once a day.</summary>
public sealed class AnchorAudit(LuoshiDb db, TimeProvider clock)
{
    /// <summary>Anchors the chains that have none today; asked again on the same day it does nothing.</summary>
    /// <returns>How many were anchored.</returns>
    public async Task<int> ExecuteAsync(CancellationToken ct)
    {
        db.ActAs(Access.System);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), BeijingTime.Zone).DateTime);
        var chains = await db.AuditChains.AsNoTracking()
            .Where(chain => chain.Sequence > 0 && !db.AuditAnchors.Any(anchor => anchor.GovernmentId == chain.GovernmentId && anchor.Day == today))
            .OrderBy(chain => chain.GovernmentId)
            .ToListAsync(ct);
        foreach (var chain in chains)
        {
            db.Add(new AuditAnchor { GovernmentId = chain.GovernmentId, Day = today, Sequence = chain.Sequence, Hash = chain.Hash });
        }

        // Another node that was first has done it all the same.
        return await db.TrySaveAsync(ct) is null ? chains.Count : 0;
    }
}

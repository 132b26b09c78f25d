using Luoshi.App.Data;
using Luoshi.Core.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Idempotency;

/// <summary>Removes the answers that are kept no longer. Safe to do twice, and on two nodes at once.</summary>
public sealed class ForgetAnswers(LuoshiDb db, TimeProvider clock)
{
    /// <returns>How many.</returns>
    public async Task<int> ExecuteAsync(CancellationToken ct)
    {
        db.ActAs(Access.System);
        var oldest = clock.GetUtcNow().UtcDateTime - IdempotencyRecord.Kept;
        using var turn = await db.EnterAsync(ct);
        return await db.IdempotencyRecords.Where(record => record.At <= oldest).ExecuteDeleteAsync(ct);
    }
}

using Luoshi.App.Data;
using Luoshi.Core.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Idempotency;

/// <summary>Removes the answers that are kept no longer, some at a time: all other writers wait while they go. Safe to do twice, and on two nodes at once.</summary>
public sealed class ForgetAnswers(LuoshiDb db, TimeProvider clock)
{
    /// <summary>How many go in one turn, and with them those of the same moment as the last.</summary>
    public const int AtOnce = 500;

    /// <returns>How many.</returns>
    public async Task<int> ExecuteAsync(CancellationToken ct)
    {
        db.ActAs(Access.System);
        var oldest = clock.GetUtcNow().UtcDateTime - IdempotencyRecord.Kept;
        var forgotten = 0;
        DateTime? upTo;
        do
        {
            upTo = await db.IdempotencyRecords.Where(record => record.At <= oldest).OrderBy(record => record.At).Skip(AtOnce - 1).Select(record => (DateTime?)record.At).FirstOrDefaultAsync(ct);
            forgotten += await ForgetAsync(upTo ?? oldest, ct);
        }
        while (upTo is not null);
        return forgotten;
    }

    private async Task<int> ForgetAsync(DateTime upTo, CancellationToken ct)
    {
        using var turn = await db.EnterAsync(ct);
        return await db.IdempotencyRecords.Where(record => record.At <= upTo).ExecuteDeleteAsync(ct);
    }
}

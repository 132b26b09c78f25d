using Luoshi.App.Data;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Reporting;

/// <summary>说明疑点 — the unit says how the figure comes; remembered when the same question is raised in a later month.</summary>
public sealed class AnswerDoubt(LuoshiDb db, TimeProvider clock)
{
    /// <returns>Null when it is answered; <c>forbidden</c>, <c>doubt-not-found</c>, <c>changed-meanwhile</c>, or what <see cref="RaisedDoubt.Settle"/> refuses.</returns>
    public async Task<Refusal?> ExecuteAsync(Guid doubtId, int version, string? answer, CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.AnswerDoubt) is { } forbidden)
        {
            return forbidden;
        }

        var doubt = await db.RaisedDoubts.SingleOrDefaultAsync(doubt => doubt.Id == doubtId, ct);
        if (doubt is null)
        {
            return new Refusal("doubt-not-found", "没有找到这个疑点，可能随报送一起撤回了。");
        }

        if (doubt.Version != version)
        {
            return Concurrency.Changed;
        }

        if (doubt.Settle(DoubtState.Explained, answer, db.Access.AccountId!.Value, clock.GetUtcNow().UtcDateTime) is { } refusal)
        {
            return refusal;
        }

        db.Record("doubt-explained", nameof(RaisedDoubt), doubt.Id);
        return await db.TrySaveAsync(ct);
    }
}

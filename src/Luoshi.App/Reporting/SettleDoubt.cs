using Luoshi.App.Data;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Reporting;

/// <summary>处置疑点 by the office: it accepts the text as it stands, or notes what the unit said. Remembered next month.</summary>
public sealed class SettleDoubt(LuoshiDb db, TimeProvider clock)
{
    /// <param name="doubtId">Which doubt.</param>
    /// <param name="version">The version that the person saw.</param>
    /// <param name="state">Explained or accepted.</param>
    /// <param name="answer">What the unit said; not needed to accept.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The report that it is about; <c>forbidden</c>, <c>doubt-not-found</c>, <c>changed-meanwhile</c>, or what <see cref="RaisedDoubt.Settle"/> refuses.</returns>
    public async Task<Outcome<RaisedDoubt>> ExecuteAsync(Guid doubtId, int version, DoubtState state, string? answer, CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.ReviewReport) is { } refusal)
        {
            return refusal;
        }

        var doubt = await db.RaisedDoubts.SingleOrDefaultAsync(doubt => doubt.Id == doubtId, ct);
        if (doubt is null)
        {
            return new Refusal("doubt-not-found", "没有找到这个疑点，可能已随报送更正。");
        }

        if (doubt.Version != version)
        {
            return Concurrency.Changed;
        }

        if (doubt.Settle(state, answer, db.Access.AccountId!.Value, clock.GetUtcNow().UtcDateTime) is { } unsettled)
        {
            return unsettled;
        }

        db.Record(state == DoubtState.Accepted ? "doubt-accepted" : "doubt-explained", nameof(RaisedDoubt), doubt.Id, answer);
        return await db.TrySaveAsync(ct) is { } changed ? changed : doubt;
    }
}

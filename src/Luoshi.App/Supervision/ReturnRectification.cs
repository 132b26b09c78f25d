using Luoshi.App.Data;
using Luoshi.App.Notices;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Supervision;

namespace Luoshi.App.Supervision;

/// <summary>退回重改 — not yet put right; the unit is told why.</summary>
public sealed class ReturnRectification(LuoshiDb db, TimeProvider clock)
{
    /// <returns>What <see cref="HandleRectification.ExecuteAsync"/> gives.</returns>
    public Task<Outcome<Rectification>> ExecuteAsync(Guid id, int version, string? reason, DateTime dueAt, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return HandleRectification.ExecuteAsync(
            db, Operation.Rectify, id, version, "rectification-returned", reason,
            rectification => rectification.Return(reason, dueAt, db.Access.AccountId!.Value, now),
            rectification => Tell.UnitAsync(db, rectification.UnitId, $"整改退回重改：{reason}", $"/rectifications/{id}", now, ct),
            ct);
    }
}

using Luoshi.App.Data;
using Luoshi.App.Notices;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Supervision;

namespace Luoshi.App.Supervision;

/// <summary>销号 — verified to be put right; the unit is told.</summary>
public sealed class CloseRectification(LuoshiDb db, TimeProvider clock)
{
    /// <returns>What <see cref="HandleRectification.ExecuteAsync"/> gives.</returns>
    public Task<Outcome<Rectification>> ExecuteAsync(Guid id, int version, string? reason, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return HandleRectification.ExecuteAsync(
            db, Operation.Rectify, id, version, "rectification-closed", reason,
            rectification => rectification.Close(reason, db.Access.AccountId!.Value, now),
            rectification => Tell.UnitAsync(db, rectification.UnitId, $"整改已销号：{reason}", $"/rectifications/{id}", now, ct),
            ct);
    }
}

using Luoshi.App.Data;
using Luoshi.App.Notices;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Supervision;

namespace Luoshi.App.Supervision;

/// <summary>反馈整改情况 by the unit; whoever opened it is told.</summary>
public sealed class ReplyToRectification(LuoshiDb db, TimeProvider clock)
{
    /// <returns>What <see cref="HandleRectification.ExecuteAsync"/> gives.</returns>
    public Task<Outcome<Rectification>> ExecuteAsync(Guid id, int version, string? text, string? files, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return HandleRectification.ExecuteAsync(
            db, Operation.ReplyToRectification, id, version, "rectification-replied", null,
            rectification => rectification.Reply(text, files, db.Access.AccountId!.Value, now),
            rectification => Tell.AccountAsync(db, rectification.OpenedBy, $"整改已反馈：{text}", $"/rectifications/{id}", now, ct),
            ct);
    }
}

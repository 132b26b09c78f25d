using Luoshi.App.Data;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Supervision;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Supervision;

/// <summary>What the steps of a rectification have in common: find it as it was seen, decide, tell whom it concerns, save.</summary>
internal static class HandleRectification
{
    /// <returns>It; <c>forbidden</c>, <c>rectification-not-found</c>, <c>changed-meanwhile</c>, or what the rule refuses.</returns>
    public static async Task<Outcome<Rectification>> ExecuteAsync(
        LuoshiDb db, Operation operation, Guid id, int version, string action, string? reason, Func<Rectification, Refusal?> decide, Func<Rectification, Task> tell, CancellationToken ct)
    {
        if (db.Access.Refuse(operation) is { } forbidden)
        {
            return forbidden;
        }

        if (await db.Rectifications.SingleOrDefaultAsync(rectification => rectification.Id == id, ct) is not { } rectification)
        {
            return new Refusal("rectification-not-found", "没有找到这项整改。");
        }

        if (rectification.Version != version)
        {
            return Concurrency.Changed;
        }

        if (decide(rectification) is { } refusal)
        {
            return refusal;
        }

        await tell(rectification);
        db.Record(action, nameof(Rectification), id, reason);
        return await db.TrySaveAsync(ct) is { } changed ? changed : rectification;
    }
}

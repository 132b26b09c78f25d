using Luoshi.App.Data;
using Luoshi.App.Notices;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Reporting;

/// <summary>申请延期, before the time is up. One request of an item waits at a time.</summary>
public sealed class AskExtension(LuoshiDb db, TimeProvider clock)
{
    /// <returns>The request; <c>forbidden</c>, <c>due-item-not-found</c>, <c>extension-asked</c>, <c>changed-meanwhile</c>, or what <see cref="ExtensionRequest.Ask"/> refuses.</returns>
    public async Task<Outcome<ExtensionRequest>> ExecuteAsync(Guid dueItemId, DateTime until, string? reason, CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.AskExtension) is { } forbidden)
        {
            return forbidden;
        }

        var item = await db.DueItems.AsNoTracking().SingleOrDefaultAsync(item => item.Id == dueItemId, ct);
        if (item is null)
        {
            return ReportOf.NotFound;
        }

        if (await db.ExtensionRequests.AnyAsync(request => request.DueItemId == dueItemId && request.State == ExtensionState.Asked, ct))
        {
            return new Refusal("extension-asked", "这一项已经申请延期，正在等督查科批复。");
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var asked = ExtensionRequest.Ask(item, until, reason, db.Access.AccountId!.Value, now);
        if (asked.Refusal is not null)
        {
            return asked;
        }

        db.Add(asked.Value);
        await Tell.RolesAsync(db, [Role.Clerk, Role.Reviewer], $"收到延期申请：{asked.Value.Reason}", "/extensions", now, ct);
        db.Record("extension-asked", nameof(ExtensionRequest), asked.Value.Id, asked.Value.Reason);
        return await db.TrySaveAsync(ct) is { } changed ? changed : asked;
    }
}

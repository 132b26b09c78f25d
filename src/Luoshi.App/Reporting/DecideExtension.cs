using Luoshi.App.Data;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Reporting;

/// <summary>批复延期 — the office grants more time, or says why not.</summary>
public sealed class DecideExtension(LuoshiDb db, TimeProvider clock)
{
    /// <returns>The request; <c>forbidden</c>, <c>extension-not-found</c>, <c>changed-meanwhile</c>, or what <see cref="ExtensionRequest.Decide"/> refuses.</returns>
    public async Task<Outcome<ExtensionRequest>> ExecuteAsync(Guid requestId, int version, bool granted, string? note, CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.DecideExtension) is { } forbidden)
        {
            return forbidden;
        }

        var request = await db.ExtensionRequests.SingleOrDefaultAsync(request => request.Id == requestId, ct);
        if (request is null)
        {
            return new Refusal("extension-not-found", "没有找到这个延期申请。");
        }

        if (request.Version != version)
        {
            return Concurrency.Changed;
        }

        var item = await db.DueItems.SingleAsync(item => item.Id == request.DueItemId, ct);
        if (request.Decide(granted, note, item, db.Access.AccountId!.Value, clock.GetUtcNow().UtcDateTime) is { } refusal)
        {
            return refusal;
        }

        db.Record(granted ? "extension-granted" : "extension-declined", nameof(ExtensionRequest), request.Id, request.Note);
        return await db.TrySaveAsync(ct) is { } changed ? changed : request;
    }
}

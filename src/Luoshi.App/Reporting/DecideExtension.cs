using Luoshi.App.Data;
using Luoshi.App.Notices;
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
        var now = clock.GetUtcNow().UtcDateTime;
        if (request.Decide(granted, note, item, db.Access.AccountId!.Value, now) is { } refusal)
        {
            return refusal;
        }

        await Tell.UnitAsync(db, request.UnitId, granted ? $"{request.Month.Month}月报送同意延期" : $"{request.Month.Month}月报送未同意延期：{request.Note}", $"/reporting?month={request.Month}", now, ct);
        db.Record(granted ? "extension-granted" : "extension-declined", nameof(ExtensionRequest), request.Id, request.Note);
        return await db.TrySaveAsync(ct) is { } changed ? changed : request;
    }
}

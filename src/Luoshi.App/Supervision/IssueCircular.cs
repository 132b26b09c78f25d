using Luoshi.App.Data;
using Luoshi.App.Notices;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Supervision;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Supervision;

/// <summary>印发通报 — with who approved it; the units are told.</summary>
public sealed class IssueCircular(LuoshiDb db, TimeProvider clock)
{
    /// <returns>It; <c>forbidden</c>, <c>circular-not-found</c>, <c>changed-meanwhile</c>, or what <see cref="Circular.Issue"/> refuses.</returns>
    public async Task<Outcome<Circular>> ExecuteAsync(Guid id, int version, string? approvedBy, CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.WriteCircular) is { } forbidden)
        {
            return forbidden;
        }

        if (await db.Circulars.SingleOrDefaultAsync(circular => circular.Id == id, ct) is not { } circular)
        {
            return new Refusal("circular-not-found", "没有找到这份通报。");
        }

        if (circular.Version != version)
        {
            return Concurrency.Changed;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        if (circular.Issue(approvedBy, db.Access.AccountId ?? Guid.Empty, now) is { } refusal)
        {
            return refusal;
        }

        await Tell.RolesAsync(db, [Role.UnitReporter, Role.UnitHead, Role.Leader, Role.DistrictHead], $"通报已印发：{circular.Title}", $"/circulars/{id}", now, ct);
        db.Record("circular-issued", nameof(Circular), id, circular.ApprovedBy);
        return await db.TrySaveAsync(ct) is { } changed ? changed : circular;
    }
}

using Luoshi.App.Data;
using Luoshi.App.Notices;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Meetings;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Meetings;

/// <summary>收回 — within a day of issue. The material is kept as it was; whoever may have read it is told why.</summary>
public sealed class RecallMaterial(LuoshiDb db, TimeProvider clock)
{
    /// <returns>The material; <c>forbidden</c>, <c>material-not-found</c>, <c>changed-meanwhile</c>, or what <see cref="Material.Recall"/> refuses.</returns>
    public async Task<Outcome<Material>> ExecuteAsync(Guid materialId, int version, string? reason, CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.IssueMaterial) is { } forbidden)
        {
            return forbidden;
        }

        if (await db.Materials.SingleOrDefaultAsync(material => material.Id == materialId, ct) is not { } material)
        {
            return MaterialNotFound.Refusal;
        }

        if (material.Version != version)
        {
            return Concurrency.Changed;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        if (material.Recall(reason, db.Access.AccountId ?? Guid.Empty, now) is { } refusal)
        {
            return refusal;
        }

        await Tell.RolesAsync(db, [Role.Leader, Role.DistrictHead], $"{material.Name}已收回：{material.RecallReason}", $"/materials/{material.Id}", now, ct);
        db.Record("material-recalled", nameof(Material), material.Id, material.RecallReason);
        return await db.TrySaveAsync(ct) is { } changed ? changed : material;
    }
}

using Luoshi.App.Data;
using Luoshi.App.Meetings;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Meetings;
using Luoshi.Core.Supervision;

namespace Luoshi.App.Supervision;

/// <summary>起草通报 — from a material: counts, what is behind with the arithmetic, what was not reported. A person finishes it.</summary>
public sealed class DraftCircular(LuoshiDb db, TimeProvider clock)
{
    /// <returns>The draft; <c>forbidden</c>, <c>material-not-found</c>.</returns>
    public async Task<Outcome<Circular>> ExecuteAsync(Guid materialId, CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.WriteCircular) is { } forbidden)
        {
            return forbidden;
        }

        if (await PrintedMaterial.LoadAsync(db, materialId, ct) is not { } printed)
        {
            return MaterialNotFound.Refusal;
        }

        var examined = await ExaminedMaterial.ExamineAsync(db, printed, ct);
        var circular = new Circular
        {
            GovernmentId = printed.Material.GovernmentId,
            Month = printed.Material.Month,
            MaterialId = materialId,
            Title = CircularWording.Title(examined),
            Body = CircularWording.Draft(examined),
            Suggestions = CircularWording.Suggestions(examined),
            DraftedBy = db.Access.AccountId ?? Guid.Empty,
            DraftedAt = clock.GetUtcNow().UtcDateTime,
        };
        db.Add(circular);
        db.Record("circular-drafted", nameof(Circular), circular.Id);
        return await db.TrySaveAsync(ct) is { } changed ? changed : circular;
    }
}

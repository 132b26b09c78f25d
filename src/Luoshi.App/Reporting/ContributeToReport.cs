using Luoshi.App.Data;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Reporting;

/// <summary>提供配合情况 — a unit that shares a task writes its part for the accountable unit, until that unit has reported.</summary>
public sealed class ContributeToReport(LuoshiDb db, TimeProvider clock)
{
    /// <param name="dueItemId">The accountable unit's due item.</param>
    /// <param name="version">The version that the writer saw; 0 where there was none yet.</param>
    /// <param name="text">What the unit says.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>
    /// The contribution; <c>forbidden</c>, <c>due-item-not-found</c>, <c>report-not-editable</c>, <c>changed-meanwhile</c>, or what <see cref="Contribution.Write"/> refuses.
    /// </returns>
    public async Task<Outcome<Contribution>> ExecuteAsync(Guid dueItemId, int version, string? text, CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.ContributeToReport) is { } forbidden)
        {
            return forbidden;
        }

        var item = await db.SharedDueItems.AsNoTracking().SingleOrDefaultAsync(item => item.Id == dueItemId, ct);
        if (item is null || db.Access.UnitId is not { } unitId)
        {
            return ReportOf.NotFound;
        }

        if (item.SubmittedAt is not null)
        {
            return new Refusal("report-not-editable", "牵头单位已经报送。要补充的，请直接联系牵头单位。");
        }

        var part = await db.Contributions.SingleOrDefaultAsync(part => part.DueItemId == dueItemId && part.UnitId == unitId, ct);
        if ((part?.Version ?? 0) != version)
        {
            return Concurrency.Changed;
        }

        var isNew = part is null;
        part ??= new Contribution
        {
            GovernmentId = item.GovernmentId,
            DueItemId = item.Id,
            TaskId = item.TaskId,
            UnitId = unitId,
            LeadUnitId = item.UnitId,
            PostId = item.PostId,
            Month = item.Month,
        };
        if (part.Write(text, db.Access.AccountId!.Value, clock.GetUtcNow().UtcDateTime) is { } refusal)
        {
            return refusal;
        }

        if (isNew)
        {
            db.Add(part);
        }

        db.Record("contribution-written", nameof(Contribution), part.Id);
        return await db.TrySaveAsync(ct) is { } changed ? changed : part;
    }
}

using Luoshi.App.Data;
using Luoshi.App.Notices;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Supervision;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Supervision;

/// <summary>下达整改 — asked of the accountable unit of a task, which is told.</summary>
public sealed class OpenRectification(LuoshiDb db, TimeProvider clock)
{
    /// <returns>It; <c>forbidden</c>, <c>task-not-found</c>, or what <see cref="Rectification.Open"/> refuses.</returns>
    public async Task<Outcome<Rectification>> ExecuteAsync(Guid taskId, RectificationOrigin origin, string? requirement, DateTime dueAt, CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.Rectify) is { } forbidden)
        {
            return forbidden;
        }

        if (await db.KeyTasks.AsNoTracking().SingleOrDefaultAsync(task => task.Id == taskId, ct) is not { } task)
        {
            return new Refusal("task-not-found", "没有找到这项重点工作。");
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var opened = Rectification.Open(task, origin, requirement, dueAt, db.Access.AccountId ?? Guid.Empty, now);
        if (opened.Refusal is not null)
        {
            return opened;
        }

        db.Add(opened.Value);
        await Tell.UnitAsync(db, task.LeadUnitId, $"收到整改要求：{opened.Value.Requirement}", $"/rectifications/{opened.Value.Id}", now, ct);
        db.Record("rectification-opened", nameof(Rectification), opened.Value.Id, opened.Value.Requirement);
        return await db.TrySaveAsync(ct) is { } changed ? changed : opened;
    }
}

using Luoshi.App.Data;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Checks;
using Luoshi.Core.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Reporting;

/// <summary>随写随核 — examines a text while it is written, exactly as <see cref="SubmitReport"/> would, and saves nothing.</summary>
public sealed class CheckDraft(LuoshiDb db)
{
    /// <returns>What was found; <c>forbidden</c>, <c>due-item-not-found</c>, <c>text-too-long</c>.</returns>
    public async Task<Outcome<TaskCheck>> ExecuteAsync(Guid dueItemId, ReportText text, CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.FillReport) is { } refusal)
        {
            return refusal;
        }

        if (text.TooLong() is { } tooLong)
        {
            return tooLong;
        }

        var item = await db.DueItems.AsNoTracking().SingleOrDefaultAsync(item => item.Id == dueItemId, ct);
        var task = item is null ? null : await db.TasksAsked.AsNoTracking().SingleOrDefaultAsync(task => task.Id == item.TaskId, ct);
        return task is null ? ReportOf.NotFound : (await ReportExamination.LoadAsync(db, task, item!.Month, ct)).Examine(text);
    }
}

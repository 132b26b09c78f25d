using Luoshi.App.Data;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Reporting;

/// <summary>Where a return stands after it was written to. Whoever writes next must name <paramref name="Version"/>.</summary>
public sealed record ReportStand(Guid ReportId, int Version, ReturnStatus Status);

/// <summary>存草稿, by hand or by itself while somebody writes.</summary>
public sealed class SaveDraft(LuoshiDb db)
{
    /// <param name="dueItemId">What is reported on.</param>
    /// <param name="version">The version that the writer saw; 0 where there was none yet.</param>
    /// <param name="text">The whole text.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The new version; <c>forbidden</c>, <c>due-item-not-found</c>, <c>changed-meanwhile</c>, or what <see cref="ProgressReport.Save"/> refuses.</returns>
    public async Task<Outcome<ReportStand>> ExecuteAsync(Guid dueItemId, int version, ReportText text, CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.FillReport) is { } refusal)
        {
            return refusal;
        }

        var found = await ReportOf.LoadAsync(db, dueItemId, version, ct);
        if (found.Refusal is { } missing)
        {
            return missing;
        }

        var report = found.Value;
        if (report.Version > 1 && report.Text == text)
        {
            return new ReportStand(report.Id, report.Version, report.Status);
        }

        if (report.Save(text, db.Access.AccountId!.Value) is { } unsaved)
        {
            return unsaved;
        }

        db.Record("draft-saved", nameof(ProgressReport), report.Id);
        return await db.TrySaveAsync(ct) is { } changed ? changed : new ReportStand(report.Id, report.Version, report.Status);
    }
}

/// <summary>The return on a due item, begun where there is none.</summary>
internal static class ReportOf
{
    public static Refusal NotFound { get; } = new("due-item-not-found", "没有找到这一项应报事项，可能已被撤销，或不是本单位的。");

    /// <returns>The return at the version that the writer saw; <c>due-item-not-found</c> or <c>changed-meanwhile</c>.</returns>
    public static async Task<Outcome<ProgressReport>> LoadAsync(LuoshiDb db, Guid dueItemId, int version, CancellationToken ct)
    {
        var found = await db.DueItems.Where(item => item.Id == dueItemId)
            .SelectMany(item => db.ProgressReports.Where(report => report.DueItemId == item.Id).DefaultIfEmpty(), (item, report) => new { item, report })
            .SingleOrDefaultAsync(ct);
        return found is null ? NotFound : Of(db, found.item, found.report, version);
    }

    /// <summary>The return that was found on an item, or a new one, at the version that the writer saw.</summary>
    public static Outcome<ProgressReport> Of(LuoshiDb db, DueItem item, ProgressReport? report, int version)
    {
        if (version != (report?.Version ?? 0))
        {
            return Concurrency.Changed;
        }

        if (report is not null)
        {
            return report;
        }

        var begun = new ProgressReport
        {
            GovernmentId = item.GovernmentId,
            DueItemId = item.Id,
            TaskId = item.TaskId,
            UnitId = item.UnitId,
            PostId = item.PostId,
            Month = item.Month,
            Span = item.Span,
        };
        db.Add(begun);
        return begun;
    }
}

using Luoshi.App.Data;
using Luoshi.Core.Accounts;
using Luoshi.Core.Calendars;
using Luoshi.Core.Objections;
using Luoshi.Core.Reporting;
using Luoshi.Core.Supervision;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Pages.Supervision;

/// <summary>异议复核 — for a unit what it may object to and what it has, for the office what must be answered, oldest first.</summary>
public sealed class ObjectionsModel(LuoshiDb db, TimeProvider clock) : PageModel
{
    private const int MostRows = 200;

    public DateTime Now { get; } = clock.GetUtcNow().UtcDateTime;

    public IReadOnlyList<ObjectionRow> Rows { get; private set; } = [];

    public IReadOnlyList<ObjectionableDecision> Objectionable { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var mayRaise = db.Access.Refuse(Operation.RaiseObjection) is null;
        if (!mayRaise && db.Access.Refuse(Operation.DecideObjection) is not null)
        {
            return Forbid();
        }

        var rows = await db.Objections.AsNoTracking()
            .Join(db.Units, objection => objection.UnitId, unit => unit.Id, (objection, unit) => new { objection, unit })
            .OrderByDescending(row => row.objection.State == ObjectionState.Raised).ThenBy(row => row.objection.AnswerDue).ThenBy(row => row.objection.Id)
            .Take(MostRows)
            .ToListAsync(ct);
        Rows = [.. rows.Select(row => new ObjectionRow(row.objection, row.unit.DisplayName))];
        if (mayRaise)
        {
            Objectionable = await ObjectionableAsync(ct);
        }

        return Page();
    }

    private async Task<IReadOnlyList<ObjectionableDecision>> ObjectionableAsync(CancellationToken ct)
    {
        // The last day may move over a holiday: somewhat more than thirty days are looked at, and the rule decides.
        var since = Now.AddDays(-45);
        var reports = await db.ProgressReports.AsNoTracking()
            .Where(report => report.ReviewedAt > since && (report.Status == ReturnStatus.Returned || (report.Judgement != null && report.Judgement != Judgement.Accepted)))
            .Where(report => !db.Objections.Any(objection => objection.ReportId == report.Id && objection.DecidedAt == report.ReviewedAt))
            .Join(db.TasksAsked, report => report.TaskId, task => task.Id, (report, task) => new { report.Id, report.Month, report.Status, report.ReturnReason, report.Judgement, report.ReviewedAt, task.Content })
            .OrderBy(row => row.ReviewedAt).ThenBy(row => row.Id)
            .Take(MostRows)
            .ToListAsync(ct);
        var calendar = new WorkdayCalendar((await db.OfficeDays.AsNoTracking().OrderBy(day => day.Day).ToListAsync(ct)).Select(day => day.AsCalendarDay()));
        return [.. reports
            .Select(row => new ObjectionableDecision(
                row.Id, row.Content, row.Month,
                row.Status == ReturnStatus.Returned ? $"退回：{row.ReturnReason}" : $"督查认定：{row.Judgement!.Value.Name()}",
                row.ReviewedAt!.Value,
                ObjectionClock.LastDayToRaise(BeijingDay.Of(row.ReviewedAt.Value), calendar)))
            .Where(row => BeijingDay.Of(Now) <= row.LastDay)];
    }
}

/// <summary>An objection in the list.</summary>
public sealed record ObjectionRow(Objection Objection, string Unit);

/// <summary>A decision that the unit may still object to.</summary>
public sealed record ObjectionableDecision(Guid ReportId, string Task, ReportingPeriod Month, string Decision, DateTime ReceivedAt, DateOnly LastDay);

using Luoshi.App.Calendars;
using Luoshi.App.Data;
using Luoshi.Core.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Supervision;

/// <summary>One day of a month's reporting, by the office's clock. <paramref name="Due"/> is how many items had this as their last day.</summary>
public sealed record FlowDay(DateOnly Day, int Submitted, int Approved, int SubmittedByThen, int Due);

/// <summary>报送流量 — how a month's returns came in and were approved, day by day. A return counts on the day on which it first came.</summary>
/// <param name="Asked">How many returns the month asks for.</param>
/// <param name="Days">Without a gap, from the first event to the last, or to the last deadline.</param>
public sealed record MonthFlow(int Asked, IReadOnlyList<FlowDay> Days)
{
    // What came before these is in the sum of the first day.
    private const int MostDays = 45;

    /// <summary>Of what whoever acts may see, in two statements.</summary>
    public static async Task<MonthFlow> LoadAsync(LuoshiDb db, ReportingPeriod month, CancellationToken ct)
    {
        var items = await db.DueItems.AsNoTracking().Where(item => item.Month == month && !item.IsVoluntary && item.ExemptReason == null)
            .OrderBy(item => item.Id)
            .Select(item => new { item.SubmittedAt, item.Deadline })
            .ToListAsync(ct);
        var approvals = await db.ProgressReports.AsNoTracking()
            .Where(report => report.Month == month && report.ReviewedAt != null && (report.Status == ReturnStatus.Approved || report.Status == ReturnStatus.Frozen))
            .OrderBy(report => report.Id)
            .Select(report => report.ReviewedAt!.Value)
            .ToListAsync(ct);
        return Of([.. items.Select(item => (OfficeClock.Day(item.Deadline), item.SubmittedAt is { } at ? OfficeClock.Day(at) : default(DateOnly?)))], [.. approvals.Select(OfficeClock.Day)]);
    }

    private static MonthFlow Of(IReadOnlyList<(DateOnly Deadline, DateOnly? Submitted)> items, IReadOnlyList<DateOnly> approved)
    {
        var submitted = items.Select(item => item.Submitted).OfType<DateOnly>().ToList();
        if (items.Count == 0)
        {
            return new MonthFlow(0, []);
        }

        var last = items.Select(item => item.Deadline).Concat(submitted).Concat(approved).Max();
        var first = submitted.Concat(approved).Append(last).Min();
        if (last.DayNumber - first.DayNumber >= MostDays)
        {
            first = last.AddDays(1 - MostDays);
        }

        return new MonthFlow(items.Count, [.. Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(first.AddDays).Select(day => new FlowDay(
            day, submitted.Count(one => one == day), approved.Count(one => one == day), submitted.Count(one => one <= day), items.Count(item => item.Deadline == day)))]);
    }
}

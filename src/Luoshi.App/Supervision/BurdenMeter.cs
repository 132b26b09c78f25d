using Luoshi.App.Data;
using Luoshi.Core.Calendars;
using Luoshi.Core.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Supervision;

/// <summary>
/// 填报负担 of one unit in one month: due items asked, returns sent back, rectifications opened, and the fields that all this made it fill in.
/// </summary>
public sealed record UnitBurden(Guid UnitId, string Unit, ReportingPeriod Month, int Due, int SentBack, int Rectifications, int Fields)
{
    public int Asks => Due + SentBack + Rectifications;
}

/// <summary>How much the office asks of the units (《政府督查工作条例》第十五条: 严控频次). It measures the office, not the units: nobody is ranked by it.</summary>
public static class BurdenMeter
{
    /// <summary>A year, by unit and month, in a fixed number of statements.</summary>
    public static async Task<IReadOnlyList<UnitBurden>> LoadAsync(LuoshiDb db, int year, CancellationToken ct)
    {
        var (first, last) = (new ReportingPeriod(year, 1), new ReportingPeriod(year, 12));
        var units = (await db.Units.AsNoTracking().OrderBy(unit => unit.Rank).ThenBy(unit => unit.Id).ToListAsync(ct)).ToDictionary(unit => unit.Id, unit => unit.DisplayName);
        var due = (await db.DueItems.AsNoTracking()
            .Where(item => item.Month >= first && item.Month <= last && !item.IsVoluntary && item.ExemptReason == null)
            .GroupBy(item => new { item.UnitId, item.Month })
            .Select(group => new { group.Key.UnitId, group.Key.Month, Count = group.Count() })
            .ToListAsync(ct)).ToDictionary(row => (row.UnitId, row.Month), row => row.Count);
        var reports = (await db.ProgressReports.AsNoTracking()
            .Where(report => report.Month >= first && report.Month <= last)
            .GroupBy(report => new { report.UnitId, report.Month })
            .Select(group => new
            {
                group.Key.UnitId,
                group.Key.Month,
                Again = group.Sum(report => report.Submissions > 1 ? report.Submissions - 1 : 0) + group.Count(report => report.Status == ReturnStatus.Returned),
                Explained = group.Count(report => report.PlanMet == false),
            })
            .ToListAsync(ct)).ToDictionary(row => (row.UnitId, row.Month), row => (row.Again, row.Explained));
        var from = TimeZoneInfo.ConvertTimeToUtc(new DateTime(year, 1, 1), BeijingTime.Zone);
        var until = TimeZoneInfo.ConvertTimeToUtc(new DateTime(year + 1, 1, 1), BeijingTime.Zone);
        var rectifications = (await db.Rectifications.AsNoTracking()
            .Where(row => row.OpenedAt >= from && row.OpenedAt < until)
            .OrderBy(row => row.Id)
            .Select(row => new { row.UnitId, row.OpenedAt })
            .ToListAsync(ct))
            .CountBy(row => (row.UnitId, Month: MonthOf(row.OpenedAt)))
            .ToDictionary();
        return [.. due.Keys.Union(reports.Keys).Union(rectifications.Keys)
            .Where(key => units.ContainsKey(key.UnitId))
            .Select(key =>
            {
                var (asked, put) = (due.GetValueOrDefault(key), rectifications.GetValueOrDefault(key));
                var (again, explained) = reports.GetValueOrDefault(key);

                // A due item asks for the progress and the claim, a “no” for the explanation, a rectification for an answer.
                return new UnitBurden(key.UnitId, units[key.UnitId], key.Month, asked, again, put, (2 * (asked + again)) + explained + put);
            })];
    }

    private static ReportingPeriod MonthOf(DateTime utc)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(utc, BeijingTime.Zone);
        return new ReportingPeriod(local.Year, local.Month);
    }
}

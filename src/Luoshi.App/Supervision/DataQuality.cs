using Luoshi.App.Data;
using Luoshi.Core.Checks;
using Luoshi.Core.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Supervision;

/// <summary>数据质量 of a month: of the returns how many carry figures that can be measured, of the doubts how many are answered, of what was due how much was late. Due = OnTime + Late + Missing + NotYetDue.</summary>
public sealed record MonthQuality(ReportingPeriod Month, int Due, int OnTime, int Late, int NotYetDue, int Returns, int WithNumbers, int Doubts, int Answered, int SentBack)
{
    /// <summary>逾期: had to be there and is not.</summary>
    public int Missing => Due - OnTime - Late - NotYetDue;

    /// <summary>What the rates are of: what had to be there by now, and what came before it had to.</summary>
    public int DueByNow => Due - NotYetDue;
}

/// <summary>The quality of the data month by month: of the whole government, for the office to see what its own questions achieve.</summary>
public static class DataQuality
{
    /// <summary>A year, oldest month first, in a fixed number of statements.</summary>
    public static async Task<IReadOnlyList<MonthQuality>> LoadAsync(LuoshiDb db, int year, DateTime now, CancellationToken ct)
    {
        var (first, last) = (new ReportingPeriod(year, 1), new ReportingPeriod(year, 12));
        var due = await db.DueItems.AsNoTracking()
            .Where(item => item.Month >= first && item.Month <= last && !item.IsVoluntary && item.ExemptReason == null)
            .GroupBy(item => item.Month)
            .Select(group => new
            {
                Month = group.Key,
                Due = group.Count(),
                OnTime = group.Count(item => item.SubmittedAt != null && item.SubmittedAt <= item.Deadline),
                Late = group.Count(item => item.SubmittedAt != null && item.SubmittedAt > item.Deadline),
                NotYetDue = group.Count(item => item.SubmittedAt == null && item.Deadline >= now),
            })
            .OrderBy(row => row.Month)
            .ToListAsync(ct);
        var reports = (await db.ProgressReports.AsNoTracking()
            .Where(report => report.Month >= first && report.Month <= last && report.Submissions > 0)
            .GroupBy(report => report.Month)
            .Select(group => new
            {
                Month = group.Key,
                Returns = group.Count(),
                WithNumbers = group.Count(report => report.Verdict != null && report.Verdict != Verdict.NoNumber),
                SentBack = group.Sum(report => report.Submissions - 1),
            })
            .ToListAsync(ct)).ToDictionary(row => row.Month);
        var doubts = (await db.RaisedDoubts.AsNoTracking()
            .Where(doubt => doubt.Month >= first && doubt.Month <= last)
            .GroupBy(doubt => doubt.Month)
            .Select(group => new { Month = group.Key, Doubts = group.Count(), Answered = group.Count(doubt => doubt.State != DoubtState.Open) })
            .ToListAsync(ct)).ToDictionary(row => row.Month);
        return [.. due.Select(row =>
        {
            var (report, doubt) = (reports.GetValueOrDefault(row.Month), doubts.GetValueOrDefault(row.Month));
            return new MonthQuality(
                row.Month, row.Due, row.OnTime, row.Late, row.NotYetDue, report?.Returns ?? 0, report?.WithNumbers ?? 0, doubt?.Doubts ?? 0, doubt?.Answered ?? 0, report?.SentBack ?? 0);
        })];
    }
}

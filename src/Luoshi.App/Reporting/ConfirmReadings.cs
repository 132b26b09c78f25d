using Luoshi.App.Data;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Reporting;

/// <summary>核对读出的数 — the unit says which figures of its text are final, estimated or misread.</summary>
public sealed class ConfirmReadings(LuoshiDb db)
{
    /// <param name="reportId">Which return.</param>
    /// <param name="version">The version that the person saw.</param>
    /// <param name="standings">By the words that a reading stands in.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The new stand; what <see cref="HandleReport.ExecuteAsync"/> or <see cref="ProgressReport.Confirm"/> refuses.</returns>
    public Task<Outcome<ReportStand>> ExecuteAsync(Guid reportId, int version, IReadOnlyDictionary<string, ReadingStanding> standings, CancellationToken ct) =>
        HandleReport.ExecuteAsync(db, Operation.FillReport, reportId, version, "readings-confirmed", null, async report =>
        {
            var task = await db.TasksAsked.AsNoTracking().SingleAsync(task => task.Id == report.TaskId, ct);
            var check = (await ReportExamination.LoadAsync(db, task, report.Month, ct)).Examine(report.Text);
            return report.Confirm(
                from reading in check.Readings.DistinctBy(reading => reading.Source.Text)
                where standings.ContainsKey(reading.Source.Text)
                select new ConfirmedReading
                {
                    Quote = reading.Source.Text,
                    Metric = reading.Quantity.Metric,
                    Value = reading.Quantity.Value,
                    Unit = reading.Quantity.Unit,
                    Period = reading.Quantity is { From: { } first, To: { } last } ? $"{first}—{last}" : null,
                    Scope = reading.Quantity.Scope,
                    Standing = standings[reading.Source.Text],
                });
        }, ct);
}

using Luoshi.App.Calendars;
using Luoshi.App.Data;
using Luoshi.App.Reporting;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Checks;
using Luoshi.Core.Ledgers;
using Luoshi.Core.Reporting;
using Luoshi.Core.Supervision;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Supervision;

/// <summary>
/// 调度台 — who has reported, who has not, what waits for whom. A fixed number of statements whatever the size: the rows of a month are read once,
/// so that the rule of where an item lies stands in Core alone, and every number on the page counts the same rows.
/// </summary>
public sealed class ReadBoard(LuoshiDb db, TimeProvider clock)
{
    /// <returns>The board, empty before the month is opened; <c>forbidden</c>.</returns>
    public async Task<Outcome<MonthBoard>> ExecuteAsync(ReportingPeriod month, CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.ReviewReport) is { } refusal)
        {
            return refusal;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var ledger = await db.Ledgers.AsNoTracking().SingleOrDefaultAsync(ledger => ledger.Year == month.Year, ct);
        var ledgerId = ledger?.Id ?? Guid.Empty;
        return new MonthBoard
        {
            Month = month,
            AsOf = now,
            Ledger = ledger?.Title,
            IsClosed = ledger?.IsClosed ?? false,
            OpenedAt = await db.OpenedPeriods.Where(period => period.LedgerId == ledgerId && period.Month == month).Select(period => (DateTime?)period.OpenedAt).SingleOrDefaultAsync(ct),
            OpenTasks = await db.KeyTasks.CountAsync(task => task.LedgerId == ledgerId && (task.State == KeyTaskState.Active || task.State == KeyTaskState.Adjusted), ct),
            WouldAsk = await WouldAskAsync(ledgerId, month, ct),
            Items = await ItemsAsync(month, now, ct),
            Posts = (await db.LeaderPosts.AsNoTracking().OrderBy(post => post.Rank).ThenBy(post => post.Id).ToListAsync(ct)).ToDictionary(post => post.Id, post => post.NameOn(DateText.LastDayOf(month))),
            Units = (await db.Units.AsNoTracking().OrderBy(unit => unit.Rank).ThenBy(unit => unit.Id).ToListAsync(ct)).ToDictionary(unit => unit.Id, unit => unit.DisplayName),
            LastReminded = await db.SentReminders.GroupBy(sent => sent.UnitId).Select(unit => new { unit.Key, Last = unit.Max(sent => sent.SentAt) }).ToDictionaryAsync(unit => unit.Key, unit => unit.Last, ct),
        };
    }

    private async Task<WouldAsk> WouldAskAsync(Guid ledgerId, ReportingPeriod month, CancellationToken ct)
    {
        var tasks = await db.KeyTasks
            .Where(task => task.LedgerId == ledgerId && (task.State == KeyTaskState.Active || task.State == KeyTaskState.Adjusted))
            .Where(task => !db.DueItems.Any(item => item.TaskId == task.Id && item.Month == month))
            .Select(task => new { task.Frequency, task.LeadUnitId })
            .ToListAsync(ct);
        return WouldAsk.Of(tasks.Select(task => (task.Frequency, task.LeadUnitId)), month);
    }

    private async Task<IReadOnlyList<BoardItem>> ItemsAsync(ReportingPeriod month, DateTime now, CancellationToken ct)
    {
        var calendar = await RulesInForce.CalendarAsync(db, ct);
        var doubts = (await db.RaisedDoubts
                .Where(doubt => doubt.Month == month && doubt.State == DoubtState.Open)
                .GroupBy(doubt => new { doubt.ReportId, doubt.Strength })
                .Select(group => new { group.Key.ReportId, group.Key.Strength, Count = group.Count() })
                .ToListAsync(ct))
            .ToDictionary(group => (group.ReportId, group.Strength), group => group.Count);
        var rows = await (
            from item in db.DueItems.AsNoTracking()
            join task in db.KeyTasks on item.TaskId equals task.Id
            join post in db.LeaderPosts on item.PostId equals post.Id
            join found in db.ProgressReports on item.Id equals found.DueItemId into reports
            from report in reports.DefaultIfEmpty()
            where item.Month == month
            orderby post.Rank, task.Number, item.Span, item.Id
            select new
            {
                Item = item,
                task.Number,
                task.Content,
                ReportId = (Guid?)report.Id,
                Status = (ReturnStatus?)report.Status,
                Written = report.Progress == null ? 0 : report.Progress.Length,
                report.ReturnDueAt,
            }).ToListAsync(ct);
        return rows.ConvertAll(row => new BoardItem
        {
            WorkdaysLate = now > row.Item.Deadline ? calendar.WorkdaysBetween(DateOnly.FromDateTime(OfficeClock.Local(row.Item.Deadline)), DateOnly.FromDateTime(OfficeClock.Local(now))) : 0,
            DueItemId = row.Item.Id,
            DueItemVersion = row.Item.Version,
            TaskId = row.Item.TaskId,
            Number = row.Number,
            Content = row.Content,
            UnitId = row.Item.UnitId,
            PostId = row.Item.PostId,
            Span = row.Item.Span,
            Deadline = row.Status == ReturnStatus.Returned && row.ReturnDueAt is { } due ? due : row.Item.Deadline,
            State = row.Item.StateAt(now),
            ReportId = row.ReportId,
            Status = row.Status,
            Written = row.Written,
            StrongDoubts = Open(row.ReportId, DoubtStrength.Strong),
            WeakDoubts = Open(row.ReportId, DoubtStrength.Weak),
        });

        int Open(Guid? reportId, DoubtStrength strength) => reportId is { } id ? doubts.GetValueOrDefault((id, strength)) : 0;
    }
}

using Luoshi.App.Calendars;
using Luoshi.App.Data;
using Luoshi.App.Ledgers;
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
    private static readonly KeptQuery<int, Ledger> s_ledger = new((db, year) => db.Ledgers.AsNoTracking().Where(ledger => ledger.Year == year));

    private static readonly KeptQuery<Guid, ReportingPeriod, DateTime?> s_openedAt = new((db, ledgerId, month) => db.OpenedPeriods
        .Where(period => period.LedgerId == ledgerId && period.Month == month).Select(period => (DateTime?)period.OpenedAt));

    private static readonly KeptQuery<Guid, OpenTask> s_openTasks = new((db, ledgerId) => db.KeyTasks
        .Where(task => task.LedgerId == ledgerId && (task.State == KeyTaskState.Active || task.State == KeyTaskState.Adjusted))
        .Select(task => new OpenTask(task.Id, task.Frequency, task.LeadUnitId)));

    private static readonly KeptQuery<Reminded> s_reminded = new(db => db.SentReminders.GroupBy(sent => sent.UnitId).Select(unit => new Reminded(unit.Key, unit.Max(sent => sent.SentAt))));

    // Counted here: grouped by the return, SQLite would go through the doubts of all months in the order of their returns.
    private static readonly KeptQuery<ReportingPeriod, OpenDoubt> s_doubts = new((db, month) => db.RaisedDoubts
        .Where(doubt => doubt.Month == month && doubt.State == DoubtState.Open)
        .Select(doubt => new OpenDoubt(doubt.ReportId, doubt.Strength)));

    private static readonly KeptQuery<ReportingPeriod, Row> s_rows = new((db, month) =>
        from item in db.DueItems
        join task in db.KeyTasks on item.TaskId equals task.Id
        join post in db.LeaderPosts on item.PostId equals post.Id
        join found in db.ProgressReports on item.Id equals found.DueItemId into reports
        from report in reports.DefaultIfEmpty()
        where item.Month == month
        orderby post.Rank, task.Number, item.Span, item.Id
        select new Row(
            item.Id,
            item.Version,
            item.TaskId,
            task.Number,
            task.Content,
            item.UnitId,
            item.PostId,
            item.Span,
            item.DueAt,
            item.ExtendedTo,
            item.SubmittedAt,
            item.ExemptReason != null,
            item.IsVoluntary,
            (Guid?)report.Id,
            (ReturnStatus?)report.Status,
            report.Status != ReturnStatus.Draft || report.Progress == null ? 0 : report.Progress.Length,
            report.ReturnDueAt));

    /// <returns>The board, empty before the month is opened; <c>forbidden</c>.</returns>
    public async Task<Outcome<MonthBoard>> ExecuteAsync(ReportingPeriod month, CancellationToken ct)
    {
        if (db.Access.RefuseReading(Operation.ReviewReport) is { } refusal)
        {
            return refusal;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var ledger = await s_ledger.Of(db, month.Year).SingleOrDefaultAsync(ct);
        var ledgerId = ledger?.Id ?? Guid.Empty;
        var tasks = await s_openTasks.Of(db, ledgerId).ToListAsync(ct);
        var items = await ItemsAsync(month, now, ct);
        var asked = items.Select(item => item.TaskId).ToHashSet();
        return new MonthBoard
        {
            Month = month,
            AsOf = now,
            Ledger = ledger?.Title,
            IsClosed = ledger?.IsClosed ?? false,
            OpenedAt = await s_openedAt.Of(db, ledgerId, month).SingleOrDefaultAsync(ct),
            OpenTasks = tasks.Count,
            WouldAsk = WouldAsk.Of(tasks.Where(task => !asked.Contains(task.Id)).Select(task => (task.Frequency, task.LeadUnitId)), month),
            Items = items,
            Posts = (await InOrder.Posts.Of(db).ToListAsync(ct)).ToDictionary(post => post.Id, post => post.NameOn(DateText.LastDayOf(month))),
            Units = (await InOrder.Units.Of(db).ToListAsync(ct)).ToDictionary(unit => unit.Id, unit => unit.DisplayName),
            LastReminded = await s_reminded.Of(db).ToDictionaryAsync(unit => unit.UnitId, unit => unit.Last, null, ct),
        };
    }

    private async Task<IReadOnlyList<BoardItem>> ItemsAsync(ReportingPeriod month, DateTime now, CancellationToken ct)
    {
        var doubts = (await s_doubts.Of(db, month).ToListAsync(ct)).CountBy(doubt => doubt).ToDictionary();
        var rows = await s_rows.Of(db, month).ToListAsync(ct);
        var today = OfficeClock.Day(now);
        var calendar = await RulesInForce.CalendarAsync(db, rows.Count == 0 ? today : OfficeClock.Day(rows.Min(row => row.Deadline)), today, ct);
        return rows.ConvertAll(row => new BoardItem
        {
            WorkdaysLate = now > row.Deadline ? calendar.WorkdaysBetween(OfficeClock.Day(row.Deadline), today) : 0,
            DueItemId = row.Id,
            DueItemVersion = row.Version,
            TaskId = row.TaskId,
            Number = row.Number,
            Content = row.Content,
            UnitId = row.UnitId,
            PostId = row.PostId,
            Span = row.Span,
            Deadline = row.Status == ReturnStatus.Returned && row.ReturnDueAt is { } due ? due : row.Deadline,
            State = DueStates.Of(row.DueAt, row.ExtendedTo, row.SubmittedAt, row.IsExempt, row.IsVoluntary, opened: true, now),
            ReportId = row.ReportId,
            Status = row.Status,
            Written = row.Written,
            StrongDoubts = Open(row.ReportId, DoubtStrength.Strong),
            WeakDoubts = Open(row.ReportId, DoubtStrength.Weak),
        });

        int Open(Guid? reportId, DoubtStrength strength) => reportId is { } id ? doubts.GetValueOrDefault(new OpenDoubt(id, strength)) : 0;
    }

    private sealed record Reminded(Guid UnitId, DateTime Last);

    private sealed record OpenTask(Guid Id, ReportingFrequency Frequency, Guid LeadUnitId);

    private sealed record OpenDoubt(Guid ReportId, DoubtStrength Strength);

    private sealed record Row(
        Guid Id, int Version, Guid TaskId, int Number, string Content, Guid UnitId, Guid PostId, string Span, DateTime DueAt, DateTime? ExtendedTo, DateTime? SubmittedAt, bool IsExempt, bool IsVoluntary,
        Guid? ReportId, ReturnStatus? Status, int Written, DateTime? ReturnDueAt)
    {
        public DateTime Deadline => ExtendedTo ?? DueAt;
    }
}

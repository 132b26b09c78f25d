using Luoshi.App.Calendars;
using Luoshi.App.Data;
using Luoshi.App.Reporting;
using Luoshi.Core.Reminding;
using Luoshi.Core.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Supervision;

/// <summary>Which units are to be reminded at this moment, and of what.</summary>
internal static class RemindersNow
{
    public static async Task<IReadOnlyList<UnitDigest>> LoadAsync(LuoshiDb db, TimeProvider clock, CancellationToken ct)
    {
        var items = await OpenItemsAsync(db, clock.Today(), ct);
        var units = items.Select(item => item.UnitId).Distinct().ToList();
        var lastSent = await db.SentReminders
            .Where(sent => units.Contains(sent.UnitId))
            .GroupBy(sent => sent.UnitId)
            .Select(unit => new { unit.Key, Last = unit.Max(sent => sent.SentAt) })
            .ToDictionaryAsync(unit => unit.Key, unit => unit.Last, ct);
        return Reminders.Due(clock.GetUtcNow().UtcDateTime, await RulesInForce.CalendarAsync(db, ct), new ReminderRules(), items, lastSent, words: await db.OfficeWords.AsNoTracking().SingleOrDefaultAsync(ct));
    }

    /// <summary>What is asked and did not come, or came back and was not mended.</summary>
    public static async Task<IReadOnlyList<ReminderItem>> OpenItemsAsync(LuoshiDb db, DateOnly today, CancellationToken ct)
    {
        var posts = (await db.LeaderPosts.AsNoTracking().ToListAsync(ct)).ToDictionary(post => post.Id, post => post.NameOn(today));
        var rows = await (
            from item in db.DueItems.AsNoTracking()
            join ledger in db.Ledgers on item.LedgerId equals ledger.Id
            join task in db.KeyTasks on item.TaskId equals task.Id
            join unit in db.Units.AsNoTracking() on item.UnitId equals unit.Id
            join found in db.ProgressReports on item.Id equals found.DueItemId into reports
            from report in reports.DefaultIfEmpty()
            where ledger.ClosedAt == null && !item.IsVoluntary && item.ExemptReason == null && (item.SubmittedAt == null || report.Status == ReturnStatus.Returned)
            orderby unit.Rank, item.UnitId, item.DueAt, task.Number, item.Id
            select new { Item = item, Unit = unit, task.Content, task.Number, Status = (ReturnStatus?)report.Status, report.ReturnDueAt }).ToListAsync(ct);
        return [.. rows.Where(row => ReportingSpan.TryParse(row.Item.Span, out _)).Select(row => new ReminderItem(
            row.Item.Id,
            row.Item.UnitId,
            row.Unit.DisplayName,
            ReportingSpan.TryParse(row.Item.Span, out var span) ? span : default,
            row.Content,
            row.Status == ReturnStatus.Returned && row.ReturnDueAt is { } due ? due : row.Item.Deadline)
        {
            Leader = posts.GetValueOrDefault(row.Item.PostId),
            Number = row.Number,
            IsReturned = row.Status == ReturnStatus.Returned,
        })];
    }
}

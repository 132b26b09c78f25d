using Luoshi.App.Data;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Ledgers;
using Luoshi.Core.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Reporting;

/// <summary>A period that was opened: how many returns it asks for and how many it only welcomes.</summary>
public sealed record PeriodOpened(ReportingPeriod Month, int Due, int Voluntary, int AlreadyThere);

/// <summary>
/// 开启报送期 — makes the month's due items as rows, each with its due time frozen. Safe to do twice: what is there stays as it was, what is new
/// since (a task added in the middle of the month) is asked for as well.
/// </summary>
public sealed class OpenPeriod(LuoshiDb db, TimeProvider clock)
{
    /// <returns>How many there are now; <c>forbidden</c>, <c>ledger-not-found</c>, <c>ledger-closed</c>, <c>period-outside-ledger</c>, <c>changed-meanwhile</c>.</returns>
    public async Task<Outcome<PeriodOpened>> ExecuteAsync(ReportingPeriod month, CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.OpenPeriod) is { } refusal)
        {
            return refusal;
        }

        var ledger = await db.Ledgers.AsNoTracking().SingleOrDefaultAsync(ledger => ledger.Year == month.Year, ct);
        if (ledger is null)
        {
            return new Refusal("ledger-not-found", $"还没有建立{month.Year}年台账，请先建账。");
        }

        if (ledger.IsClosed)
        {
            return new Refusal("ledger-closed", $"{ledger.Title}已经办结，不能再开启报送期。");
        }

        var tasks = await db.KeyTasks.AsNoTracking()
            .Where(task => task.LedgerId == ledger.Id && (task.State == KeyTaskState.Active || task.State == KeyTaskState.Adjusted))
            .OrderBy(task => task.Id)
            .ToListAsync(ct);
        var there = (await db.DueItems.AsNoTracking().Where(item => item.LedgerId == ledger.Id && item.Month == month)
            .Select(item => new { item.TaskId, item.Span }).ToListAsync(ct)).Select(item => (item.TaskId, item.Span)).ToHashSet();
        var rules = await RulesInForce.NowAsync(db, ct);
        var calendar = await RulesInForce.CalendarAsync(db, ct);
        var opened = new PeriodOpened(month, 0, 0, there.Count);
        foreach (var task in tasks)
        {
            foreach (var item in ItemsOf(task).Where(item => !there.Contains((item.TaskId, item.Span))))
            {
                db.Add(item);
                opened = item.IsVoluntary ? opened with { Voluntary = opened.Voluntary + 1 } : opened with { Due = opened.Due + 1 };
            }
        }

        if (opened is { Due: 0, Voluntary: 0 })
        {
            return opened;
        }

        if (!await db.OpenedPeriods.AnyAsync(period => period.LedgerId == ledger.Id && period.Month == month, ct))
        {
            db.Add(new OpenedPeriod { GovernmentId = ledger.GovernmentId, LedgerId = ledger.Id, Month = month, OpenedAt = clock.GetUtcNow().UtcDateTime });
        }

        db.Record("period-opened", nameof(OpenedPeriod), ledger.Id, month.ToString());
        return await db.TrySaveAsync(ct) is { } changed ? changed : opened;

        IEnumerable<DueItem> ItemsOf(KeyTask task)
        {
            var spans = ReportingSpan.DueIn(task.Frequency, month);
            return spans.Count > 0
                ? spans.Select(span => Item(task, span, isVoluntary: false))
                : [Item(task, ReportingSpan.DueIn(ReportingFrequency.Monthly, month)[0], isVoluntary: true)];
        }

        DueItem Item(KeyTask task, ReportingSpan span, bool isVoluntary) => new()
        {
            GovernmentId = task.GovernmentId,
            LedgerId = ledger.Id,
            TaskId = task.Id,
            UnitId = task.LeadUnitId,
            PostId = task.PostId,
            Month = month,
            Span = span.Key,
            DueAt = rules.Due.DueAtUtc(span, calendar),
            IsVoluntary = isVoluntary,
        };
    }
}

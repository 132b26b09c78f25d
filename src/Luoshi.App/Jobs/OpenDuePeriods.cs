using Luoshi.App.Data;
using Luoshi.App.Reporting;
using Luoshi.Core.Accounts;
using Luoshi.Core.Calendars;
using Luoshi.Core.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Jobs;

/// <summary>到日子自动开启报送期: every government's month, from its workday on, where the office has not opened it itself.</summary>
public sealed class OpenDuePeriods(LuoshiDb db, OpenPeriod openPeriod, JobSettings settings, TimeProvider clock)
{
    public async Task ExecuteAsync(CancellationToken ct)
    {
        if (settings.OpensOnWorkday < 1)
        {
            return;
        }

        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), BeijingTime.Zone).DateTime);
        var month = new ReportingPeriod(today.Year, today.Month);
        db.ActAs(Access.System);
        var waiting = await db.Ledgers
            .Where(ledger => ledger.Year == month.Year && ledger.ClosedAt == null && !db.OpenedPeriods.Any(period => period.GovernmentId == ledger.GovernmentId && period.LedgerId == ledger.Id && period.Month == month))
            .OrderBy(ledger => ledger.GovernmentId).Select(ledger => ledger.GovernmentId).ToListAsync(ct);
        foreach (var government in waiting)
        {
            db.ActAs(Access.SystemOf(government));
            var calendar = await RulesInForce.CalendarAsync(db, ct);
            if (today >= calendar.AddWorkdays(new DateOnly(month.Year, month.Month, 1).AddDays(-1), settings.OpensOnWorkday))
            {
                await openPeriod.ExecuteAsync(month, ct);
                db.ChangeTracker.Clear();
            }
        }
    }
}

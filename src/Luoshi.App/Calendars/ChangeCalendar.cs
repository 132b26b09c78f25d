using Luoshi.App.Data;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Calendars;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Calendars;

/// <summary>修改工作日历 — makes a day free, worked, or ordinary again. Due times that are frozen stay as they are.</summary>
public sealed class ChangeCalendar(LuoshiDb db)
{
    /// <param name="version">Of the <see cref="OfficeCalendar"/> that the person saw; 0 where nothing was changed yet.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day that is in.</param>
    /// <param name="kind">What they become; null for what the week says.</param>
    /// <param name="name">春节.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>Null when done; <c>forbidden</c>, <c>days-invalid</c>, <c>day-name-missing</c>, <c>changed-meanwhile</c>.</returns>
    public async Task<Refusal?> ExecuteAsync(int version, DateOnly from, DateOnly to, DayKind? kind, string name, CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.ManageCalendar) is { } refusal)
        {
            return refusal;
        }

        if (to < from || to.DayNumber - from.DayNumber > 30 || from.Year is < 2000 or > 2099)
        {
            return new Refusal("days-invalid", "结束日期应不早于开始日期，一次最多改31天。");
        }

        name = name.Trim();
        if (kind is not null && name.Length is 0 or > 50)
        {
            return new Refusal("day-name-missing", "请填写名称，例如“春节”，不超过50字。");
        }

        var calendar = await db.OfficeCalendars.SingleOrDefaultAsync(calendar => calendar.GovernmentId == db.Access.GovernmentId, ct);
        if (calendar is null)
        {
            calendar = new OfficeCalendar { GovernmentId = db.Access.GovernmentId };
            db.Add(calendar);
        }

        if (calendar.Version != version)
        {
            return Concurrency.Changed;
        }

        calendar.Version++;
        var known = await db.OfficeDays.Where(day => day.Day >= from && day.Day <= to).ToListAsync(ct);
        for (var day = from; day <= to; day = day.AddDays(1))
        {
            var row = known.Find(row => row.Day == day);
            if (kind is null)
            {
                if (row is not null)
                {
                    db.Remove(row);
                }
            }
            else if (row is null)
            {
                db.Add(new OfficeDay { GovernmentId = db.Access.GovernmentId, Day = day, Kind = kind.Value, Name = name });
            }
            else
            {
                (row.Kind, row.Name) = (kind.Value, name);
            }
        }

        db.Record("calendar-changed", nameof(OfficeDay), null);
        return await db.TrySaveAsync(ct);
    }
}

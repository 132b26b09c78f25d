using System.Collections.Concurrent;
using System.Text.Json;
using Luoshi.App.Calendars;
using Luoshi.App.Data;
using Luoshi.Core.Calendars;
using Luoshi.Core.Checks;
using Luoshi.Core.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Reporting;

/// <summary>The rules of a government as they are now, or as they were for an old return.</summary>
public sealed record RulesInForce(Guid Id, CheckSettings Checks, DueRules Due)
{
    // A rule set never changes: read once, it holds for good. Far more than a deployment has; were there ever more, they are read again.
    private const int MostRead = 1000;

    private static readonly ConcurrentDictionary<Guid, RulesInForce> s_read = new();

    private static readonly KeptQuery<Guid> s_newestId = new(db => NewestId(db).Take(1));

    private static readonly KeptQuery<OfficeDay> s_calendar = new(db => db.OfficeDays.AsNoTracking().OrderBy(day => day.Day));

    private static readonly KeptQuery<DateOnly, DateOnly, OfficeDay> s_daysBetween = new((db, from, to) => db.OfficeDays.AsNoTracking()
        .Where(day => day.Day >= from && day.Day <= to).OrderBy(day => day.Day));

    public static RulesInForce Of(RuleSet rules) => new(
        rules.Id,
        JsonSerializer.Deserialize<CheckSettings>(rules.CheckSettings, Json.Options)!,
        JsonSerializer.Deserialize<DueRules>(rules.DueRules, Json.Options)!);

    /// <summary>The newest of the government acted for.</summary>
    public static async Task<RulesInForce> NowAsync(LuoshiDb db, CancellationToken ct) => await WithIdAsync(db, await s_newestId.Of(db).SingleAsync(ct), ct);

    /// <summary>The id of the newest of the government acted for, to be asked for inside another query.</summary>
    public static IQueryable<Guid> NewestId(LuoshiDb db) => db.RuleSets.OrderByDescending(rules => rules.From).ThenByDescending(rules => rules.Id).Select(rules => rules.Id);

    public static async Task<RulesInForce> WithIdAsync(LuoshiDb db, Guid id, CancellationToken ct)
    {
        if (s_read.TryGetValue(id, out var known))
        {
            return known;
        }

        var read = Of(await db.RuleSets.AsNoTracking().SingleAsync(rules => rules.Id == id, ct));
        if (s_read.Count >= MostRead)
        {
            s_read.Clear();
        }

        return s_read[id] = read;
    }

    /// <summary>The office's own calendar.</summary>
    public static async Task<WorkdayCalendar> CalendarAsync(LuoshiDb db, CancellationToken ct) =>
        new((await s_calendar.Of(db).ToListAsync(ct)).Select(day => day.AsCalendarDay()));

    /// <summary>What the office's own calendar says of the days from <paramref name="from"/> to <paramref name="to"/>, both counted; of others it says nothing.</summary>
    public static async Task<WorkdayCalendar> CalendarAsync(LuoshiDb db, DateOnly from, DateOnly to, CancellationToken ct) =>
        new((await s_daysBetween.Of(db, from, to).ToListAsync(ct)).Select(day => day.AsCalendarDay()));
}

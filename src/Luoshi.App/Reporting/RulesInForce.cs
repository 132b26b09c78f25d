using System.Text.Json;
using Luoshi.App.Data;
using Luoshi.Core.Calendars;
using Luoshi.Core.Checks;
using Luoshi.Core.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Reporting;

/// <summary>The rules of a government as they are now, or as they were for an old return.</summary>
public sealed record RulesInForce(Guid Id, CheckSettings Checks, DueRules Due)
{
    public static RulesInForce Of(RuleSet rules) => new(
        rules.Id,
        JsonSerializer.Deserialize<CheckSettings>(rules.CheckSettings, Json.Options)!,
        JsonSerializer.Deserialize<DueRules>(rules.DueRules, Json.Options)!);

    /// <summary>The newest of the government acted for.</summary>
    public static async Task<RulesInForce> NowAsync(LuoshiDb db, CancellationToken ct) =>
        Of(await db.RuleSets.AsNoTracking().OrderByDescending(rules => rules.From).ThenByDescending(rules => rules.Id).FirstAsync(ct));

    /// <summary>The office's own calendar.</summary>
    public static async Task<WorkdayCalendar> CalendarAsync(LuoshiDb db, CancellationToken ct) =>
        new((await db.OfficeDays.AsNoTracking().OrderBy(day => day.Day).ToListAsync(ct)).Select(day => day.AsCalendarDay()));
}

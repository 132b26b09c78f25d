using Luoshi.App.Data;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Reminding;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Supervision;

/// <summary>A message that was sent, with the unit's name, and whether it can still be taken back.</summary>
public sealed record SentLine(SentReminder Sent, string Unit, string By, bool IsUnderWay);

/// <summary>The reminders of this moment, and those that were sent last.</summary>
public sealed record ReminderDesk(IReadOnlyList<UnitDigest> Due, IReadOnlyDictionary<Guid, string> Units, IReadOnlyList<SentLine> Log);

/// <summary>催报一览 — what would be sent now, letter by letter, before anything is.</summary>
public sealed class ReadReminders(LuoshiDb db, TimeProvider clock)
{
    private const int LongestLog = 100;

    /// <returns>What is due and what was sent; <c>forbidden</c>.</returns>
    public async Task<Outcome<ReminderDesk>> ExecuteAsync(CancellationToken ct)
    {
        if (db.Access.RefuseReading(Operation.SendReminders) is { } refusal)
        {
            return refusal;
        }

        var units = (await db.Units.AsNoTracking().OrderBy(unit => unit.Rank).ThenBy(unit => unit.Id).ToListAsync(ct)).ToDictionary(unit => unit.Id, unit => unit.DisplayName);
        var log = await db.SentReminders.AsNoTracking().OrderByDescending(sent => sent.SentAt).ThenByDescending(sent => sent.Id).Take(LongestLog).ToListAsync(ct);
        var people = log.Select(sent => sent.SentBy).OfType<Guid>().Distinct().ToList();
        var names = await db.Accounts.Where(account => people.Contains(account.Id)).Select(account => new { account.Id, account.DisplayName }).ToDictionaryAsync(account => account.Id, account => account.DisplayName, ct);
        var underWay = await WithdrawReminders.UnderWayAsync(db, log, clock.GetUtcNow().UtcDateTime, ct);
        return new ReminderDesk(
            await RemindersNow.LoadAsync(db, clock, ct),
            units,
            [.. log.Select(sent => new SentLine(sent, units.GetValueOrDefault(sent.UnitId, ""), sent.SentBy is { } by ? names.GetValueOrDefault(by, "") : "系统", underWay.ContainsKey(sent.Id)))]);
    }
}

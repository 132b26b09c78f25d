using Luoshi.App.Data;
using Luoshi.App.Notices;
using Luoshi.App.Outbox;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Reminding;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Supervision;

/// <summary>How many units will not get their reminder, and how many had it already.</summary>
public sealed record RemindersWithdrawn(int Withdrawn, int Received);

/// <summary>
/// 撤回催报 — takes back what nobody has received yet: no mail of it has left, and nobody of the unit has read the notice. It then counts as never sent, and
/// the unit can be reminded anew; the audit keeps the words.
/// </summary>
public sealed class WithdrawReminders(LuoshiDb db, TimeProvider clock)
{
    /// <summary>Later than this nobody asks who has read what.</summary>
    private static readonly TimeSpan s_within = TimeSpan.FromDays(1);

    /// <param name="reminderId">One of them.</param>
    /// <param name="withOthers">Whether the others that were sent with it are meant as well.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>What became of them; <c>forbidden</c>, <c>reminder-not-found</c>, <c>reminder-received</c>, <c>changed-meanwhile</c>.</returns>
    public async Task<Outcome<RemindersWithdrawn>> ExecuteAsync(Guid reminderId, bool withOthers, CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.SendReminders) is { } forbidden)
        {
            return forbidden;
        }

        if (await db.SentReminders.AsNoTracking().SingleOrDefaultAsync(sent => sent.Id == reminderId, ct) is not { } one)
        {
            return new Refusal("reminder-not-found", "没有找到这条催报，可能已经撤回。");
        }

        var meant = await db.SentReminders.Where(sent => sent.Id == reminderId || (withOthers && sent.SentAt == one.SentAt && sent.SentBy == one.SentBy)).OrderBy(sent => sent.Id).ToListAsync(ct);
        var underWay = await UnderWayAsync(db, meant, clock.GetUtcNow().UtcDateTime, ct);
        var taken = meant.FindAll(sent => underWay.ContainsKey(sent.Id));
        if (taken.Count == 0)
        {
            return new Refusal("reminder-received", "单位已经看到，或邮件已经发出，不能撤回。催错了的，请另行告诉单位。");
        }

        foreach (var sent in taken)
        {
            db.RemoveRange(underWay[sent.Id]);
            db.Remove(sent);
            db.Record("reminder-withdrawn", nameof(SentReminder), sent.Id, sent.Subject);
        }

        return await db.TrySaveAsync(ct) is { } changed ? changed : new RemindersWithdrawn(taken.Count, meant.Count - taken.Count);
    }

    /// <summary>Of reminders those that nobody has received, each with the notices and mails that would bring it.</summary>
    internal static async Task<IReadOnlyDictionary<Guid, List<object>>> UnderWayAsync(LuoshiDb db, IEnumerable<SentReminder> reminders, DateTime now, CancellationToken ct)
    {
        var recent = reminders.Where(sent => sent.SentAt > now - s_within).ToList();
        var instants = recent.Select(sent => sent.SentAt).Distinct().ToList();
        var units = recent.Select(sent => (Guid?)sent.UnitId).Distinct().ToList();
        var people = (await db.Positions.Where(position => units.Contains(position.UnitId)).Select(position => new { position.UnitId, position.AccountId }).Distinct().ToListAsync(ct)).ToLookup(person => person.UnitId, person => person.AccountId);
        var notices = (await db.NoticesOf(instants).AsNoTracking().ToListAsync(ct)).ToLookup(notice => (notice.At, notice.Text));
        var mails = (await db.OutboxMessages.AsNoTracking().Where(message => instants.Contains(message.CreatedAt) && message.IdempotencyKey.StartsWith(ReminderMails.Keys)).ToListAsync(ct)).ToLookup(ReminderMails.ReminderOf);
        return recent
            .Select(sent => (sent.Id, Notices: notices[(sent.SentAt, Tell.Shortened(sent.Subject))].Where(notice => people[sent.UnitId].Contains(notice.AccountId)).ToList(), Mails: mails[sent.Id].ToList()))
            .Where(one => one.Notices.TrueForAll(notice => notice.ReadAt is null) && one.Mails.TrueForAll(mail => mail is { State: OutboxState.Pending, Attempts: 0 }))
            .ToDictionary(one => one.Id, one => (List<object>)[.. one.Notices, .. one.Mails]);
    }
}

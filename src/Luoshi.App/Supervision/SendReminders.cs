using Luoshi.App.Calendars;
using Luoshi.App.Data;
using Luoshi.App.Notices;
using Luoshi.App.Outbox;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Reminding;

namespace Luoshi.App.Supervision;

/// <summary>催报 — one message to each unit with everything that waits for it, kept as it was sent. Nobody gets a second one within the quiet hours.</summary>
public sealed class SendReminders(LuoshiDb db, MailSettings mail, TimeProvider clock)
{
    /// <param name="unitIds">Whom to remind; null for everybody whose reminder is due.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>What was sent: units that were written to meanwhile, or have reported, get nothing. <c>forbidden</c>, <c>nothing-picked</c>, <c>changed-meanwhile</c>.</returns>
    public async Task<Outcome<IReadOnlyList<SentReminder>>> ExecuteAsync(IReadOnlyCollection<Guid>? unitIds, CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.SendReminders) is { } refusal)
        {
            return refusal;
        }

        if (unitIds is { Count: 0 })
        {
            return new Refusal("nothing-picked", "还没有选择单位。请先勾选，再催报。");
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var sent = (await RemindersNow.LoadAsync(db, clock, ct))
            .Where(digest => unitIds?.Contains(digest.UnitId) != false)
            .Select(digest => new SentReminder
            {
                GovernmentId = db.Access.GovernmentId,
                UnitId = digest.UnitId,
                SentAt = now,
                Day = clock.Today(),
                SentBy = db.Access.AccountId,
                Subject = digest.Subject,
                Body = digest.Body,
                Items = digest.Lines.Count,
            })
            .ToList();
        if (sent.Count > 0)
        {
            db.AddRange(sent);
            await Tell.UnitsAsync(db, sent.ToDictionary(one => one.UnitId, one => one.Subject), "/reporting", now, ct);
            await ReminderMails.AddAsync(db, mail, sent, ct);
            db.Record("reminders-sent", nameof(SentReminder), null);
        }

        return await db.TrySaveAsync(ct) is { } changed ? changed : sent;
    }
}

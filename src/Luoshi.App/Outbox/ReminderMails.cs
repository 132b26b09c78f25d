using Luoshi.App.Data;
using Luoshi.Core.Accounts;
using Luoshi.Core.Reminding;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Outbox;

/// <summary>A reminder as a mail to whoever fills in for the unit: written with the reminder, in one transaction.</summary>
internal static class ReminderMails
{
    /// <summary>How the keys of all of them begin.</summary>
    public const string Keys = "reminder/";

    /// <summary>The reminder that a mail brings.</summary>
    public static Guid ReminderOf(OutboxMessage mail) => Guid.ParseExact(mail.IdempotencyKey.AsSpan(Keys.Length, 32), "N");

    /// <summary>Nothing where mail is off, or nobody of the unit has an address.</summary>
    public static async Task AddAsync(LuoshiDb db, MailSettings mail, IReadOnlyCollection<SentReminder> reminders, CancellationToken ct)
    {
        if (mail.Host is null || reminders.Count == 0)
        {
            return;
        }

        var units = reminders.Select(reminder => (Guid?)reminder.UnitId).ToList();
        var people = await db.Positions
            .Where(position => units.Contains(position.UnitId) && position.Role == Role.UnitReporter && position.EndedAt == null)
            .Join(db.Accounts.Where(account => account.Email != null && account.DisabledAt == null), position => position.AccountId, account => account.Id, (position, account) => new { position.UnitId, account.Id, account.Email })
            .Distinct()
            .OrderBy(person => person.Id)
            .ToListAsync(ct);
        foreach (var (reminder, person) in reminders.SelectMany(reminder => people.Where(person => person.UnitId == reminder.UnitId), (reminder, person) => (reminder, person)))
        {
            db.Add(new OutboxMessage
            {
                GovernmentId = reminder.GovernmentId,
                Channel = OutboxChannel.Mail,
                To = person.Email!,
                Subject = reminder.Subject,
                Body = reminder.Body,
                IdempotencyKey = $"{Keys}{reminder.Id:N}/{person.Id:N}",
                CreatedAt = reminder.SentAt,
                NextAttemptAt = reminder.SentAt,
            });
        }
    }
}

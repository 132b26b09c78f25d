using Luoshi.App.Data;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Supervision;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Supervision;

/// <summary>改常用语 — the office's words for returns and reminders from now on; what was sent stays as it was.</summary>
public sealed class ChangeWords(LuoshiDb db)
{
    /// <param name="version">Of the words that were read; 0 where they were those of the house.</param>
    /// <param name="reasons">常用退回理由, in the order of the buttons.</param>
    /// <param name="asks">What a reminder asks for.</param>
    /// <param name="closes">How it ends.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>Null when done; <c>forbidden</c>, <c>changed-meanwhile</c>, or what <see cref="OfficeWords.Change"/> refuses.</returns>
    public async Task<Refusal?> ExecuteAsync(int version, IEnumerable<ReturnReason> reasons, string? asks, string? closes, CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.ManageRules) is { } forbidden)
        {
            return forbidden;
        }

        var words = await db.OfficeWords.SingleOrDefaultAsync(ct);
        if ((words?.Version ?? 0) != version)
        {
            return Concurrency.Changed;
        }

        if (words is null)
        {
            words = new OfficeWords { GovernmentId = db.Access.GovernmentId };
            db.Add(words);
        }

        if (words.Change(reasons, asks, closes) is { } refusal)
        {
            return refusal;
        }

        db.Record("words-changed", nameof(OfficeWords), null);
        return await db.TrySaveAsync(ct);
    }
}

using Luoshi.App.Data;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Notices;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Notices;

/// <summary>答复意见 — whoever gave it is told.</summary>
public sealed class AnswerFeedback(LuoshiDb db, TimeProvider clock)
{
    /// <returns>Null when done; <c>forbidden</c>, <c>feedback-not-found</c>, <c>changed-meanwhile</c>, or what <see cref="Feedback.Reply"/> refuses.</returns>
    public async Task<Refusal?> ExecuteAsync(Guid id, string? text, CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.AnswerFeedback) is { } forbidden)
        {
            return forbidden;
        }

        var feedback = await db.Feedback.SingleOrDefaultAsync(feedback => feedback.Id == id, ct);
        if (feedback is null)
        {
            return new Refusal("feedback-not-found", "没有找到这条意见。");
        }

        var now = clock.GetUtcNow().UtcDateTime;
        if (feedback.Reply(text, db.Access.AccountId!.Value, now) is { } refusal)
        {
            return refusal;
        }

        await Tell.AccountAsync(db, feedback.GivenBy, $"意见有了答复：{feedback.Answer}", "/feedback", now, ct);
        db.Record("feedback-answered", nameof(Feedback), id);
        return await db.TrySaveAsync(ct);
    }
}

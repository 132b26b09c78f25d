using Luoshi.App.Data;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Notices;

namespace Luoshi.App.Notices;

/// <summary>提意见 — to the office, by anybody who has signed in, administrators among them: it is of the system, not of the business.</summary>
public sealed class GiveFeedback(LuoshiDb db, TimeProvider clock)
{
    /// <param name="page">The page that it is about.</param>
    /// <param name="text">What is said.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The feedback; <c>forbidden</c>, or what <see cref="Feedback.Give"/> refuses.</returns>
    public async Task<Outcome<Feedback>> ExecuteAsync(string? page, string? text, CancellationToken ct)
    {
        if (db.Access.AccountId is not { } by)
        {
            return new Refusal("forbidden", "请先登录。");
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var given = Feedback.Give(db.Access.GovernmentId, page, text, by, now);
        if (given.Refusal is null)
        {
            db.Add(given.Value);
            await Tell.RolesAsync(db, [Role.Clerk], $"收到意见反馈：{given.Value.Text}", "/feedback", now, ct);
            db.Record("feedback-given", nameof(Feedback), given.Value.Id);
            await db.SaveChangesAsync(ct);
        }

        return given;
    }
}

using Luoshi.App.Data;
using Luoshi.App.Notices;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Reporting;
using Luoshi.Core.Supervision;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Supervision;

/// <summary>
/// 复核 — somebody who had no part in the decision answers. Where the objection is upheld the judgement is set anew, and in no other way: a return that
/// was sent back is taken as it was submitted, and a doubt is settled and not raised again.
/// </summary>
public sealed class DecideObjection(LuoshiDb db, TimeProvider clock)
{
    /// <param name="id">Which objection.</param>
    /// <param name="version">The version that the person saw.</param>
    /// <param name="judgement">The judgement instead of the old one, of a doubt any; null where the objection is dismissed.</param>
    /// <param name="answer">The decision with its reasons.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>It; <c>forbidden</c>, <c>objection-not-found</c>, <c>changed-meanwhile</c>, or what <see cref="Objection.Decide"/> refuses.</returns>
    public async Task<Outcome<Objection>> ExecuteAsync(Guid id, int version, Judgement? judgement, string? answer, CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.DecideObjection) is { } forbidden)
        {
            return forbidden;
        }

        if (await db.Objections.SingleOrDefaultAsync(objection => objection.Id == id, ct) is not { } objection)
        {
            return new Refusal("objection-not-found", "没有找到这条异议。");
        }

        if (objection.Version != version)
        {
            return Concurrency.Changed;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        if (objection.Decide(judgement is not null, answer, db.Access.AccountId!.Value, now) is { } refusal)
        {
            return refusal;
        }

        if (judgement is { } changedTo)
        {
            await UpholdAsync(objection, changedTo, now, ct);
        }

        await Tell.UnitAsync(db, objection.UnitId, $"异议已复核（{objection.State.Name()}）：{objection.Answer}", $"/objections/{id}", now, ct);
        db.Record("objection-decided", nameof(Objection), id, objection.Answer);
        return await db.TrySaveAsync(ct) is { } changed ? changed : objection;
    }

    private async Task UpholdAsync(Objection objection, Judgement judgement, DateTime now, CancellationToken ct)
    {
        if (objection.IsToDoubt)
        {
            // One that was corrected or accepted meanwhile needs nothing any more.
            (await db.RaisedDoubts.SingleAsync(doubt => doubt.Id == objection.SubjectId, ct)).Settle(DoubtState.Accepted, objection.Answer, db.Access.AccountId!.Value, now);
            return;
        }

        // A return that was submitted again meanwhile waits for a judgement of its own.
        var report = await db.ProgressReports.SingleAsync(report => report.Id == objection.ReportId, ct);
        if (report.ReviewedAt == objection.DecidedAt)
        {
            report.Reconsider(judgement, await db.ReportVersions.AsNoTracking().SingleAsync(version => version.ReportId == report.Id && version.Submission == report.Submissions, ct));
        }
    }
}

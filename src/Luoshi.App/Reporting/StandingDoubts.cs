using Luoshi.App.Data;
using Luoshi.App.Searching;
using Luoshi.Core.Checks;
using Luoshi.Core.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Reporting;

/// <summary>The doubts on a return from one submission to the next, and from one month to the next.</summary>
internal static class StandingDoubts
{
    private static readonly KeptQuery<Guid, ReportingPeriod, AnsweredDoubt> s_answered = new((db, taskId, month) =>
        AnsweredDoubt.Of(db.RaisedDoubts.Where(doubt => doubt.TaskId == taskId && doubt.Month < month)));

    /// <summary>
    /// New doubts are added, those that are raised again keep their answer, those that are not are told as corrected, and those that were corrected and
    /// come again are asked again. What was answered in an earlier month comes with the doubt.
    /// </summary>
    public static async Task RenewAsync(LuoshiDb db, ProgressReport report, IReadOnlyList<Doubt> doubts, DateTime now, CancellationToken ct)
    {
        var standing = report.Submissions > 1 ? await db.RaisedDoubts.Where(doubt => doubt.ReportId == report.Id).ToListAsync(ct) : [];
        var answered = doubts.Count == 0 ? [] : await s_answered.Of(db, report.TaskId, report.Month).ToListAsync(ct);
        Renew(db, report, doubts, standing, answered, now);
    }

    /// <summary>The same where what stands and what was answered is at hand.</summary>
    public static void Renew(LuoshiDb db, ProgressReport report, IReadOnlyList<Doubt> doubts, IReadOnlyList<RaisedDoubt> standing, IEnumerable<AnsweredDoubt> answered, DateTime now)
    {
        var raised = RaisedDoubt.Distinct(doubts).ToDictionary(Identity);
        foreach (var doubt in standing)
        {
            if (raised.Remove((doubt.Key, doubt.Message), out var again))
            {
                doubt.RaiseAgain(again);
            }
            else
            {
                doubt.Correct();
            }
        }

        foreach (var ((key, _), doubt) in raised)
        {
            var added = new RaisedDoubt
            {
                GovernmentId = report.GovernmentId,
                ReportId = report.Id,
                TaskId = report.TaskId,
                UnitId = report.UnitId,
                PostId = report.PostId,
                Month = report.Month,
                Key = key,
                Code = doubt.Code,
                Strength = doubt.Strength,
                Message = doubt.Message,
                Evidence = [.. doubt.Evidence],
                EarlierAnswer = answered.LastOrDefault(earlier => earlier.Key == key)?.Answer,
            };
            db.Add(added);
            SearchIndex.Add(db, SearchedText.Of(added), now);
        }
    }

    private static (string Key, string Message) Identity(Doubt doubt) => (RaisedDoubt.KeyOf(doubt), doubt.Message);
}

/// <summary>What was answered on a task in an earlier month.</summary>
internal sealed record AnsweredDoubt(Guid TaskId, string Key, string Answer)
{
    /// <summary>What was answered, the newest last.</summary>
    public static IQueryable<AnsweredDoubt> Of(IQueryable<RaisedDoubt> doubts) => doubts
        .Where(doubt => doubt.Answer != null)
        .OrderBy(doubt => doubt.Month)
        .Select(doubt => new AnsweredDoubt(doubt.TaskId, doubt.Key, doubt.Answer!));
}

using Luoshi.App.Data;
using Luoshi.App.Searching;
using Luoshi.Core.Checks;
using Luoshi.Core.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Reporting;

/// <summary>The doubts on a return from one submission to the next, and from one month to the next.</summary>
internal static class StandingDoubts
{
    /// <summary>
    /// New doubts are added, those that are raised again keep their answer, and those that are not are told as corrected. What was answered in an
    /// earlier month comes with the doubt.
    /// </summary>
    public static async Task RenewAsync(LuoshiDb db, ProgressReport report, IReadOnlyList<Doubt> doubts, DateTime now, CancellationToken ct)
    {
        var standing = report.Submissions > 1 ? await db.RaisedDoubts.Where(doubt => doubt.ReportId == report.Id).ToListAsync(ct) : [];
        var raised = doubts.DistinctBy(Identity).ToDictionary(Identity);
        foreach (var doubt in standing.Where(doubt => !raised.Remove((doubt.Key, doubt.Message))))
        {
            doubt.Correct();
        }

        if (raised.Count == 0)
        {
            return;
        }

        var answered = await db.RaisedDoubts.AsNoTracking()
            .Where(doubt => doubt.TaskId == report.TaskId && doubt.Month < report.Month && doubt.Answer != null)
            .OrderBy(doubt => doubt.Month)
            .Select(doubt => new { doubt.Key, doubt.Answer })
            .ToListAsync(ct);
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
            SearchIndex.Add(db, added, now);
        }
    }

    private static (string Key, string Message) Identity(Doubt doubt) => (RaisedDoubt.KeyOf(doubt), doubt.Message);
}

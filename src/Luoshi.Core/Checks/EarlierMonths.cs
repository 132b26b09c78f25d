using Luoshi.Core.Ledgers;
using Luoshi.Core.Meetings;
using Luoshi.Core.Reading;
using Luoshi.Core.Reporting;

namespace Luoshi.Core.Checks;

/// <summary>What was said of a task in an earlier month.</summary>
internal sealed record EarlierReport(ReportingPeriod Period, string Text, string Source);

/// <summary>
/// Finds the same task in earlier documents. One month's index is built at a time and let go, so that many months need no more memory than one.
/// </summary>
internal static class EarlierMonths
{
    /// <summary>Earlier reports on each row's task, oldest first; null for none. A document without a period cannot be placed and is passed over.</summary>
    public static List<EarlierReport>?[] Of(IReadOnlyList<CheckedRow> rows, IReadOnlyList<TaskDocument> previous, ReportingPeriod asOf)
    {
        var found = new List<EarlierReport>?[rows.Count];
        foreach (var row in rows)
        {
            foreach (var column in row.Task.EarlierProgress.Where(column => column.Period is { } period && period < asOf))
            {
                (found[row.Index] ??= []).Add(new EarlierReport(column.Period!.Value, column.Text, row.Source));
            }
        }

        var leaders = new LeaderRoll(rows.Select(row => row.Task).Concat(previous.SelectMany(document => document.Tasks)).Select(task => task.Leader).OfType<LeaderMention>());
        foreach (var document in previous.Where(document => document.Period is { } period && period < asOf))
        {
            var tasks = new SameTask(document, leaders);
            foreach (var row in rows)
            {
                if (tasks.As(row.Task)?.Progress is { } text)
                {
                    (found[row.Index] ??= []).Add(new EarlierReport(document.Period!.Value, text, document.Source));
                }
            }
        }

        foreach (var reports in found)
        {
            reports?.Sort((left, right) => left.Period.CompareTo(right.Period));
        }

        return found;
    }
}

using Luoshi.Core.Ledgers;
using Luoshi.Core.Meetings;
using Luoshi.Core.Quantities;
using Luoshi.Core.Reading;
using Luoshi.Core.Reporting;

namespace Luoshi.Core.Checks;

/// <summary>What was said of a task in an earlier month.</summary>
internal sealed record EarlierReport(ReportingPeriod Period, string Text, string Source);

/// <summary>
/// What earlier documents said of each row's task. A document is looked through and let go: what stays is each task's newest text and,
/// where there may be enough months to tell what is usual, one number a month for each of its figures. More documents need no more memory.
/// </summary>
internal sealed class EarlierMonths(IReadOnlyList<ReportedRow> rows, ReportingPeriod asOf, IReadOnlyList<string> places, CheckSettings settings)
{
    private readonly TaskHistory?[] _histories = new TaskHistory?[rows.Count];
    private readonly List<LeaderMention> _leaders = [.. rows.Select(row => row.Task.Leader).OfType<LeaderMention>().Distinct()];

    // The months of a year before this one are too few for an outlier until then.
    private readonly bool _needsSeries = asOf.Month > settings.OutlierSamples;

    public TaskHistory? Of(int row) => _histories[row];

    /// <summary>Takes the row's own columns of earlier months, and notes the figures whose months are to be followed.</summary>
    public void Add(ExaminedRow row)
    {
        var history = new TaskHistory(_needsSeries
            ? [.. row.Readings.Where(reading => EarlierFigures.Compares(reading.Quantity, asOf)).Select(reading => EarlierFigures.KeyOf(reading.Quantity)).Distinct()]
            : []);
        foreach (var column in row.Row.Task.EarlierProgress.Where(column => column.Period is { } period && period < asOf))
        {
            history.Add(new EarlierReport(column.Period!.Value, column.Text, row.Row.Source), asOf, places);
        }

        _histories[row.Row.Index] = history;
    }

    /// <summary>Takes what an earlier document says. One without a period cannot be placed and is passed over.</summary>
    public void Add(TaskDocument document)
    {
        if (document.Period is not { } period || period >= asOf)
        {
            return;
        }

        var leaders = new LeaderRoll(_leaders.Concat(document.Tasks.Select(task => task.Leader).OfType<LeaderMention>()));
        foreach (var (row, task) in new SameTask(document, leaders).OfAll(rows))
        {
            if (task.Progress is { } text)
            {
                _histories[row]?.Add(new EarlierReport(period, text, document.Source), asOf, places);
            }
        }
    }
}

/// <summary>One task's earlier reports, as far as rules ask for them.</summary>
internal sealed class TaskHistory
{
    // December has no month after it: it is never an earlier month of its own year.
    private const int MonthsOfYear = 11;

    private readonly Fingerprint[] _followed;

    // The values of each followed figure, January first; not a number where a month has none.
    private readonly double[] _months;

    public TaskHistory(Fingerprint[] followed)
    {
        _followed = followed;
        _months = followed.Length == 0 ? [] : new double[followed.Length * MonthsOfYear];
        Array.Fill(_months, double.NaN);
    }

    /// <summary>The newest report; of several of one month the last that was given.</summary>
    public EarlierReport? Last { get; private set; }

    public void Add(EarlierReport report, ReportingPeriod asOf, IReadOnlyList<string> places)
    {
        Last = Last is null || report.Period >= Last.Period ? report : Last;
        if (_followed.Length == 0 || report.Period.Year != asOf.Year)
        {
            return;
        }

        var figures = new EarlierFigures(report.Text, report.Period, places);
        for (var at = 0; at < _followed.Length; at++)
        {
            _months[(at * MonthsOfYear) + report.Period.Month - 1] = (double?)figures.Same(_followed[at])?.BaseValue ?? double.NaN;
        }
    }

    /// <summary>The figure's values in this year's earlier reports with their months, oldest first.</summary>
    public List<(int Month, double Value)> OfYear(Quantity quantity)
    {
        var at = Array.IndexOf(_followed, EarlierFigures.KeyOf(quantity));
        return at < 0 ? [] : [.. _months.AsSpan(at * MonthsOfYear, MonthsOfYear).ToArray().Select((value, month) => (month + 1, value)).Where(told => !double.IsNaN(told.value))];
    }
}

using Luoshi.Core.Ledgers;
using Luoshi.Core.Meetings;
using Luoshi.Core.Quantities;
using Luoshi.Core.Reading;
using Luoshi.Core.Reporting;

namespace Luoshi.Core.Checks;

/// <summary>What was said of a task in an earlier month.</summary>
internal sealed record EarlierReport(ReportingPeriod Period, string Text, IReadOnlyList<Quantity> Stated, string Source);

/// <summary>Finds the same task in earlier documents, by the matching that materials are put together with.</summary>
internal sealed class EarlierMonths
{
    private readonly LeaderRoll _leaders;
    private readonly List<(ReportingPeriod Period, string Source, TaskIndex Index)> _months = [];
    private readonly IReadOnlyList<string> _places;

    /// <summary>Documents of earlier months; one without a period cannot be placed and is passed over. The current ones tell who is who among the leaders.</summary>
    public EarlierMonths(IReadOnlyList<TaskDocument> current, IReadOnlyList<TaskDocument> previous, IReadOnlyList<string> places)
    {
        _places = places;
        _leaders = new LeaderRoll(current.Concat(previous).SelectMany(document => document.Tasks).Select(task => task.Leader).OfType<LeaderMention>());
        foreach (var document in previous.Where(document => document.Period is not null).OrderBy(document => document.Period))
        {
            var index = new TaskIndex();
            foreach (var task in document.Tasks)
            {
                index.Add(new AssembledTask(task, _leaders.Key(task.Leader), new ContentKey(task.Content), expected: true));
            }

            _months.Add((document.Period!.Value, document.Source, index));
        }
    }

    /// <summary>Earlier reports on the row's task, oldest first: columns of the same document and the documents of earlier months.</summary>
    public List<EarlierReport> Of(ReportedTask task, string source, ReportingPeriod asOf)
    {
        var reports = new List<EarlierReport>();
        foreach (var column in task.EarlierProgress.Where(column => column.Period is { } period && period < asOf))
        {
            reports.Add(Report(column.Period!.Value, column.Text, source));
        }

        if (_months.Count > 0)
        {
            var content = new ContentKey(task.Content);
            var leader = _leaders.Key(task.Leader);
            foreach (var (period, name, index) in _months.Where(month => month.Period < asOf))
            {
                if (index.Find(task, leader, content, out _)?.Task.Progress is { } text)
                {
                    reports.Add(Report(period, text, name));
                }
            }
        }

        return [.. reports.OrderBy(report => report.Period)];
    }

    private EarlierReport Report(ReportingPeriod period, string text, string source) =>
        new(period, text, QuantityReader.Read(text, new QuantityContext { Field = QuantityField.Progress, AsOf = period, Places = _places }), source);
}

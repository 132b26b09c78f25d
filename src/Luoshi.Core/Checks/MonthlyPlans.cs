using Luoshi.Core.Ledgers;
using Luoshi.Core.Meetings;
using Luoshi.Core.Quantities;
using Luoshi.Core.Reading;
using Luoshi.Core.Reporting;

namespace Luoshi.Core.Checks;

/// <summary>The approved plans that stand in documents of their own.</summary>
public sealed class MonthlyPlans
{
    private readonly List<SameTask> _plans;

    internal MonthlyPlans(IReadOnlyList<TaskDocument> plans, IEnumerable<TaskDocument> documents)
    {
        var leaders = new LeaderRoll(documents.Concat(plans).SelectMany(document => document.Tasks).Select(task => task.Leader).OfType<LeaderMention>());
        _plans = [.. plans.Select(plan => new SameTask(plan, leaders))];
    }

    /// <summary>Whether the document has a column for a month.</summary>
    public static bool HasMonths(TaskDocument plan) => plan.Tasks.Any(task => task.OtherColumns.Any(column => PlanColumns.MonthIn(column.Header) is not null));

    /// <summary>What the row of a plan document asks for by the end of each month, in the order of its columns.</summary>
    public static IEnumerable<(ReportingPeriod Month, string Text)> MonthsOf(ReportedTask row, int year) =>
        row.OtherColumns.Select(column => (Month: PlanColumns.MonthIn(column.Header)?.In(year), column.Text))
            .Where(column => column.Month?.Year == year)
            .Select(column => (column.Month!.Value, column.Text))
            .DistinctBy(column => column.Item1);

    /// <summary>The points for a task of the material; none where no plan has it.</summary>
    internal IEnumerable<PlanPoint> Of(ReportedTask task, QuantityContext context) =>
        _plans.Select(plan => plan.As(task)).OfType<ReportedTask>().SelectMany(planned => PlanPoint.OfPlan(planned, context));
}

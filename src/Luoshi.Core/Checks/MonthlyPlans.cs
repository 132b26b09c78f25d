using Luoshi.Core.Ledgers;
using Luoshi.Core.Meetings;
using Luoshi.Core.Quantities;
using Luoshi.Core.Reading;

namespace Luoshi.Core.Checks;

/// <summary>The approved plans that stand in documents of their own.</summary>
internal sealed class MonthlyPlans
{
    private readonly List<SameTask> _plans;

    public MonthlyPlans(IReadOnlyList<TaskDocument> plans, IEnumerable<TaskDocument> documents)
    {
        var leaders = new LeaderRoll(documents.Concat(plans).SelectMany(document => document.Tasks).Select(task => task.Leader).OfType<LeaderMention>());
        _plans = [.. plans.Select(plan => new SameTask(plan, leaders))];
    }

    /// <summary>Whether the document has a column for a month.</summary>
    public static bool HasMonths(TaskDocument plan) => plan.Tasks.Any(task => task.OtherColumns.Any(column => PlanColumns.MonthIn(column.Header) is not null));

    /// <summary>The points for a task of the material; none where no plan has it.</summary>
    public IEnumerable<PlanPoint> Of(ReportedTask task, QuantityContext context) =>
        _plans.Select(plan => plan.As(task)).OfType<ReportedTask>().SelectMany(planned => PlanPoint.OfPlan(planned, context));
}

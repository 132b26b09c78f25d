using Luoshi.Core.Checks.Answers;
using Luoshi.Core.Checks.Names;
using Luoshi.Core.Quantities;
using Luoshi.Core.Reporting;

namespace Luoshi.Core.Checks;

/// <summary>The plan's point that a reading is held against. Before the first point nothing is due: <paramref name="Point"/> is then what comes.</summary>
internal readonly record struct PlannedStep(PlanPoint Point, bool IsDue)
{
    /// <summary>The share of the target that the plan asks for; null where it cannot be told.</summary>
    public decimal? Share(Quantity target) => !IsDue ? 0 : Point.Quantity.Kind == QuantityKind.ShareOfPlan ? Point.Quantity.Value / 100 : Numbers.Ratio(Point.Quantity.BaseValue, target.BaseValue);
}

/// <summary>Finds what the approved plan of a row asks of a target.</summary>
internal sealed class PlannedSteps(CheckedRow row)
{
    // A plan may overfill a target a little; one that ends far above it counts something else.
    private const decimal MostOfTarget = 1.2m;

    /// <summary>The last point up to the month, else the first one to come; null where the plan says nothing of the target.</summary>
    public PlannedStep? For(Quantity target, ReportingPeriod until)
    {
        PlanPoint? last = null;
        PlanPoint? next = null;
        foreach (var point in row.PlanPoints.Where(point => IsFor(target, point.Quantity)))
        {
            if (Kinds.IsVolume(target) && point.Quantity.Kind != QuantityKind.ShareOfPlan && Numbers.Ratio(point.Quantity.BaseValue, target.BaseValue) is not <= MostOfTarget)
            {
                return null;
            }

            last = point.Month <= until && !(last?.Month >= point.Month) ? point : last;
            next = point.Month > until && !(next?.Month <= point.Month) ? point : next;
        }

        return last is not null ? new PlannedStep(last, true) : next is not null ? new PlannedStep(next, false) : null;
    }

    private bool IsFor(Quantity target, Quantity point)
    {
        if (target.Kind == QuantityKind.Deadline || !Kinds.Comparable(target, point) || (point.Kind == QuantityKind.ShareOfPlan && Kinds.IsVolume(target) && !ShareOfTarget.Is(point)))
        {
            return false;
        }

        // A figure without a name is for the only target it could be about.
        return point.MetricKey.Length == 0 || target.MetricKey.Length == 0 || MetricMatch.IsGeneric(point.MetricKey)
            ? row.Targets.Count(other => Kinds.Comparable(other.Quantity, point)) == 1
            : MetricMatch.Best(target.MetricKey, point.MetricKey) >= MetricMatch.Enough;
    }
}

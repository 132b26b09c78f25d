using Luoshi.Core.Checks.Answers;
using Luoshi.Core.Quantities;
using Luoshi.Core.Reading;
using Luoshi.Core.Reporting;

namespace Luoshi.Core.Checks;

/// <summary>应达曲线 — what a target should come to by the end of each month of the year, as a share of it: the approved plan first, else time.</summary>
/// <param name="Promise">As <see cref="TargetStanding.Promise"/> has it.</param>
/// <param name="Aim">The target in <paramref name="Unit"/>.</param>
/// <param name="Unit">As written.</param>
/// <param name="Expected">Twelve shares, January first.</param>
public sealed record TargetCourse(string Promise, decimal Aim, string Unit, IReadOnlyList<decimal> Expected)
{
    /// <summary>The courses of the targets that grow over the year or hold all through it; ceilings, ranks and dates have none.</summary>
    /// <param name="task">The task with its approved plan as columns: 4月计划.</param>
    /// <param name="year">Whose plan.</param>
    /// <param name="government">In full; its place is not mistaken for another one's.</param>
    public static IReadOnlyList<TargetCourse> Of(ReportedTask task, int year, string? government)
    {
        var place = ScopeRule.DistrictOf(government);
        var december = new ReportingPeriod(year, 12);
        var context = new QuantityContext { Field = QuantityField.Content, AsOf = december, Places = place is null ? [] : [place] };
        task = PlainTask.Of(task);
        var bare = CheckedRow.Of(task with { OtherColumns = [] }, "", 0, december, context.Places, new MonthlyPlans([], []));
        var row = new CheckedRow { Index = 0, Task = task, Source = "", Targets = bare.Targets, Stated = [], PlanPoints = [.. PlanPoint.OfPlan(task, context)] };
        var shares = new ExpectedShares(row);
        return [.. row.Targets
            .Where(target => HasCourse(target.Quantity))
            .DistinctBy(TargetStanding.PromiseOf)
            .Select(target => new TargetCourse(
                TargetStanding.PromiseOf(target),
                target.Quantity.Value!.Value,
                target.Quantity.Unit,
                [.. Enumerable.Range(1, 12).Select(month => shares.OfAny(target.Quantity, new ReportingPeriod(year, month)))]))];
    }

    private static bool HasCourse(Quantity target) =>
        target is { Value: > 0, Kind: QuantityKind.Growth or QuantityKind.Level or QuantityKind.Ratio or QuantityKind.Count or QuantityKind.Amount or QuantityKind.ShareOfPlan }
        && target.Comparator is not (Comparator.AtMost or Comparator.LessThan);
}

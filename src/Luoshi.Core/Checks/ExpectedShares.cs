using Luoshi.Core.Quantities;
using Luoshi.Core.Reporting;

namespace Luoshi.Core.Checks;

/// <summary>应达进度 — the share of a volume that is due by the end of a month: the plan's own point, else the share of the time gone by.</summary>
internal sealed class ExpectedShares(CheckedRow row)
{
    private readonly PlannedSteps _planned = new(row);

    /// <summary>The share, what it rests on, and the words for it.</summary>
    public (decimal Share, ComparisonRule Rule, string Words) Of(Quantity target, ReportingPeriod until)
    {
        if (_planned.For(target, until) is { } step && step.Share(target) is { } asked)
        {
            return (asked, step.IsDue ? ComparisonRule.PlanPoint : ComparisonRule.PlanNotDue, step.IsDue ? $"计划到{step.Point.Month.Month}月完成{Numbers.Text(step.Point.Quantity)}，占{Numbers.Points(asked * 100)}%" : $"计划{step.Point.Month.Month}月到{Numbers.Text(step.Point.Quantity)}，未到节点");
        }

        if (target is { From: { } first, To: { } last } && first.Year < until.Year && last.Year >= until.Year)
        {
            // “十四五”期间: of all its months.
            var gone = Math.Min(1m, (first.MonthsUntil(until) + 1m) / (first.MonthsUntil(last) + 1m));
            return (gone, ComparisonRule.VolumeAgainstTime, $"时间进度{Numbers.Points(gone * 100)}%");
        }

        var months = DueMonth(target, until) ?? 12;
        if (months == 12 && row.Task.DeadlineDate is { } deadline && deadline.Year == until.Year)
        {
            months = deadline.Month;
        }

        var share = Math.Min(1m, (decimal)until.Month / months);
        return (share, months == 12 ? ComparisonRule.VolumeAgainstTime : ComparisonRule.VolumeAgainstDeadline, $"时间进度{Numbers.Points(share * 100)}%");
    }

    /// <summary>9月底前建成15家, 上半年完成3亿元: the month by which the promise itself asks for all of it.</summary>
    private static int? DueMonth(Quantity target, ReportingPeriod until) =>
        target is { From: { } from, To: { } to } && to.Year == until.Year && from.Year == to.Year && (from.Month == to.Month || from.Month == 1) ? to.Month : null;

    /// <summary>The same for every kind of target: a growth rate, a level and a ratio are due whole, unless the plan raises them step by step.</summary>
    public decimal OfAny(Quantity target, ReportingPeriod until) =>
        Kinds.IsVolume(target) || target.Kind == QuantityKind.ShareOfPlan || target is { Kind: QuantityKind.Growth, BaseUnit: not "%" } ? Of(target, until).Share
        : target.Kind is QuantityKind.Level or QuantityKind.Ratio && _planned.For(target, until) is { } step && step.Share(target) is { } asked ? asked
        : 1;
}

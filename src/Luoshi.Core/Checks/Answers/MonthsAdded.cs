namespace Luoshi.Core.Checks.Answers;

/// <summary>3月培训86人次；4月培训173人次: figures of one month each, under one name, are the year's so far together.</summary>
internal static class MonthsAdded
{
    /// <summary>The readings by their index that tell the months, each month once, with the one that is told of a month only; null where it stands alone.</summary>
    public static List<int>? Of(IReadOnlyList<StatedQuantity> readings, int first)
    {
        var told = readings[first].Quantity;
        var months = Enumerable.Range(0, readings.Count).Where(at => readings[at].Quantity is { From: { } from, To: { } to, WholeIndex: null } other && from == to && from.Year == told.From?.Year
            && other.Kind == told.Kind && other.BaseUnit == told.BaseUnit && other.MetricKey == told.MetricKey && Numbers.CanBeAdded(other.BaseValue)).ToList();
        return months.Count > 1 && months.Select(at => readings[at].Quantity.From).Distinct().Count() == months.Count && months.Contains(first) ? months : null;
    }
}

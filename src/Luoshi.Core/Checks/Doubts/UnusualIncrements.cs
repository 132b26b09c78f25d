using System.Globalization;

namespace Luoshi.Core.Checks.Doubts;

/// <summary>
/// 增量异常 — the month's own increment against those before it, never the level: on a sum of the year a collapsed month does not show in levels.
/// The tested increment is left out of median and deviation, else a single leap hides itself.
/// </summary>
internal static class UnusualIncrements
{
    // Works have seasons: what has been seen before in the year may come again, and somewhat more.
    private const double MoreThanEver = 1.5;

    // Much is closed and counted in the last weeks of a year.
    private const double MoreInDecember = 3;

    private const int December = 12;

    public static Doubt? Find(ExaminedRow examined, StatedQuantity reading, TaskHistory earlier, CheckSettings settings)
    {
        var levels = earlier.OfYear(reading.Quantity);
        if (levels.Count < settings.OutlierSamples)
        {
            return null;
        }

        // A month that was not reported shares its increment with the next.
        var increments = levels.Select((level, at) => at == 0 ? level.Value / level.Month : (level.Value - levels[at - 1].Value) / (level.Month - levels[at - 1].Month)).ToList();
        var increment = ((double)reading.Quantity.BaseValue!.Value - levels[^1].Value) / (examined.AsOf.Month - levels[^1].Month);
        var median = Median(increments);
        var deviation = Median([.. increments.Select(value => Math.Abs(value - median))]);
        if (deviation <= 0 || 0.6745 * Math.Abs(increment - median) / deviation < settings.OutlierScore || (increment < median ? examined.Verdict == Verdict.Met : increment <= increments.Max() * (examined.AsOf.Month == December ? MoreInDecember : MoreThanEver)))
        {
            return null;
        }

        var factor = reading.Quantity.Value is { } value && value != 0 ? (double)reading.Quantity.BaseValue.Value / (double)value : 1;
        return new Doubt(
            DoubtRule.UnusualIncrement,
            DoubtStrength.Weak,
            string.Create(CultureInfo.InvariantCulture, $"本月增加{increment / factor:0.##}{reading.Quantity.Unit}，此前{increments.Count}个月每月增加的中位数为{median / factor:0.##}{reading.Quantity.Unit}，明显异常。请核实。"),
            [reading.Source],
            []);
    }

    private static double Median(List<double> values)
    {
        var sorted = values.Order().ToList();
        var middle = sorted.Count / 2;
        return sorted.Count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}

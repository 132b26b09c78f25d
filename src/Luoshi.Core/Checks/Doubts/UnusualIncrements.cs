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
        if (Score(increments, median, increment) < settings.OutlierScore || (increment < median ? examined.Verdict == Verdict.Met : increment <= increments.Max() * (examined.AsOf.Month == December ? MoreInDecember : MoreThanEver)))
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

    /// <summary>The modified z-score; where more than half of the months are alike the mean deviation takes the median's place, as its authors advise.</summary>
    private static double Score(List<double> increments, double median, double increment)
    {
        const double AgainstMedian = 0.6745;
        const double AgainstMean = 1.253314;
        var off = Math.Abs(increment - median);
        var deviation = Median([.. increments.Select(value => Math.Abs(value - median))]);
        if (deviation > 0)
        {
            return AgainstMedian * off / deviation;
        }

        var mean = increments.Average(value => Math.Abs(value - median));

        // Every month alike: what is less than half as much again, or as little, is no leap.
        return mean > 0 ? off / (AgainstMean * mean) : off > Math.Abs(median) / 2 ? double.PositiveInfinity : 0;
    }

    private static double Median(List<double> values)
    {
        var sorted = values.Order().ToList();
        var middle = sorted.Count / 2;
        return sorted.Count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}

using System.Globalization;
using System.Text;
using Luoshi.Core.Quantities;

namespace Luoshi.Core.Checks.Doubts;

/// <summary>What earlier months give reason to ask: sums of the year that fell, units that changed, texts that did not.</summary>
internal static class EarlierMonthDoubts
{
    private static readonly double[] Jumps = [10, 100, 10_000];

    // 剩余12个: the word stands right before the number.
    private const int BeforeFigure = 4;

    private static readonly WordFinder Left = new("剩余 其余 余下 剩下 尚有 还有");

    private static readonly WordFinder Summing = new("累计 完成 已 新增 今年 1-");

    private static readonly WordFinder Finished = new("已完工 已竣工 已建成 已投用 已完成 全面完成 已投产 已交付 已销号 投入使用 建成投用 已办结 已通车 已开放 验收");

    /// <param name="examined">The row of this month.</param>
    /// <param name="earlier">What was said of its task before.</param>
    /// <param name="places">Places that figures may be limited to.</param>
    /// <param name="settings">From when an increment is an outlier.</param>
    public static IEnumerable<Doubt> Find(ExaminedRow examined, TaskHistory? earlier, IReadOnlyList<string> places, CheckSettings settings)
    {
        if (earlier?.Last is not { } last)
        {
            yield break;
        }

        if (Copied(examined, last) is { } copied)
        {
            yield return copied;
        }

        var figures = new EarlierFigures(last.Text, last.Period, places);
        foreach (var reading in examined.Readings.Where(reading => EarlierFigures.Compares(reading.Quantity, examined.AsOf) && (reading.Quantity.MetricKey.Length > 0 || AnswersATarget(examined, reading))))
        {
            if (Before(examined, reading, figures) is not { } before)
            {
                continue;
            }

            if (Jumped(examined, reading, before, last) is { } jumped)
            {
                yield return jumped;
            }
            else if (reading.Quantity.Kind != QuantityKind.Level && Fell(examined, reading, before, last) is { } fell)
            {
                yield return fell;
            }
            else if (Outlier(reading, earlier, settings) is { } outlier)
            {
                yield return outlier;
            }
        }
    }

    /// <summary>The earlier figure of the same name; of one that answers a target also without a name, or by the target's own.</summary>
    private static Quantity? Before(ExaminedRow examined, StatedQuantity reading, EarlierFigures figures)
    {
        var same = figures.Same(EarlierFigures.KeyOf(reading.Quantity));
        return same is not null || examined.Row.Targets is not [var only] || !AnswersATarget(examined, reading) ? same
            : figures.Same(EarlierFigures.KeyOf(reading.Quantity with { MetricKey = reading.Quantity.MetricKey.Length == 0 ? only.Quantity.MetricKey : "" }));
    }

    /// <summary>已完工9个, where one target is asked for: without a name it is known by what it answers.</summary>
    private static bool AnswersATarget(ExaminedRow examined, StatedQuantity reading) =>
        examined.Pairs.Any(pair => pair is { Obstacle: Obstacle.None, Reading: { } index } && ReferenceEquals(examined.Readings[index], reading));

    /// <summary>Nothing changed, or only the month.</summary>
    private static Doubt? Copied(ExaminedRow examined, EarlierReport last)
    {
        var text = examined.Row.Progress;
        var (now, then) = (TextShape.Of(text), TextShape.Of(last.Text));
        if (now.Text.Length < 10 || !examined.Row.ClaimsDone || examined.Verdict == Verdict.Met)
        {
            return null;
        }

        var exact = now.Text == then.Text;
        var onlyMonth = !exact && WithoutMonths(text) == WithoutMonths(last.Text);
        var near = !exact && !onlyMonth && now.SimilarityTo(then) >= 0.9 && Figures(text) == Figures(last.Text);
        if (!exact && !onlyMonth && !near)
        {
            return null;
        }

        // What is finished stays finished.
        var finished = Finished.In(text) && examined.Readings.All(reading => reading.Quantity.Kind is QuantityKind.Deadline || reading.Quantity.Value == 100);
        if (finished)
        {
            return null;
        }

        var how = exact ? "完全相同" : onlyMonth ? "只改了月份" : "基本相同，数字没有变化";
        return new Doubt(
            exact ? DoubtRule.TextUnchanged : onlyMonth ? DoubtRule.OnlyMonthChanged : DoubtRule.FiguresUnchanged,
            near ? DoubtStrength.Weak : DoubtStrength.Strong,
            string.Create(CultureInfo.InvariantCulture, $"完成情况与{last.Period.Year}年{last.Period.Month}月{how}。请核实本月有无新进展。"),
            [examined.Row.Quote(new TextSpan(0, Math.Min(60, text.Length)))],
            [examined.Row.AsRelated with { Source = last.Source }]);
    }

    private static Doubt? Jumped(ExaminedRow examined, StatedQuantity reading, Quantity before, EarlierReport last)
    {
        if (before.BaseValue is not > 0 || reading.Quantity.BaseValue is not > 0)
        {
            return null;
        }

        var ratio = (double)reading.Quantity.BaseValue.Value / (double)before.BaseValue.Value;
        var size = ratio < 1 ? 1 / ratio : ratio;
        var sameDigits = before.Value == reading.Quantity.Value && before.Unit != reading.Quantity.Unit;
        var jump = Array.Find(Jumps, jump => sameDigits ? Math.Abs(size - jump) / jump < 0.001 : ratio > 1 ? size >= jump * 0.98 && size <= jump * 1.45 : size >= jump * 0.75 && size <= jump * 1.02);
        // A sum of the year that shrank, not to the same digits in another unit, has fallen: that month or the one before is wrong.
        var fell = ratio < 1 && jump == 10 && !sameDigits && reading.Quantity.Kind != QuantityKind.Level;
        if (jump == 0 || fell || (jump == 10 && !sameDigits && (ratio > 1 && last.Period.Month <= 2)))
        {
            return null;
        }

        return new Doubt(
            DoubtRule.PowersOfTen,
            sameDigits || (before.Unit != reading.Quantity.Unit && jump >= 100) || ratio < 1 ? DoubtStrength.Strong : DoubtStrength.Weak,
            string.Create(CultureInfo.InvariantCulture, $"{last.Period.Month}月为{Numbers.Text(before)}，本月为{Numbers.Text(reading.Quantity)}，{(ratio < 1 ? "缩小" : "扩大")}约{jump:0}倍，像是单位写错。请核实。"),
            [reading.Source],
            [examined.Row.AsRelated with { Source = last.Source }]);
    }

    private static Doubt? Fell(ExaminedRow examined, StatedQuantity reading, Quantity before, EarlierReport last)
    {
        // What stood there before as the target was no result.
        if (reading.Quantity.BaseValue >= before.BaseValue || examined.Row.Targets.Any(target => target.Quantity.BaseValue == before.BaseValue && target.Quantity.BaseUnit == before.BaseUnit))
        {
            return null;
        }

        // 剩余未签约户37户: the word stands before the name, or before the number.
        if (Left.Find(examined.Row.Progress, TextSpan.Between(Math.Max(0, Math.Min(reading.Quantity.Span.Start, reading.Quantity.ValueSpan.Start) - BeforeFigure), reading.Quantity.ValueSpan.Start)) is not null)
        {
            return null;
        }

        // An estimate may be put right by a final figure; a sum of the year may not fall otherwise.
        var estimated = before.Estimated || before.Comparator != Comparator.Equal || reading.Quantity.Comparator != Comparator.Equal;

        // Fallen to a fifth, it is more likely another figure of the same name.
        var farOff = before.BaseValue > reading.Quantity.BaseValue * 5;
        return new Doubt(
            DoubtRule.SumFell,
            estimated || farOff || !SaysItIsASum(examined, reading) ? DoubtStrength.Weak : DoubtStrength.Strong,
            string.Create(CultureInfo.InvariantCulture, $"{last.Period.Month}月累计{Numbers.Text(before)}，本月累计{Numbers.Text(reading.Quantity)}，减少{Numbers.Text(Difference(before, reading.Quantity))}{Unit(before, reading.Quantity)}。请核实。"),
            [reading.Source],
            [examined.Row.AsRelated with { Source = last.Source }]);
    }

    /// <summary>累计新增5320户, 完成改造310座: what is counted up may not fall. 在册低保对象11860人 says how many there are.</summary>
    private static bool SaysItIsASum(ExaminedRow examined, StatedQuantity reading) =>
        Stages.SaysFinished(reading.Quantity) || AnswersATarget(examined, reading) || reading.Quantity.Kind == QuantityKind.ShareOfPlan
            || Summing.Find(examined.Row.Progress, Clauses.Around(examined.Row.Progress, reading.Quantity.ValueSpan)) is not null;

    /// <summary>
    /// The month's own increment against those before it, never the level: on a sum of the year a collapsed month does not show in levels.
    /// The tested increment is left out of median and deviation, else a single leap hides itself.
    /// </summary>
    private static Doubt? Outlier(StatedQuantity reading, TaskHistory earlier, CheckSettings settings)
    {
        var levels = earlier.OfYear(reading.Quantity);
        if (levels.Count < settings.OutlierSamples)
        {
            return null;
        }

        var increments = levels.Select((level, at) => at == 0 ? level : level - levels[at - 1]).ToList();
        var increment = (double)reading.Quantity.BaseValue!.Value - levels[^1];
        var median = Median(increments);
        var deviation = Median([.. increments.Select(value => Math.Abs(value - median))]);
        if (deviation <= 0 || 0.6745 * Math.Abs(increment - median) / deviation < settings.OutlierScore)
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

    private static decimal Difference(Quantity before, Quantity now) => before.Unit == now.Unit ? before.Value!.Value - now.Value!.Value : before.BaseValue!.Value - now.BaseValue!.Value;

    private static string Unit(Quantity before, Quantity now) => before.Unit != now.Unit ? now.BaseUnit : now.Unit == "%" ? "个百分点" : now.Unit;

    private static double Median(List<double> values)
    {
        var sorted = values.Order().ToList();
        var middle = sorted.Count / 2;
        return sorted.Count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /// <summary>The text without its months: 1-3月 and 1-4月 are the same words.</summary>
    private static string WithoutMonths(string text)
    {
        var kept = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '月')
            {
                while (kept.Length > 0 && (char.IsAsciiDigit(kept[^1]) || kept[^1] is '-' or '—' or '－' or '–' or '至' or '~'))
                {
                    kept.Length--;
                }
            }
            else if (char.IsLetterOrDigit(text[at]) || text[at] is '-' or '—' or '－' or '–' or '~' or '.' or '%')
            {
                kept.Append(text[at]);
            }
        }

        return kept.ToString();
    }

    private static string Figures(string text) => string.Concat(text.Where(c => char.IsAsciiDigit(c) || c == '.'));
}

using Luoshi.Core.Checks.Names;
using Luoshi.Core.Quantities;

namespace Luoshi.Core.Checks.Doubts;

/// <summary>Recomputes what the text itself computed: sums, and the rates and shares printed beside figures.</summary>
internal static class ArithmeticDoubts
{
    private static readonly WordFinder OfTarget = new("目标 任务 计划");

    public static IEnumerable<Doubt> Find(ExaminedRow examined, CheckSettings settings) =>
        SumDoubts.Find(examined).Concat(Rates(examined, settings)).Concat(PrintedShares(examined, settings)).Concat(SharesOfTarget(examined, settings)).Concat(SharesOfSums(examined, settings)).Concat(PacePoints(examined, settings)).Concat(PartShares.Find(examined, settings)).Concat(GrowthsFromBase.Find(examined, settings));

    /// <summary>收集766个，办结735个，办结率98%: a rate beside the two figures it is made of. A near miss only; farther off it is of other figures.</summary>
    private static IEnumerable<Doubt> Rates(ExaminedRow examined, CheckSettings settings)
    {
        const decimal Farthest = 15;
        var stated = examined.Row.Stated;
        for (var at = 2; at < stated.Count; at++)
        {
            var rate = stated[at];

            // 受理1862件，办结1790件，挽回损失126万元，办结率99.1%: money between counts is of something else; a rate is of what has its verb.
            var named = Enumerable.Range(1, at - 1).LastOrDefault(i => stated[i].Stage is { } verb && rate.MetricKey == verb + "率" && stated[i].BaseUnit == stated[i - 1].BaseUnit && Clauses.SentenceAround(examined.Row.Progress, rate.Span).Contains(stated[i - 1].ValueSpan));
            var last = named > 0 ? named : stated[at - 1].BaseUnit == "元" && at > 2 && stated[at - 2].BaseUnit != "元" && stated[at - 2].BaseUnit == stated[at - 3].BaseUnit ? at - 2 : at - 1;
            var (whole, part) = (stated[last - 1], stated[last]);
            if (rate is not { Kind: QuantityKind.Ratio or QuantityKind.ShareOfPlan, WholeIndex: null, BaseValue: { } printed, BaseUnit: "%" } || !rate.Span.Of(examined.Row.Progress).Contains('率', StringComparison.Ordinal)
                || !Kinds.IsVolume(whole) || whole.WholeIndex is not null || part.Kind != whole.Kind || part.BaseUnit != whole.BaseUnit || !(part.BaseValue <= whole.BaseValue)
                || AreListed(examined.Row.Progress, whole, part) || RateOfOther(rate.Span.Of(examined.Row.Progress), part, whole) || !Clauses.SentenceAround(examined.Row.Progress, rate.Span).Contains(whole.ValueSpan) || Numbers.Ratio(part.BaseValue, whole.BaseValue) is not { } ratio)
            {
                continue;
            }

            var off = Math.Abs((ratio * 100) - printed);
            var isOfTarget = examined.Row.Targets.Any(target => target.Quantity.BaseUnit == part.BaseUnit && Numbers.Ratio(part.BaseValue, target.Quantity.BaseValue) is { } ofTarget && Math.Abs((ofTarget * 100) - printed) <= settings.ArithmeticTolerance);
            if (off > settings.ArithmeticTolerance && (off <= Farthest || IsOfThese(rate, part, whole)) && !isOfTarget && !IsOfOthers(stated, at, printed, settings))
            {
                yield return Wrong(DoubtRule.RateOfTwoFigures, examined, rate, part, whole, ratio, DoubtStrength.Weak, [examined.Row.Quote(whole.Span), examined.Row.Quote(part.Span), examined.Row.Quote(rate.Span)]);
            }
        }
    }

    /// <summary>建议94件、提案92件，办结率100%: two sorts of things in one list, and none of them is of the other.</summary>
    private static bool AreListed(string text, Quantity whole, Quantity part) =>
        whole.MetricKey.Length > 1 && part.MetricKey.Length > 1 && whole.MetricKey != part.MetricKey && part.Stage is null && part.Span.Start - whole.Span.End == 1 && text[whole.Span.End] == '、';

    /// <summary>40件已化解24件，化解率80%: the rate is named by what was done to the one number of the other.</summary>
    private static bool IsOfThese(Quantity rate, Quantity part, Quantity whole) =>
        part.Stage is { } verb && rate.MetricKey == verb + "率" && part.MetricKey == whole.MetricKey;

    /// <summary>已开工33个，未开工17个，开工率66%: two other figures before the rate, or a figure and the sum of two, make it up.</summary>
    private static bool IsOfOthers(IReadOnlyList<Quantity> stated, int at, decimal printed, CheckSettings settings)
    {
        const int Farthest = 6;
        var before = stated.Skip(Math.Max(0, at - Farthest)).Take(Math.Min(at, Farthest)).Where(figure => Kinds.IsVolume(figure) && figure.BaseValue > 0).ToList();
        return before.Exists(part => before.Exists(other => part != other && part.BaseUnit == other.BaseUnit
            && (Fits(part.BaseValue, other.BaseValue) || (Numbers.Ratio(part.BaseValue, other.BaseValue) is { } ratio && Fits(ratio, ratio + 1)))));

        bool Fits(decimal? part, decimal? whole) => Numbers.Ratio(part, whole) is { } share && Math.Abs((share * 100) - printed) <= settings.ArithmeticTolerance;
    }

    /// <summary>路基31公里、路面22公里，投资完成率57%: the rate is of the money, not of the road. 按期办结率 is of those that were due, 满意率 of those that were asked, and no printed figure counts them.</summary>
    private static bool RateOfOther(string rate, Quantity part, Quantity whole) => MetricMatch.InTime(rate) is not null || rate.Contains("满意", StringComparison.Ordinal) ||
        rate.StartsWith("投资", StringComparison.Ordinal) && !part.MetricKey.Contains("投资", StringComparison.Ordinal) && !whole.MetricKey.Contains("投资", StringComparison.Ordinal);

    /// <summary>完成2.4亿元，占年度计划6亿元的45%: all three stand in the text.</summary>
    private static IEnumerable<Doubt> PrintedShares(ExaminedRow examined, CheckSettings settings)
    {
        var stated = examined.Row.Stated;
        for (var i = 0; i < stated.Count; i++)
        {
            var share = stated[i];
            if (share.Kind is not (QuantityKind.ShareOfPlan or QuantityKind.Ratio) || share.BaseValue is not { } printed || share.WholeIndex is not { } at || at >= stated.Count
                || stated[at] is not { BaseValue: not null, Kind: QuantityKind.Count or QuantityKind.Amount } whole)
            {
                continue;
            }

            var sentence = Clauses.SentenceAround(examined.Row.Progress, share.Span);
            var parts = SumDoubts.Before(stated, i, sentence).Where(candidate => candidate != whole && candidate.BaseUnit == whole.BaseUnit && candidate.Kind == whole.Kind && candidate.BaseValue is not null).ToList();
            if (parts.Count == 0 || parts.Exists(candidate => Fits(candidate.BaseValue)) || Fits(SumOf(parts)) || Numbers.Ratio(parts[0].BaseValue, whole.BaseValue) is not { } ratio)
            {
                continue;
            }

            // 完成投资5.9亿元，其中工业投资2.1亿元，占全年计划8.6亿元的72%: of which of the two the text does not say.
            yield return Wrong(DoubtRule.ShareOfWhole, examined, share, parts[0], whole, ratio, parts.Count == 1 ? DoubtStrength.Strong : DoubtStrength.Weak, [examined.Row.Quote(parts[0].Span), examined.Row.Quote(whole.Span), examined.Row.Quote(share.Span)]);

            bool Fits(decimal? part) => Numbers.Ratio(part, whole.BaseValue) is { } fitting && Math.Abs((fitting * 100) - printed) <= settings.ArithmeticTolerance;
        }
    }

    private static decimal? SumOf(List<Quantity> parts) => parts.TrueForAll(part => Numbers.CanBeAdded(part.BaseValue)) ? parts.Sum(part => part.BaseValue) : null;

    /// <summary>完成120亩，完成率20% against the row's own target of 800亩.</summary>
    private static IEnumerable<Doubt> SharesOfTarget(ExaminedRow examined, CheckSettings settings)
    {
        foreach (var comparison in examined.Comparisons)
        {
            if (comparison.Reading is not { } index || comparison.Verdict == Verdict.NotComparable || comparison.Ratio is not { } ratio)
            {
                continue;
            }

            var target = examined.Row.Targets[comparison.Target];
            var reading = examined.Readings[index].Quantity;
            if (reading.Kind is not (QuantityKind.Count or QuantityKind.Amount))
            {
                continue;
            }

            var next = examined.Row.Stated.FirstOrDefault(stated => stated.Span.Start >= reading.Span.End);
            if (next is not { Kind: QuantityKind.ShareOfPlan, WholeIndex: null, BaseValue: { } printed } || next.Span.Start - reading.Span.End > 12 || !IsOfTarget(examined.Row.Progress, reading, next) || (next.MetricKey.Length > 0 && reading.MetricKey.Length > 0 && next.MetricKey != reading.MetricKey)
                || Math.Abs((ratio * 100) - printed) <= settings.ArithmeticTolerance || IsOverTheTarget(ratio, printed) || IsOneOfListed(examined.Row, next, ratio, settings) || IsOfPlanTold(examined.Row, reading, printed, settings))
            {
                continue;
            }

            yield return Wrong(DoubtRule.ShareOfTarget, examined, next, reading, target.Quantity, ratio, DoubtStrength.Weak, [target.Source, examined.Row.Quote(reading.Span), examined.Row.Quote(next.Span)]);
        }
    }

    /// <summary>完成138个村595公里，占任务的46%、54%: a list of shares goes with a list of figures, each with its own.</summary>
    private static bool IsOneOfListed(CheckedRow row, Quantity first, decimal ratio, CheckSettings settings) =>
        row.Stated.FirstOrDefault(stated => stated.Span.Start >= first.Span.End) is { BaseUnit: "%", BaseValue: { } printed } second && second.ValueSpan.Start - first.ValueSpan.End == 1 && row.Progress[first.ValueSpan.End] is '、' or '和' && Math.Abs((ratio * 100) - printed) <= settings.ArithmeticTolerance;

    /// <summary>完成2.1倍，写作100%或200%: whoever has done more than all of it has done it; a full hundred is a cap, and so far above it a hundredth is rounding.</summary>
    private static bool IsOverTheTarget(decimal ratio, decimal printed) => ratio >= 1 && (printed == 100 || (printed > 100 && Math.Abs((ratio * 100) - printed) <= printed / 100));

    /// <summary>年度计划投资9.4亿元，完成5.16亿元，占54.9%: the text names the plan that the share is of, and it is not the task's.</summary>
    private static bool IsOfPlanTold(CheckedRow row, Quantity reading, decimal printed, CheckSettings settings) =>
        row.Stated.Any(plan => plan.Role is QuantityRole.Restated or QuantityRole.Plan && plan.BaseUnit == reading.BaseUnit && plan.Span.End <= reading.Span.Start && Numbers.Ratio(reading.BaseValue, plan.BaseValue) is { } share && Math.Abs((share * 100) - printed) <= settings.ArithmeticTolerance);

    /// <summary>合计58.7亿元，占年度计划的48.9%, where 58.7 of the target's 128亿元 is 45.9%: near what is printed, and not it.</summary>
    private static IEnumerable<Doubt> SharesOfSums(ExaminedRow examined, CheckSettings settings)
    {
        const int Nearest = 12;
        const decimal Farthest = 5;
        var stated = examined.Row.Stated;
        var text = examined.Row.Progress;
        for (var at = 1; at < stated.Count; at++)
        {
            var (sum, share) = (stated[at - 1], stated[at]);
            if (share is not { Kind: QuantityKind.ShareOfPlan, WholeIndex: null, BaseValue: { } printed } || !OfTarget.In(share.Whole.AsSpan()) || !Kinds.IsVolume(sum) || share.Span.Start - sum.Span.End > Nearest
                || !(text.AsSpan(0, sum.ValueSpan.Start).EndsWith("合计") || text.AsSpan(0, sum.ValueSpan.Start).EndsWith("共计")) || examined.Comparisons.Any(comparison => comparison.Reading is { } index && ReferenceEquals(examined.Readings[index].Quantity, sum)))
            {
                continue;
            }

            foreach (var target in examined.Row.Targets.Where(target => target.Quantity.BaseUnit == sum.BaseUnit && target.Quantity.MetricKey.EndsWith(sum.MetricKey, StringComparison.Ordinal)))
            {
                if (Numbers.Ratio(sum.BaseValue, target.Quantity.BaseValue) is { } ratio && Math.Abs((ratio * 100) - printed) is var off && off > settings.ArithmeticTolerance && off <= Farthest)
                {
                    yield return Wrong(DoubtRule.ShareOfTarget, examined, share, sum, target.Quantity, ratio, DoubtStrength.Weak, [target.Source, examined.Row.Quote(sum.Span), examined.Row.Quote(share.Span)]);
                }
            }
        }
    }

    /// <summary>完成74%，超序时进度7.33个百分点.</summary>
    private static IEnumerable<Doubt> PacePoints(ExaminedRow examined, CheckSettings settings)
    {
        var stated = examined.Row.Stated;
        for (var i = 1; i < stated.Count; i++)
        {
            if (stated[i] is not { Role: QuantityRole.Comparison, Value: { } printed, Against: { } against } || !(against.Contains("序时", StringComparison.Ordinal) || against.Contains("时间进度", StringComparison.Ordinal))
                || stated[i - 1] is not { Kind: QuantityKind.ShareOfPlan, Value: { } share } before || stated[i].Span.Start - before.Span.End > 20)
            {
                continue;
            }

            var month = before.To is { } to && to < examined.AsOf ? to.Month : examined.AsOf.Month;
            var computed = share - (month * 100m / 12);
            if (Math.Abs(Math.Abs(computed) - Math.Abs(printed)) > settings.ArithmeticTolerance)
            {
                yield return new Doubt(
                    DoubtRule.PointsOfPace,
                    DoubtStrength.Weak,
                    $"完成{Numbers.Text(share)}%，{month}月序时进度{Numbers.Points(month * 100m / 12)}%，相差{Numbers.Points(Math.Abs(computed))}个百分点，写作{Numbers.Text(Math.Abs(printed))}个百分点。请核实。",
                    [examined.Row.Quote(before.Span), examined.Row.Quote(stated[i].Span)],
                    []);
            }
        }
    }

    // 已建成18个，完成72%; 已建成18个（72%）: a bare share right behind the figure is of what the figure is of.
    private static bool IsOfTarget(string text, Quantity reading, Quantity share) =>
        IsBareBehind(text, reading, share) || OfTarget.In(share.Whole.AsSpan()) || OfTarget.Find(text, TextSpan.Between(reading.Span.End, share.Span.End)) is not null || share.Span.Of(text).Contains("完成率", StringComparison.Ordinal);

    private static bool IsBareBehind(string text, Quantity reading, Quantity share)
    {
        const int Nearest = 3;
        return share.Whole is null && share.ValueSpan.Start >= reading.Span.End && share.ValueSpan.Start - reading.Span.End <= Nearest && text.AsSpan(reading.Span.End, share.ValueSpan.Start - reading.Span.End) is "，完成" or "（" or "(" or "，";
    }

    private static Doubt Wrong(DoubtRule rule, ExaminedRow examined, Quantity share, Quantity part, Quantity whole, decimal ratio, DoubtStrength strength, IReadOnlyList<Evidence> evidence) => new(
        rule,
        strength,
        $"{Numbers.Text(part)}÷{Numbers.Text(whole)}＝{Numbers.Points(ratio * 100)}%，文中写“{share.Span.Of(examined.Row.Progress)}”。请核实。",
        evidence,
        []);
}

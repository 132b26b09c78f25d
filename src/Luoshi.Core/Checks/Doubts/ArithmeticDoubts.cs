using Luoshi.Core.Quantities;

namespace Luoshi.Core.Checks.Doubts;

/// <summary>Recomputes what the text itself computed: parts of totals, remainders, printed shares.</summary>
internal static class ArithmeticDoubts
{
    private static readonly WordFinder Remainder = new("其余 剩余 余下 其它 其他");

    // Three parts that nearly make up their total were meant to. Further under it some are left out; further above they overlap.
    private static readonly (double Above, double Below) NearMiss = (0.1, 0.03);

    private static readonly WordFinder Total = new("共 累计 总计 合计");

    // 合计排查隐患1419处: the word stands before what is counted.
    private const int Lead = 8;

    private static readonly WordFinder OfTarget = new("目标 任务 计划");

    public static IEnumerable<Doubt> Find(ExaminedRow examined, CheckSettings settings) =>
        Parts(examined).Concat(Sums(examined)).Concat(SumsAfter(examined)).Concat(Rates(examined, settings)).Concat(PrintedShares(examined, settings)).Concat(SharesOfTarget(examined, settings)).Concat(SharesOfSums(examined, settings)).Concat(PacePoints(examined, settings));

    /// <summary>Parts that are more than their total, or, where the rest is named too, that do not make it up.</summary>
    private static IEnumerable<Doubt> Parts(ExaminedRow examined)
    {
        var stated = examined.Row.Stated;
        foreach (var group in stated.Where(part => part.WholeIndex is not null).GroupBy(part => part.WholeIndex!.Value))
        {
            var total = stated[group.Key];
            if (total.BaseValue is not ({ } all and > 0) || !Kinds.IsVolume(total))
            {
                continue;
            }

            var sentence = Clauses.SentenceAround(examined.Row.Progress, total.Span);
            var parts = group
                .Where(part => part.BaseUnit == total.BaseUnit && part.Kind == total.Kind && part.BaseValue is not null && part.Span.Start > total.Span.Start && sentence.Contains(part.Span) && MayBePart(part, total))
                .ToList();
            if (parts.Count == 0)
            {
                continue;
            }

            // 其中A 3家、B 2家: a part alone above the total proves it; several may overlap unless a remainder closes the sum.
            var largest = parts.Max(part => part.BaseValue!.Value);
            var last = parts[^1];
            var closed = Remainder.Find(examined.Row.Progress, Clauses.Around(examined.Row.Progress, last.Span)) is not null;
            var sum = parts.Sum(part => (double)part.BaseValue!.Value);
            var rounding = Rounding(total) + parts.Sum(Rounding);
            var off = sum - (double)all;
            if (parts.Count > 1 && off > rounding && AreOfPlaces(parts, total))
            {
                yield return new Doubt(
                    DoubtRule.PartOverTotal,
                    DoubtStrength.Strong,
                    $"总数{Numbers.Text(total)}，{string.Join("、", parts.Select(part => part.Scope + Numbers.Text(part)))}，各地相加大于总数。请核实。",
                    [examined.Row.Quote(total.Span), .. parts.Select(part => examined.Row.Quote(part.Span))],
                    []);
                continue;
            }

            if (parts.Count > 2 && largest <= all && !closed && !Overlap(parts) && Math.Abs(off) > rounding && off <= NearMiss.Above * (double)all && off >= -NearMiss.Below * (double)all)
            {
                yield return new Doubt(
                    DoubtRule.PartsNearTotal,
                    DoubtStrength.Weak,
                    $"总数{Numbers.Text(total)}，其中{string.Join("、", parts.Select(Numbers.Text))}，加起来与总数相差不多而不相等。请核实。",
                    [examined.Row.Quote(total.Span), .. parts.Select(part => examined.Row.Quote(part.Span))],
                    []);
                continue;
            }

            if (largest > all || (closed && parts.Count > 1 && Math.Abs(sum - (double)all) > rounding))
            {
                yield return new Doubt(
                    largest > all ? DoubtRule.PartOverTotal : DoubtRule.PartsAndRest,
                    DoubtStrength.Strong,
                    largest > all
                        ? $"总数{Numbers.Text(total)}，其中一项{Numbers.Text(parts.First(part => part.BaseValue == largest))}，分项大于总数。请核实。"
                        : $"总数{Numbers.Text(total)}，分项{string.Join("、", parts.Select(Numbers.Text))}，合计与总数不符。请核实。",
                    [examined.Row.Quote(total.Span), .. parts.Select(part => examined.Row.Quote(part.Span))],
                    []);
            }
        }
    }

    // 262个充电桩覆盖10个镇街，其中快充桩187个: what has not a character in common counts something else.
    private static bool MayBePart(Quantity part, Quantity total) =>
        part.MetricKey.Length == 0 || total.MetricKey.Length == 0 || part.BaseValue <= total.BaseValue || part.MetricKey.AsSpan().IndexOfAny(total.MetricKey) >= 0;

    // 亿元以上8个、外资3个: a size and a kind are told of the same things.
    private static bool Overlap(List<Quantity> parts)
    {
        var sized = parts.Count(part => part.MetricKey.Contains("以上", StringComparison.Ordinal) || part.MetricKey.Contains('强', StringComparison.Ordinal));
        return sized > 0 && sized < parts.Count;
    }

    // Places do not overlap, kinds of things may.
    private static bool AreOfPlaces(List<Quantity> parts, Quantity total) =>
        parts.TrueForAll(part => part.MetricKey == total.MetricKey && part.Scope is { } scope && scope != total.Scope && (scope.EndsWith('镇') || scope.EndsWith('乡') || scope.EndsWith("街道", StringComparison.Ordinal)))
            && parts.Select(part => part.Scope).Distinct().Count() == parts.Count;

    /// <summary>A 16.1亿元，B 21.7亿元，合计38.8亿元: the figures before a total make it up, or nearly and not quite.</summary>
    private static IEnumerable<Doubt> Sums(ExaminedRow examined)
    {
        var stated = examined.Row.Stated;
        var text = examined.Row.Progress;
        for (var at = 2; at < stated.Count; at++)
        {
            var total = stated[at];
            var before = text.AsSpan(Math.Max(0, total.ValueSpan.Start - Lead), Math.Min(Lead, total.ValueSpan.Start));
            if (!Kinds.IsVolume(total) || total.BaseValue is not > 0 || (before.IndexOf("合计") < 0 && before.IndexOf("共计") < 0 && before.IndexOf("总计") < 0))
            {
                continue;
            }

            var sentence = Clauses.SentenceAround(text, total.Span);
            var start = total.MetricKey.Length == 0 ? sentence.Start : text.LastIndexOfAny(['。', '\n'], sentence.Start) + 1;
            var parts = Before(stated, at, TextSpan.Between(start, sentence.End)).Where(part => part.BaseUnit == total.BaseUnit && part.Kind == total.Kind && part.WholeIndex is null && part.BaseValue is not null && (sentence.Contains(part.Span) || (part.MetricKey == total.MetricKey && part.Stage == total.Stage))).Reverse().ToList();
            var difference = Math.Abs(parts.Sum(part => (double)part.BaseValue!.Value) - (double)total.BaseValue.Value);
            if (parts.Count < 2 || difference <= Rounding(total) + parts.Sum(Rounding) || difference > 0.1 * (double)total.BaseValue.Value)
            {
                continue;
            }

            var sum = parts.TrueForAll(part => part.Unit == total.Unit) ? Numbers.Text(parts.Sum(part => part.Value!.Value)) + total.Unit : "与合计不同的数";
            yield return new Doubt(
                DoubtRule.SumBeforeTotal,
                DoubtStrength.Strong,
                $"{string.Join("＋", parts.Select(Numbers.Text))}＝{sum}，文中合计{Numbers.Text(total)}。请核实。",
                [.. parts.Append(total).Select(part => examined.Row.Quote(part.Span))],
                []);
        }
    }

    /// <summary>共改造86座。其中A 31座；B 27座；C 34座: parts in the sentences behind a total, of the same thing, that nearly make it up.</summary>
    private static IEnumerable<Doubt> SumsAfter(ExaminedRow examined)
    {
        const int FewestParts = 3;
        var stated = examined.Row.Stated;
        var text = examined.Row.Progress;
        for (var at = 0; at + FewestParts < stated.Count; at++)
        {
            var total = stated[at];
            if (!Kinds.IsVolume(total) || total.BaseValue is not > 0 || total.MetricKey.Length == 0 || Total.Find(text, Clauses.Around(text, total.Span)) is null)
            {
                continue;
            }

            var sentence = Clauses.SentenceAround(text, total.Span);
            var parts = stated.Skip(at + 1).TakeWhile(part => !sentence.Contains(part.Span) && IsPart(part, total, stated[at + 1])).ToList();
            var off = parts.Sum(part => (double)part.BaseValue!.Value) - (double)total.BaseValue.Value;
            if (parts.Count >= FewestParts && Math.Abs(off) > Rounding(total) + parts.Sum(Rounding) && off <= NearMiss.Above * (double)total.BaseValue.Value && off >= -NearMiss.Below * (double)total.BaseValue.Value)
            {
                yield return new Doubt(
                    DoubtRule.SumAfterTotal,
                    DoubtStrength.Weak,
                    $"总数{Numbers.Text(total)}，后文各项{string.Join("＋", parts.Select(Numbers.Text))}，加起来与总数相差不多而不相等。请核实。",
                    [.. parts.Prepend(total).Select(part => examined.Row.Quote(part.Span))],
                    []);
            }
        }
    }

    // Parts are told as the first of them is: each with the measure, or each with the place alone.
    private static bool IsPart(Quantity part, Quantity total, Quantity first) =>
        part.BaseUnit == total.BaseUnit && part.Kind == total.Kind && part.BaseValue < total.BaseValue && part.Role == QuantityRole.Result
        && (part.MetricKey.EndsWith(total.MetricKey, StringComparison.Ordinal) || part.MetricKey.Length == 0 || (part.WholeIndex is not null && first.WholeIndex is not null) || Obstacles.IsPlace(part.MetricKey));

    /// <summary>收集766个，办结735个，办结率98%: a rate beside the two figures it is made of. A near miss only; farther off it is of other figures.</summary>
    private static IEnumerable<Doubt> Rates(ExaminedRow examined, CheckSettings settings)
    {
        const decimal Farthest = 15;
        var stated = examined.Row.Stated;
        for (var at = 2; at < stated.Count; at++)
        {
            var (whole, part, rate) = (stated[at - 2], stated[at - 1], stated[at]);
            if (rate is not { Kind: QuantityKind.Ratio or QuantityKind.ShareOfPlan, WholeIndex: null, BaseValue: { } printed, BaseUnit: "%" } || !rate.Span.Of(examined.Row.Progress).Contains('率', StringComparison.Ordinal)
                || !Kinds.IsVolume(whole) || part.Kind != whole.Kind || part.BaseUnit != whole.BaseUnit || !(part.BaseValue <= whole.BaseValue)
                || RateOfOther(rate.Span.Of(examined.Row.Progress), part, whole) || !Clauses.SentenceAround(examined.Row.Progress, rate.Span).Contains(whole.ValueSpan) || Numbers.Ratio(part.BaseValue, whole.BaseValue) is not { } ratio)
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

    /// <summary>路基31公里、路面22公里，投资完成率57%: the rate is of the money, not of the road.</summary>
    private static bool RateOfOther(string rate, Quantity part, Quantity whole) =>
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
            var part = Before(stated, i, sentence).FirstOrDefault(candidate => candidate != whole && candidate.BaseUnit == whole.BaseUnit && candidate.Kind == whole.Kind && candidate.BaseValue is not null);
            if (part is not null && Numbers.Ratio(part.BaseValue, whole.BaseValue) is { } ratio && Math.Abs((ratio * 100) - printed) > settings.ArithmeticTolerance)
            {
                yield return Wrong(DoubtRule.ShareOfWhole, examined, share, part, whole, ratio, DoubtStrength.Strong, [examined.Row.Quote(part.Span), examined.Row.Quote(whole.Span), examined.Row.Quote(share.Span)]);
            }
        }
    }

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
                || Math.Abs((ratio * 100) - printed) <= settings.ArithmeticTolerance)
            {
                continue;
            }

            yield return Wrong(DoubtRule.ShareOfTarget, examined, next, reading, target.Quantity, ratio, DoubtStrength.Weak, [target.Source, examined.Row.Quote(reading.Span), examined.Row.Quote(next.Span)]);
        }
    }

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

    /// <summary>The figures of the sentence that stand before one of them, the nearest first.</summary>
    private static IEnumerable<Quantity> Before(IReadOnlyList<Quantity> stated, int at, TextSpan sentence)
    {
        for (var i = at - 1; i >= 0 && stated[i].ValueSpan.Start >= sentence.Start; i--)
        {
            yield return stated[i];
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

    // Half of the last printed place.
    private static double Rounding(Quantity quantity)
    {
        if (quantity.Value is not { } value || quantity.BaseValue is not { } baseValue || value == 0)
        {
            return 0;
        }

        var places = (decimal.GetBits(value)[3] >> 16) & 0x7F;
        return places == 0 && quantity.Unit == quantity.BaseUnit ? 0 : (double)(baseValue / value) * 0.51 * Math.Pow(10, -places);
    }
}

using Luoshi.Core.Checks.Answers;
using Luoshi.Core.Checks.Names;
using Luoshi.Core.Quantities;

namespace Luoshi.Core.Checks.Doubts;

/// <summary>Adds up again what the text itself added up: parts of totals, remainders, sums.</summary>
internal static class SumDoubts
{
    private static readonly WordFinder Remainder = new("其余 剩余 余下 其它 其他");

    // Three parts that nearly make up their total were meant to. Further under it some are left out; further above they overlap.
    private static readonly (double Above, double Below) NearMiss = (0.1, 0.03);

    private static readonly (string Left, string Right)[] Opposites = [("城区", "农村"), ("城镇", "农村"), ("城市", "农村"), ("城镇", "乡村"), ("职工", "居民"), ("公办", "民办"), ("男", "女"), ("内资", "外资"), ("出口", "进口"), ("个人", "企业"), ("市政", "庭院"), ("新建", "续建"), ("省级", "市级"), ("国家级", "省级")];

    // An enterprise may be both of two kinds of enterprises.
    private static readonly string[] Overlapping = ["企业", "项目", "单位", "人员", "产品", "投资", "资金", "对象", "以上"];

    private static readonly string[] Levels = [.. LowerLevels.Names, "镇级", "村级"];

    private static readonly WordFinder Total = new("共 累计 总计 合计");

    // 合计排查隐患1419处: the word stands before what is counted.
    private const int Lead = 8;

    public static IEnumerable<Doubt> Find(ExaminedRow examined) => Parts(examined).Concat(Sums(examined)).Concat(SumsAfter(examined));

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
                .Where(part => part.BaseUnit == total.BaseUnit && part.Kind == total.Kind && part.BaseValue is not null && part.Span.Start > total.Span.Start && sentence.Contains(part.Span) && MayBePart(examined.Row, part, total))
                .ToList();
            if (parts.Count == 0 || IsOfOther(stated, group.Key, parts, sentence))
            {
                continue;
            }

            // 其中A 3家、B 2家: a part alone above the total proves it; several may overlap unless a remainder closes the sum.
            var largest = parts.Max(part => part.BaseValue!.Value);
            var last = parts[^1];
            var closed = Remainder.Find(examined.Row.Progress, Clauses.Around(examined.Row.Progress, last.Span)) is not null && !IsRestOfTarget(examined.Row, total, last);
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

            if (parts.Count > 1 && off > rounding && largest <= all && !closed && AreOfLevels(parts))
            {
                yield return new Doubt(
                    DoubtRule.PartOverTotal,
                    DoubtStrength.Weak,
                    $"总数{Numbers.Text(total)}，其中{string.Join("、", parts.Select(part => part.Metric + Numbers.Text(part)))}，各级相加大于总数。请核实。",
                    [examined.Row.Quote(total.Span), .. parts.Select(part => examined.Row.Quote(part.Span))],
                    []);
                continue;
            }

            if (parts.Count > 2 && largest <= all && !closed && !Overlap(parts) && !HasStranger(parts, (double)all) && !ChangesMarks(examined.Row.Progress, parts) && Math.Abs(off) > rounding && off <= NearMiss.Above * (double)all && off >= -NearMiss.Below * (double)all)
            {
                yield return new Doubt(
                    DoubtRule.PartsNearTotal,
                    DoubtStrength.Weak,
                    $"总数{Numbers.Text(total)}，其中{string.Join("、", parts.Select(Numbers.Text))}，加起来与总数相差不多而不相等。请核实。",
                    [examined.Row.Quote(total.Span), .. parts.Select(part => examined.Row.Quote(part.Span))],
                    []);
                continue;
            }

            if (largest <= all && !closed && Apart(parts) is var (one, other) && (double)one.BaseValue!.Value + (double)other.BaseValue!.Value - (double)all > rounding)
            {
                yield return new Doubt(
                    DoubtRule.PartOverTotal,
                    DoubtStrength.Weak,
                    $"总数{Numbers.Text(total)}，其中{Numbers.Text(one)}和{Numbers.Text(other)}，两项相加大于总数。请核实。",
                    [examined.Row.Quote(total.Span), examined.Row.Quote(one.Span), examined.Row.Quote(other.Span)],
                    []);
                continue;
            }

            if (largest > all || (closed && parts.Count > 1 && Math.Abs(sum - (double)all) > rounding && !SomeMakeUp(parts, (double)all, rounding)))
            {
                yield return new Doubt(
                    largest > all ? DoubtRule.PartOverTotal : DoubtRule.PartsAndRest,
                    (largest > all ? AreOfOne(parts.First(part => part.BaseValue == largest), total) : AreToldAlike(parts)) ? DoubtStrength.Strong : DoubtStrength.Weak,
                    largest > all
                        ? $"总数{Numbers.Text(total)}，其中一项{Numbers.Text(parts.First(part => part.BaseValue == largest))}，分项大于总数。请核实。"
                        : $"总数{Numbers.Text(total)}，分项{string.Join("、", parts.Select(Numbers.Text))}，合计与总数不符。请核实。",
                    [examined.Row.Quote(total.Span), .. parts.Select(part => examined.Row.Quote(part.Span))],
                    []);
            }
        }
    }

    /// <summary>城区742个、农村564个: two parts that nothing is in both of. So are 普通程序186件、简易程序367件, two kinds of one thing.</summary>
    private static (Quantity One, Quantity Other)? Apart(List<Quantity> parts)
    {
        const int Kind = 2;
        if (parts is [{ MetricKey.Length: > Kind } first, { MetricKey.Length: > Kind } second] && first.MetricKey != second.MetricKey && first.MetricKey[^Kind..] == second.MetricKey[^Kind..] && !Array.Exists(Overlapping, word => first.MetricKey.EndsWith(word, StringComparison.Ordinal))
            && second.Span.Start - first.Span.End == 1)
        {
            return (first, second);
        }

        foreach (var (left, right) in Opposites)
        {
            if (parts.Find(part => Tells(part, left)) is { } one && parts.Find(part => Tells(part, right) && !Tells(part, left)) is { } other && !Tells(one, right))
            {
                return (one, other);
            }
        }

        return null;

        static bool Tells(Quantity part, string word) => part.MetricKey.Contains(word, StringComparison.Ordinal) || part.Scope?.Contains(word, StringComparison.Ordinal) == true;
    }

    // 262个充电桩覆盖10个镇街，其中快充桩187个: what has not a character in common counts something else.
    private static bool MayBePart(CheckedRow row, Quantity part, Quantity total) =>
        part.BaseValue <= total.BaseValue || (!IsTotalOfItsOwn(row.Progress, part, total) && (part.MetricKey.Length == 0 || total.MetricKey.Length == 0 || part.MetricKey.AsSpan().IndexOfAny(total.MetricKey) >= 0));

    // 新装1080路，其中人脸识别136路，累计接入1.9万路: what there is by now is no part of what came.
    private static bool IsTotalOfItsOwn(string text, Quantity part, Quantity total) =>
        Clauses.Around(text, part.ValueSpan) is var clause && !clause.Contains(total.ValueSpan) && Total.Find(text, TextSpan.Between(clause.Start, Math.Max(clause.Start, part.ValueSpan.Start))) is not null;

    /// <summary>就业8642人，占目标8200人的105%，其中省外3120人……: the parts are of the figure before the one that it is measured by, or add up to it.</summary>
    private static bool IsOfOther(IReadOnlyList<Quantity> stated, int whole, List<Quantity> parts, TextSpan sentence)
    {
        var total = stated[whole];
        return stated.Take(whole).Any(other => other.Kind == total.Kind && other.BaseUnit == total.BaseUnit && other.BaseValue is { } value && sentence.Contains(other.ValueSpan)
            && ((total.Role == QuantityRole.Restated && other.Role == QuantityRole.Result) || (parts.Count > 1 && (double)value == parts.Sum(part => (double)part.BaseValue!.Value))));
    }

    // 其中重大隐患12处，已整改1107处，剩余261处: without the first, which is in the others, they make it up.
    private static bool SomeMakeUp(List<Quantity> parts, double total, double rounding) =>
        parts.Count > 2 && Enumerable.Range(0, parts.Count - 1).Any(left => Math.Abs(parts.Where((_, at) => at != left).Sum(part => (double)part.BaseValue!.Value) - total) <= rounding);

    // Kinds and steps overlap: 重大隐患12处 may be among the 已整改1107处.
    private static bool AreToldAlike(List<Quantity> parts) => parts.SkipLast(1).Select(part => part.Stage is null).Distinct().Count() == 1;

    // 农业信贷1.12亿元，其中信用贷款1.61亿元: a part says no other thing than its whole, where it says one.
    private static bool AreOfOne(Quantity part, Quantity total)
    {
        const int Telling = 2;
        return part.MetricKey.Length == 0 || part.Span.Length == part.ValueSpan.Length || part.MetricKey.Intersect(total.MetricKey).Count() >= Telling;
    }

    // 新增泊位1126个，其中新建停车场7个、泊位614个……: without what counts something else they make up the total.
    private static bool HasStranger(List<Quantity> parts, double total) =>
        parts.Exists(stranger => parts.Where(part => part != stranger).Sum(part => (double)part.BaseValue!.Value) == total);

    // 企业1120户、个体工商户2340户，农业类312户: behind another mark the same things are divided in another way.
    private static bool ChangesMarks(string text, List<Quantity> parts) =>
        parts.Zip(parts.Skip(1), (part, next) => text.AsSpan(part.ValueSpan.End, Math.Max(0, next.ValueSpan.Start - part.ValueSpan.End)).Contains('，')).Distinct().Count() > 1;

    // 亿元以上8个、外资3个: a size and a kind are told of the same things.
    private static bool Overlap(List<Quantity> parts)
    {
        var sized = parts.Count(part => part.MetricKey.Contains("以上", StringComparison.Ordinal) || part.MetricKey.Contains('强', StringComparison.Ordinal));
        return sized > 0 && sized < parts.Count;
    }

    // 已清偿3128万元，其中民企2215万元，剩余1472万元, of 4600万元 that are promised: what is left is left of the promise.
    private static bool IsRestOfTarget(CheckedRow row, Quantity total, Quantity rest) => row.Targets.Any(target =>
        target.Quantity.BaseUnit == total.BaseUnit && target.Quantity.BaseValue is { } promised && Math.Abs((double)promised - (double)total.BaseValue!.Value - (double)rest.BaseValue!.Value) <= Rounding(total) + Rounding(rest));

    // 省级2场、市级2场、区级4场: each is of one level.
    private static bool AreOfLevels(List<Quantity> parts) =>
        parts.ConvertAll(part => Array.Find(Levels, level => part.MetricKey.StartsWith(level, StringComparison.Ordinal) && !part.MetricKey.Contains("以上", StringComparison.Ordinal))) is var levels && !levels.Contains(null) && levels.Distinct().Count() == parts.Count;

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
            var isPlain = before.EndsWith("，共");
            if (!Kinds.IsVolume(total) || total.BaseValue is not > 0 || (!isPlain && before.IndexOf("合计") < 0 && before.IndexOf("共计") < 0 && before.IndexOf("总计") < 0))
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
                // 共 alone may count other things than those before it.
                !isPlain && IsEveryPartTold(text, parts, total) ? DoubtStrength.Strong : DoubtStrength.Weak,
                $"{string.Join("＋", parts.Select(Numbers.Text))}＝{sum}，文中合计{Numbers.Text(total)}。请核实。",
                [.. parts.Append(total).Select(part => examined.Row.Quote(part.Span))],
                []);
        }
    }

    /// <summary>A 16.1亿元，B正在结算，合计38.8亿元: where a clause between the parts tells no figure, it may tell a part without one.</summary>
    private static bool IsEveryPartTold(string text, List<Quantity> parts, Quantity total)
    {
        var listed = TextSpan.Between(parts[0].Span.Start, total.ValueSpan.Start);
        return Clauses.All(text[listed.Start..listed.End]).ConvertAll(clause => new TextSpan(listed.Start + clause.Start, clause.Length)).TrueForAll(clause => clause.End == listed.End || parts.Exists(part => clause.Contains(part.ValueSpan) || part.Span.Contains(clause)));
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

    /// <summary>The figures of the sentence that stand before one of them, the nearest first.</summary>
    public static IEnumerable<Quantity> Before(IReadOnlyList<Quantity> stated, int at, TextSpan sentence)
    {
        for (var i = at - 1; i >= 0 && stated[i].ValueSpan.Start >= sentence.Start; i--)
        {
            yield return stated[i];
        }
    }

    /// <summary>Half of the last printed place.</summary>
    public static double Rounding(Quantity quantity)
    {
        if (quantity.Value is not { } value || quantity.BaseValue is not { } baseValue || value == 0)
        {
            return 0;
        }

        var places = (decimal.GetBits(value)[3] >> 16) & 0x7F;
        return places == 0 && quantity.Unit == quantity.BaseUnit ? 0 : (double)(baseValue / value) * 0.51 * Math.Pow(10, -places);
    }
}

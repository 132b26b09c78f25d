using Luoshi.Core.Quantities;

namespace Luoshi.Core.Checks.Doubts;

/// <summary>其中护理型床位310张，占83.8%: a share printed behind a part whose whole stands in the text, and which it is not.</summary>
internal static class PartShares
{
    private const string OfIt = "占";

    private const int Farthest = 20;

    // 占全市的12%, 占目标的60%, 分别占40%、50%: of what no figure of the row counts, or of another one.
    private static readonly WordFinder OfOther = new("分别 目标 任务 计划 序时 全市 全省 全国 全县 同比 上年 去年 。 ；");

    public static IEnumerable<Doubt> Find(ExaminedRow examined, CheckSettings settings)
    {
        var stated = examined.Row.Stated;
        var text = examined.Row.Progress;
        for (var at = 1; at < stated.Count; at++)
        {
            var (part, share) = (stated[at - 1], stated[at]);
            if (share is not { Kind: QuantityKind.Ratio, BaseUnit: "%", BaseValue: { } printed, WholeIndex: null } || !IsAmount(part) || share.ValueSpan.Start - part.ValueSpan.End is not (> 0 and <= Farthest)
                || !IsOfIt(text, TextSpan.Between(part.ValueSpan.End, share.ValueSpan.Start)) || WholeOf(examined.Row, at - 1, share) is not { } whole || !(part.BaseValue < whole.BaseValue) || Numbers.Ratio(part.BaseValue, whole.BaseValue) is not { } ratio
                || Off(part.BaseValue, whole.BaseValue) <= Tolerance(part, whole, ratio) || IsOfAnother(examined.Row, part))
            {
                continue;
            }

            yield return new Doubt(
                DoubtRule.ShareOfWhole,
                DoubtStrength.Weak,
                $"{Numbers.Text(part)}÷{Numbers.Text(whole)}＝{Numbers.Points(ratio * 100)}%，文中写“{share.Span.Of(text)}”。请核实。",
                [examined.Row.Quote(part.Span), examined.Row.Quote(whole.Span), examined.Row.Quote(share.Span)],
                []);

            decimal Off(decimal? one, decimal? all) => Numbers.Ratio(one, all) is { } of ? Math.Abs((of * 100) - printed) : decimal.MaxValue;

            // Figures printed to few places make a share of few places.
            decimal Tolerance(Quantity one, Quantity all, decimal of) =>
                settings.ArithmeticTolerance + (of * 100 * ((decimal)(SumDoubts.Rounding(one) / (double)one.BaseValue!.Value) + (decimal)(SumDoubts.Rounding(all) / (double)all.BaseValue!.Value)));

            // Another figure of the row or of the task is what the share is of.
            bool IsOfAnother(CheckedRow row, Quantity one) =>
                Off(one.BaseValue, SumBefore(row, one)) <= settings.ArithmeticTolerance || row.Stated.Concat(row.Targets.Select(target => target.Quantity)).Where(other => IsAmount(other) && other.BaseUnit == one.BaseUnit)
                    .Any(other => Off(one.BaseValue, other.BaseValue) <= settings.ArithmeticTolerance || Off(other.BaseValue, whole.BaseValue) <= settings.ArithmeticTolerance);
        }
    }

    /// <summary>博士18人、硕士206人、本科生1432人，其中……: the whole may be the list.</summary>
    private static decimal? SumBefore(CheckedRow row, Quantity part) =>
        row.Stated.Where(other => Kinds.IsVolume(other) && other.BaseUnit == part.BaseUnit && other.Span.End <= part.Span.Start && Numbers.CanBeAdded(other.BaseValue) && Clauses.SentenceAround(row.Progress, part.ValueSpan).Contains(other.ValueSpan)).Sum(other => other.BaseValue);

    // 贷款余额132亿元 is a level, and may be a part of another.
    private static bool IsAmount(Quantity quantity) => (Kinds.IsVolume(quantity) || quantity is { Kind: QuantityKind.Level, BaseUnit: "元" }) && quantity.BaseValue is > 0;

    private static bool IsOfIt(string text, TextSpan between) => between.Of(text).Contains(OfIt, StringComparison.Ordinal) && OfOther.Find(text, between) is null;

    /// <summary>The whole: 其中 says it, 占税收收入的 names it, or 78个村中 opens the sentence with it. Null where none of them does.</summary>
    private static Quantity? WholeOf(CheckedRow row, int at, Quantity share)
    {
        var part = row.Stated[at];
        var before = row.Stated.Take(at).Where(other => IsAmount(other) && other.BaseUnit == part.BaseUnit && other.Kind == part.Kind && other.Role == QuantityRole.Result && Clauses.SentenceAround(row.Progress, part.ValueSpan).Contains(other.ValueSpan)).ToList();
        if (share.Whole is { Length: > 1 } named)
        {
            return before.FindAll(other => other.MetricKey == MetricNames.Key(named)) is [var only] ? only : null;
        }

        return part.WholeIndex is { } index && index < at && before.Contains(row.Stated[index]) ? row.Stated[index]
            : before is [var first] && row.Progress.AsSpan(first.Span.End).StartsWith("中") ? first
            : null;
    }
}

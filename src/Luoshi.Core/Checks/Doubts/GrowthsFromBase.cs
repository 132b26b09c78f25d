using Luoshi.Core.Quantities;

namespace Luoshi.Core.Checks.Doubts;

/// <summary>技改投资9.7亿元，比上年同期的8.8亿元增长16.2%: a growth printed beside both figures that it is made of.</summary>
internal static class GrowthsFromBase
{
    // How far before a number the words stand that say it is of the year before.
    private const int Lead = 8;

    private static readonly WordFinder YearBefore = new("上年 去年 同期");

    // Grown at constant prices, or on a basis of its own: the printed values do not make it.
    private static readonly WordFinder OnABasis = new("可比 口径 不变价 剔除 扣除 实际增长 年均 降幅 增幅 生产总值 增加值 总产值");

    public static IEnumerable<Doubt> Find(ExaminedRow examined, CheckSettings settings)
    {
        var stated = examined.Row.Stated;
        var text = examined.Row.Progress;
        foreach (var growth in stated.Where(quantity => quantity is { Kind: QuantityKind.Growth, Unit: "%", Value: not null, MetricKey.Length: > 1, Upper: null, Against: null or "同比" or "上年同期" or "去年同期" }))
        {
            var sentence = Clauses.SentenceAround(text, growth.Span);
            var values = stated.Where(value => Kinds.IsVolume(value) && value is { BaseValue: > 0 } && value.MetricKey == growth.MetricKey && value.Scope == growth.Scope && sentence.Contains(value.ValueSpan)).ToList();
            var bases = values.FindAll(IsOfTheYearBefore);
            if (values.Count != 2 || bases is not [var old] || stated.Count(other => other.Kind == QuantityKind.Growth && sentence.Contains(other.ValueSpan)) != 1 || OnABasis.Find(text, sentence) is not null)
            {
                continue;
            }

            var now = values.Find(value => value != old)!;
            if (now.BaseUnit != old.BaseUnit || now.WholeIndex is not null || Numbers.Ratio(now.BaseValue, old.BaseValue) is not { } ratio)
            {
                continue;
            }

            var rounding = (decimal)((SumDoubts.Rounding(now) / (double)now.BaseValue!.Value) + (SumDoubts.Rounding(old) / (double)old.BaseValue!.Value)) * ratio * 100;
            var computed = (ratio - 1) * 100;
            if (Math.Abs(computed - growth.Value!.Value) > settings.ArithmeticTolerance + rounding)
            {
                yield return new Doubt(
                    DoubtRule.RateOfTwoFigures,
                    DoubtStrength.Weak,
                    $"{Numbers.Text(now)}比{Numbers.Text(old)}{(computed < 0 ? "下降" : "增长")}{Numbers.Points(Math.Abs(computed))}%，文中写“{growth.Span.Of(text)}”。请核实。",
                    [examined.Row.Quote(now.Span), examined.Row.Quote(old.Span), examined.Row.Quote(growth.Span)],
                    []);
            }
        }

        bool IsOfTheYearBefore(Quantity value) =>
            YearBefore.Find(text, TextSpan.Between(Math.Max(Clauses.Around(text, value.ValueSpan).Start, value.ValueSpan.Start - Lead), value.ValueSpan.Start)) is not null;
    }
}

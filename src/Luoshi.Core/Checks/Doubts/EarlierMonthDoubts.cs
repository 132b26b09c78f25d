using System.Globalization;
using Luoshi.Core.Checks.Answers;
using Luoshi.Core.Quantities;

namespace Luoshi.Core.Checks.Doubts;

/// <summary>What earlier months give reason to ask: sums of the year that fell, units that changed, texts that did not.</summary>
internal static class EarlierMonthDoubts
{
    private static readonly double[] Jumps = [10, 100, 10_000];

    // 剩余12个: the word stands right before the number.
    private const int BeforeFigure = 4;

    private static readonly WordFinder Left = new("剩余 其余 余下 剩下 尚有 还有");

    // What is said to be there, not to have come: 在库企业308家, 存量积案37件. 盘活存量用地 has a verb of its own.
    private static readonly WordFinder Standing = new("在库 在册 在校 在岗 在编 在营 在运 在保 参保 在建 在网 在产 在训 在园 在养 在管 在租 在售 在办 存栏 现有 现存 存量 余额 保有 库存 结存 结余 月末 年末 期末");

    // 较上月核减45座, 2个因反弹重新列入: the row says itself that the figure was put right.
    private static readonly WordFinder PutRight = new("核减 调减 扣减 剔除 扣除 更正 订正 修正 误报 多报 错报 虚报 重报 重复统计 重复计算 重复上报 重复报送 统计口径 口径调整 口径变化 重新核定 不再 不计入 未计入 反弹 退库 注销 重新列入 撤销");

    private static readonly WordFinder Verified = new("核实 核查 复核 核定 核对");

    private static readonly WordFinder Summing = new("累计 完成 已 新增 今年 1-");

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

        if (CopiedReports.Find(examined, last) is { } copied)
        {
            yield return copied;
        }

        var figures = new EarlierFigures(last.Text, last.Period, places);
        foreach (var reading in examined.Readings.Where(reading => EarlierFigures.Compares(reading.Quantity, examined.AsOf) && (reading.Quantity.MetricKey.Length > 0 || AnswersATarget(examined, reading))))
        {
            if (Before(examined, reading, figures) is not { } before || StartsAnew(examined, reading, last))
            {
                continue;
            }

            if (TellsItsIncrement(examined, reading, before))
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
            else if (UnusualIncrements.Find(examined, reading, earlier, settings) is { } outlier)
            {
                yield return outlier;
            }
        }
    }

    /// <summary>The earlier figure of the same name; of one that answers a target also without a name, or by the target's own.</summary>
    private static Quantity? Before(ExaminedRow examined, StatedQuantity reading, EarlierFigures figures)
    {
        var same = figures.Same(EarlierFigures.KeyOf(EarlierFigures.WithVerb(examined.Row.Stated, reading.Quantity)));
        return same is not null || examined.Row.Targets is not [var only] || !AnswersATarget(examined, reading) ? same
            : figures.Same(EarlierFigures.KeyOf(reading.Quantity with { MetricKey = reading.Quantity.MetricKey.Length == 0 ? only.Quantity.MetricKey : "" }));
    }

    /// <summary>已完工9个, where one target is asked for: without a name it is known by what it answers.</summary>
    private static bool AnswersATarget(ExaminedRow examined, StatedQuantity reading) =>
        examined.Pairs.Any(pair => pair is { Obstacle: Obstacle.None, Reading: { } index } && ReferenceEquals(examined.Readings[index], reading));

    /// <summary>In January the year is counted from nothing; how far a work is, and what there is, goes on.</summary>
    private static bool StartsAnew(ExaminedRow examined, StatedQuantity reading, EarlierReport last) =>
        last.Period.Year != examined.AsOf.Year && reading.Quantity.Kind != QuantityKind.Level && !ShareOfTarget.IsOfWork(examined.Row.Progress, reading.Quantity);

    /// <summary>累计交付432套，其中6月集中交付389套 after 43套; 收储141宗，8宗取消 after 149宗: the row tells itself by how much the sum has grown, or shrunk.</summary>
    private static bool TellsItsIncrement(ExaminedRow examined, StatedQuantity reading, Quantity before) =>
        examined.Row.Stated.Any(told => !ReferenceEquals(told, reading.Quantity) && told.BaseUnit == reading.Quantity.BaseUnit && told.Role is not QuantityRole.Plan && told.BaseValue is > 0 && told.BaseValue == Math.Abs((reading.Quantity.BaseValue - before.BaseValue)!.Value));

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
            sameDigits || (before.Unit != reading.Quantity.Unit && jump >= 100) || (ratio < 1 && reading.Quantity.Kind != QuantityKind.Level) ? DoubtStrength.Strong : DoubtStrength.Weak,
            string.Create(CultureInfo.InvariantCulture, $"{last.Period.Month}月为{Numbers.Text(before)}，本月为{Numbers.Text(reading.Quantity)}，{(ratio < 1 ? "缩小" : "扩大")}约{jump:0}倍，像是单位写错。请核实。"),
            [reading.Source],
            [examined.Row.AsRelated with { Source = last.Source }]);
    }

    private static Doubt? Fell(ExaminedRow examined, StatedQuantity reading, Quantity before, EarlierReport last)
    {
        // What stood there before as the target was no result. 1.25亿元 and 12480万元 may be one figure, printed to other places.
        if ((double)reading.Quantity.BaseValue!.Value + SumDoubts.Rounding(reading.Quantity) >= (double)before.BaseValue!.Value - SumDoubts.Rounding(before) || examined.Row.Targets.Any(target => target.Quantity.BaseValue == before.BaseValue && target.Quantity.BaseUnit == before.BaseUnit))
        {
            return null;
        }

        // 剩余未签约户37户: the word stands before the name, or before the number.
        if (Left.Find(examined.Row.Progress, TextSpan.Between(Math.Max(0, Math.Min(reading.Quantity.Span.Start, reading.Quantity.ValueSpan.Start) - BeforeFigure), reading.Quantity.ValueSpan.Start)) is not null)
        {
            return null;
        }

        if (IsToldToBeThere(examined.Row.Progress, reading.Quantity) || PutRight.Find(examined.Row.Progress, Clauses.SentenceAround(examined.Row.Progress, reading.Quantity.ValueSpan)) is not null)
        {
            return null;
        }

        // An estimate may be put right by a final figure; a sum of the year may not fall otherwise.
        var estimated = before.Estimated || before.Comparator != Comparator.Equal || reading.Quantity.Comparator != Comparator.Equal;

        // Fallen to a fifth, it is more likely another figure of the same name.
        var farOff = before.BaseValue > reading.Quantity.BaseValue * 5;
        return new Doubt(
            DoubtRule.SumFell,
            estimated || farOff || Verified.In(examined.Row.Progress) || !SaysItIsASum(examined, reading) ? DoubtStrength.Weak : DoubtStrength.Strong,
            string.Create(CultureInfo.InvariantCulture, $"{last.Period.Month}月累计{Numbers.Text(before)}，本月累计{Numbers.Text(reading.Quantity)}，减少{Numbers.Text(Difference(before, reading.Quantity))}{Unit(before, reading.Quantity)}。请核实。"),
            [reading.Source],
            [examined.Row.AsRelated with { Source = last.Source }]);
    }

    private static bool IsToldToBeThere(string text, Quantity quantity) =>
        quantity.Stage is null && Standing.Find(text, TextSpan.Between(Clauses.Around(text, quantity.Span).Start, quantity.ValueSpan.End)) is not null;

    /// <summary>累计新增5320户, 完成改造310座: what is counted up may not fall. 在册低保对象11860人 says how many there are.</summary>
    private static bool SaysItIsASum(ExaminedRow examined, StatedQuantity reading) =>
        Stages.SaysFinished(reading.Quantity) || AnswersATarget(examined, reading) || reading.Quantity.Kind == QuantityKind.ShareOfPlan
            || Summing.Find(examined.Row.Progress, Clauses.Around(examined.Row.Progress, reading.Quantity.ValueSpan)) is not null;

    // Without the noughts that a change of unit leaves behind the point.
    private static decimal Difference(Quantity before, Quantity now) => (before.Unit == now.Unit ? before.Value!.Value - now.Value!.Value : before.BaseValue!.Value - now.BaseValue!.Value) / 1.0000000000m;

    private static string Unit(Quantity before, Quantity now) => before.Unit != now.Unit ? now.BaseUnit : now.Unit == "%" ? "个百分点" : now.Unit;
}

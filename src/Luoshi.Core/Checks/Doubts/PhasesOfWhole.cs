using Luoshi.Core.Quantities;

namespace Luoshi.Core.Checks.Doubts;

/// <summary>26个项目中，已完工8个，在建12个，未开工9个: what is finished, in hand and not begun make up the whole, and nothing else does.</summary>
internal static class PhasesOfWhole
{
    private static readonly string[] Finished = ["完工", "竣工", "建成", "完成"];

    private static readonly string[] InHand = ["在建", "正在施工", "施工", "达进度", "达到进度", "达序时", "达序时进度", "达到序时进度", "正常推进", "按序时推进"];

    private static readonly WordFinder Going = new("正在 在办 办理中");

    private static readonly string[] Unbegun = ["未开工", "尚未开工", "未启动", "未动工", "进度滞后", "滞后", "推进缓慢", "进展缓慢", "欠进度", "未达进度", "未达序时", "未达序时进度"];

    // 上年结转12件: more is left over than what came this year.
    private static readonly WordFinder CarriedOver = new("结转 上年 去年 往年 历年 存量 遗留");

    public static IEnumerable<Doubt> Find(ExaminedRow examined) => Phases(examined).Concat(Rests(examined));

    private static IEnumerable<Doubt> Phases(ExaminedRow examined)
    {
        var stated = examined.Row.Stated;
        for (var at = 0; at + 3 < stated.Count; at++)
        {
            var whole = stated[at];
            if (whole is not { Kind: QuantityKind.Count, BaseValue: { } total } || IsPhase(whole))
            {
                continue;
            }

            var parts = stated.Skip(at + 1).Take(3).ToList();
            var sentence = Clauses.SentenceAround(examined.Row.Progress, whole.Span);
            if (parts.TrueForAll(part => part.BaseUnit == whole.BaseUnit && part.BaseValue is not null && sentence.Contains(part.ValueSpan)) && parts.Exists(part => Tells(part, Finished)) && parts.Exists(part => Tells(part, InHand)) && parts.Exists(part => Tells(part, Unbegun))
                && parts.Sum(part => (double)part.BaseValue!.Value) != (double)total)
            {
                yield return new Doubt(
                    DoubtRule.PartsAndRest,
                    DoubtStrength.Weak,
                    $"总数{Numbers.Text(whole)}，{string.Join("、", parts.Select(part => (part.Stage ?? InHand[0]) + Numbers.Text(part)))}，合计与总数不符。请核实。",
                    [examined.Row.Quote(whole.Span), .. parts.Select(part => examined.Row.Quote(part.Span))],
                    []);
            }
        }

        // 在建12个: the word is the figure's own verb, or stands right before the number.
        bool Tells(Quantity part, string[] phase) => OfPhase(part, phase) || Array.Exists(phase, word => examined.Row.Progress.AsSpan(0, part.ValueSpan.Start).EndsWith(word));
    }

    /// <summary>26件，已化解21件，剩余7件; 48个，已化解31个，正在化解12个，其余8个: the whole less what is done and in hand leaves another rest.</summary>
    private static IEnumerable<Doubt> Rests(ExaminedRow examined)
    {
        var text = examined.Row.Progress;
        var stated = examined.Row.Stated.Where(quantity => Kinds.IsVolume(quantity) && Numbers.CanBeAdded(quantity.BaseValue)).ToList();
        for (var at = 2; at < stated.Count; at++)
        {
            var going = at > 2 && stated[at - 1].BaseUnit == stated[at].BaseUnit && Going.Find(text, TextSpan.Between(Clauses.Around(text, stated[at - 1].ValueSpan).Start, stated[at - 1].ValueSpan.Start)) is not null ? stated[at - 1] : null;
            var (whole, done, rest) = going is null ? (stated[at - 2], stated[at - 1], stated[at]) : (stated[at - 3], stated[at - 2], stated[at]);
            var sentence = Clauses.SentenceAround(text, rest.Span);
            var counted = done.BaseValue + (going?.BaseValue ?? 0);

            // 完工2家、在建2家，其余2家: a phase is no whole.
            if (IsPhase(whole) || !IsRest(text, done, rest, 4) || whole.BaseUnit != rest.BaseUnit || done.BaseUnit != rest.BaseUnit || whole.MetricKey != done.MetricKey || (whole.MetricKey != rest.MetricKey && !IsRest(text, done, rest, 2)) || whole.WholeIndex is not null || rest.WholeIndex is not null
                || !sentence.Contains(whole.ValueSpan) || (done.Stage is null && !text.AsSpan(0, done.ValueSpan.Start).EndsWith("已完成")) || counted > whole.BaseValue || rest.BaseValue > whole.BaseValue || stated.Count(quantity => quantity.WholeIndex is null && sentence.Contains(quantity.ValueSpan) && quantity.BaseUnit == rest.BaseUnit) != (going is null ? 3 : 4) || Math.Abs((double)(whole.BaseValue - counted - rest.BaseValue)!.Value) <= SumDoubts.Rounding(whole) + SumDoubts.Rounding(done) + SumDoubts.Rounding(rest))
            {
                continue;
            }

            // What is done and 其余 of the same things cannot together be more than the whole; where they are less, a third sort may be left out.
            yield return new Doubt(
                DoubtRule.PartsAndRest,
                going is null && text.AsSpan(0, rest.ValueSpan.Start).EndsWith("其余") && done.BaseValue + rest.BaseValue > whole.BaseValue && CarriedOver.Find(text, sentence) is null ? DoubtStrength.Strong : DoubtStrength.Weak,
                $"总数{Numbers.Text(whole)}，{done.Stage ?? "已完成"}{Numbers.Text(done)}{(going is null ? "" : $"，正在办理{Numbers.Text(going)}")}，剩余写作{Numbers.Text(rest)}，合计与总数不符。请核实。",
                [examined.Row.Quote(whole.Span), examined.Row.Quote(done.Span), examined.Row.Quote(rest.Span)],
                []);
        }
    }

    /// <summary>其余88处; or 未整治208栋 beside what was 整治: the word stands right before the number.</summary>
    private static bool IsRest(string text, Quantity done, Quantity rest, int before) =>
        Clauses.Left.Find(text, TextSpan.Between(Math.Max(0, rest.ValueSpan.Start - before), rest.ValueSpan.Start)) is not null
            || (done.Stage is { } verb && text.AsSpan(0, rest.ValueSpan.Start).EndsWith("未" + verb));

    private static bool IsPhase(Quantity quantity) => OfPhase(quantity, Finished) || OfPhase(quantity, InHand);

    private static bool OfPhase(Quantity quantity, string[] phase) => quantity.Stage is { } verb && phase.Contains(verb);
}

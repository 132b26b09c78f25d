using Luoshi.Core.Quantities;

namespace Luoshi.Core.Checks.Doubts;

/// <summary>26个项目中，已完工8个，在建12个，未开工9个: what is finished, in hand and not begun make up the whole, and nothing else does.</summary>
internal static class PhasesOfWhole
{
    private static readonly string[] Finished = ["完工", "竣工", "建成", "完成"];

    private static readonly string[] InHand = ["在建", "正在施工", "施工"];

    private static readonly string[] Unbegun = ["未开工", "尚未开工", "未启动", "未动工"];

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
            if (parts.TrueForAll(part => part.BaseUnit == whole.BaseUnit && part.BaseValue is not null && sentence.Contains(part.ValueSpan)) && parts.Exists(part => OfPhase(part, Finished)) && parts.Exists(part => OfPhase(part, InHand) || IsToldInHand(examined.Row.Progress, part)) && parts.Exists(part => OfPhase(part, Unbegun))
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
    }

    /// <summary>26件，已化解21件，剩余7件: the whole less what is done leaves another rest.</summary>
    private static IEnumerable<Doubt> Rests(ExaminedRow examined)
    {
        const int Before = 4;
        var text = examined.Row.Progress;
        var stated = examined.Row.Stated.Where(quantity => quantity is { Kind: QuantityKind.Count, BaseValue: not null }).ToList();
        for (var at = 2; at < stated.Count; at++)
        {
            var (whole, done, rest) = (stated[at - 2], stated[at - 1], stated[at]);
            var sentence = Clauses.SentenceAround(text, rest.Span);

            // 完工2家、在建2家，其余2家: a phase is no whole.
            if (IsPhase(whole) || Clauses.Left.Find(text, TextSpan.Between(Math.Max(0, rest.ValueSpan.Start - Before), rest.ValueSpan.Start)) is null || whole.BaseUnit != rest.BaseUnit || done.BaseUnit != rest.BaseUnit || whole.MetricKey != rest.MetricKey || done.MetricKey != rest.MetricKey || whole.WholeIndex is not null || rest.WholeIndex is not null
                || !sentence.Contains(whole.ValueSpan) || done.Stage is null || done.BaseValue > whole.BaseValue || rest.BaseValue > whole.BaseValue || stated.Count(quantity => sentence.Contains(quantity.ValueSpan) && quantity.BaseUnit == rest.BaseUnit) != 3 || whole.BaseValue - done.BaseValue == rest.BaseValue)
            {
                continue;
            }

            yield return new Doubt(
                DoubtRule.PartsAndRest,
                DoubtStrength.Weak,
                $"总数{Numbers.Text(whole)}，{done.Stage}{Numbers.Text(done)}，剩余写作{Numbers.Text(rest)}，合计与总数不符。请核实。",
                [examined.Row.Quote(whole.Span), examined.Row.Quote(done.Span), examined.Row.Quote(rest.Span)],
                []);
        }
    }

    private static bool IsToldInHand(string text, Quantity part) => Array.Exists(InHand, word => text.AsSpan(0, part.ValueSpan.Start).EndsWith(word));

    private static bool IsPhase(Quantity quantity) => OfPhase(quantity, Finished) || OfPhase(quantity, InHand);

    private static bool OfPhase(Quantity quantity, string[] phase) => quantity.Stage is { } verb && phase.Contains(verb);
}

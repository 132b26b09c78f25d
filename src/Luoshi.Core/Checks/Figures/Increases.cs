using Luoshi.Core.Checks.Names;
using Luoshi.Core.Quantities;

namespace Luoshi.Core.Checks.Figures;

/// <summary>累计增加1095个, where 增加学位2295个 is asked for: so many more are what was promised, and no change from another time.</summary>
internal static class Increases
{
    private static readonly string[] Verbs = ["增加", "新增", "净增", "扩增"];

    /// <summary>The figures with such changes as volumes of the one target of their unit that asks for more of something.</summary>
    public static IReadOnlyList<Quantity> AsVolumes(string task, string progress, IReadOnlyList<Quantity> read, IReadOnlyList<StatedQuantity> targets) => ReadFigures.Changed(
        read,
        more => more is { Role: QuantityRole.Result, Kind: QuantityKind.Growth, Against: null, BaseUnit: not ("%" or ""), Value: > 0 } && VerbBefore(progress, more) is { } verb
                && targets.Where(target => Kinds.IsVolume(target.Quantity) && target.Quantity.BaseUnit == more.BaseUnit).Take(2).ToList() is [{ Quantity: var only } asked] && AsksForMore(task, asked)
                && (more.MetricKey.Length == 0 || MetricMatch.Score(only.MetricKey, more.MetricKey) >= MetricMatch.Enough)
            ? more with { Kind = only.Kind, Stage = verb, Metric = only.Metric, MetricKey = only.MetricKey }
            : null);

    /// <summary>增加中心城区停车泊位1200个: the verb of the promise, wherever in its clause it stands before the name.</summary>
    private static bool AsksForMore(string task, StatedQuantity target) =>
        (target.Quantity.Stage is { } stage && Array.Exists(Verbs, stage.StartsWith))
            || (target.Source.Field == "content" && Clauses.Around(task, target.Source.Span) is var clause && task[clause.Start..Math.Max(clause.Start, target.Source.Span.Start)] is var before && Array.Exists(Verbs, before.StartsWith));

    private static string? VerbBefore(string progress, Quantity more)
    {
        var before = progress[..more.ValueSpan.Start].TrimEnd('了');
        return Array.Find(Verbs, before.EndsWith);
    }
}

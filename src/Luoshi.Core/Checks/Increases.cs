using Luoshi.Core.Quantities;

namespace Luoshi.Core.Checks;

/// <summary>累计增加1095个, where 增加学位2295个 is asked for: so many more are what was promised, and no change from another time.</summary>
internal static class Increases
{
    private static readonly string[] Verbs = ["增加", "新增", "净增", "扩增"];

    /// <summary>The figures with such changes as volumes of the one target of their unit that asks for more of something.</summary>
    public static IReadOnlyList<Quantity> AsVolumes(string progress, IReadOnlyList<Quantity> read, IReadOnlyList<StatedQuantity> targets) => ReadFigures.Changed(
        read,
        more => more is { Role: QuantityRole.Result, Kind: QuantityKind.Growth, Against: null, BaseUnit: not ("%" or ""), Value: > 0 } && VerbBefore(progress, more) is { } verb
                && targets.Where(target => Kinds.IsVolume(target.Quantity) && target.Quantity.BaseUnit == more.BaseUnit).Take(2).ToList() is [{ Quantity: { Stage: { } asked } only }] && Array.Exists(Verbs, asked.StartsWith)
                && (more.MetricKey.Length == 0 || MetricMatch.Score(only.MetricKey, more.MetricKey) >= MetricMatch.Enough)
            ? more with { Kind = only.Kind, Stage = verb, Metric = only.Metric, MetricKey = only.MetricKey }
            : null);

    private static string? VerbBefore(string progress, Quantity more)
    {
        var before = progress[..more.ValueSpan.Start].TrimEnd('了');
        return Array.Find(Verbs, before.EndsWith);
    }
}

using Luoshi.Core.Quantities;

namespace Luoshi.Core.Checks.Figures;

/// <summary>农村公路养护提升120公里, 耕地地力提升2万亩: so many kilometres are made better, and nothing grows by them.</summary>
internal static class Improvements
{
    private static readonly string[] Verbs = ["提升", "改善"];

    private static readonly string[] Lengths = ["米", "平方米"];

    private static readonly string[] Works = ["养护", "改造", "整治", "品质", "环境", "建设", "修复", "维修", "绿化", "景观", "亮化", "路面", "河道", "管网", "道路", "公路", "公园", "绿道", "街巷", "提质", "治理", "精细化", "地力", "功能", "等级", "风貌", "能力"];

    /// <summary>The figures with such growths as volumes.</summary>
    public static IReadOnlyList<Quantity> AsVolumes(string text, IReadOnlyList<Quantity> read) => ReadFigures.Changed(
        read,
        growth => growth is { Kind: QuantityKind.Growth, Against: null, Value: > 0, Metric: { } metric } && Lengths.Contains(growth.BaseUnit) && Array.Exists(Works, metric.EndsWith) && Array.Find(Verbs, verb => text.AsSpan(0, growth.ValueSpan.Start).EndsWith(verb)) is { } made
            ? growth with { Kind = QuantityKind.Amount, Stage = made }
            : null);
}

using Luoshi.Core.Checks.Names;
using Luoshi.Core.Quantities;

namespace Luoshi.Core.Checks.Figures;

/// <summary>贷款余额1286亿元，较年初增加64亿元, where 新增贷款100亿元 is asked for: what has come since the new year is what is new.</summary>
internal static class SinceNewYear
{
    private const string Balance = "余额";

    private static readonly string[] New = ["新增", "净增", "增加", "新建", "建成", "建设"];

    /// <summary>The figures with such differences as volumes of the new ones.</summary>
    public static IReadOnlyList<Quantity> AsVolumes(IReadOnlyList<Quantity> read, IReadOnlyList<StatedQuantity> targets) => ReadFigures.Changed(
        read,
        more => more is { Role: QuantityRole.Comparison, Kind: QuantityKind.Growth, BaseUnit: not "%", Value: > 0, Against: { } against } && (against.Contains("年初", StringComparison.Ordinal) || against.Contains("上年末", StringComparison.Ordinal) || against.Contains("去年底", StringComparison.Ordinal))
                && targets.FirstOrDefault(target => Kinds.IsVolume(target.Quantity) && target.Quantity.BaseUnit == more.BaseUnit && IsOfNewOnes(target.Quantity.Stage))?.Quantity is { } asked
                && (MetricMatch.Score(asked.MetricKey, more.MetricKey) >= MetricMatch.Enough || (more.MetricKey.EndsWith(Balance, StringComparison.Ordinal) && MetricMatch.Score(asked.MetricKey, more.MetricKey[..^Balance.Length]) >= MetricMatch.Enough))
            ? more with { Kind = asked.Kind, Role = QuantityRole.Result, Against = null, Stage = "新增", MetricKey = asked.MetricKey, Metric = asked.Metric, From = more.To is { } to ? new(to.Year, 1) : null }
            : null);

    private static bool IsOfNewOnes(string? verb) => verb is not null && Array.Exists(New, verb.StartsWith);
}

using Luoshi.Core.Quantities;

namespace Luoshi.Core.Checks.Figures;

/// <summary>压减6万吨, 减排1246吨 where so many tons less are asked for: what was taken away is the volume that was promised.</summary>
internal static class Reductions
{
    private static readonly WordFinder Less = new("压减 减排 削减 淘汰 减少 化解 退出 压降 去化 压缩 精简 减量");

    private static readonly WordFinder Spared = new("减量 减少 压减 减排 削减 节约 下降 降低");

    // What these verbs take away adds up over the year; 浓度下降3微克 does not.
    private static readonly WordFinder Taking = new("压减 减排 削减 淘汰 去化 压降 减量");

    /// <summary>Whether the words speak of so much less, and not of so much: 化肥减量241吨.</summary>
    public static bool IsOf(string words) => Spared.In(words);

    /// <summary>The targets with such falls as volumes: 减排挥发性有机物350吨.</summary>
    public static IReadOnlyList<Quantity> AsPromised(string content, IReadOnlyList<Quantity> read) => ReadFigures.Changed(
        read,
        fall => fall is { Kind: QuantityKind.Growth, Value: < 0, BaseValue: < 0 } && fall.BaseUnit is "千克" or "吨" or "平方米" or "台" or "辆" && Taking.Find(content, fall.Span) is not null
            ? fall with { Kind = QuantityKind.Amount, Value = -fall.Value, BaseValue = -fall.BaseValue, Comparator = Comparator.AtLeast, Against = null }
            : null);

    /// <summary>The figures with falls in a unit of things or measures as volumes, where the task asks for such a volume to go.</summary>
    public static IReadOnlyList<Quantity> AsVolumes(string content, string progress, IReadOnlyList<Quantity> read, IReadOnlyList<StatedQuantity> targets)
    {
        if (!Less.In(content))
        {
            return read;
        }

        return ReadFigures.Changed(read, fall =>
        {
            if (fall is not { Role: QuantityRole.Result, Kind: QuantityKind.Growth, Value: < 0, BaseValue: < 0 } || targets.FirstOrDefault(target => Kinds.IsVolume(target.Quantity) && target.Quantity.BaseUnit == fall.BaseUnit)?.Quantity is not { } asked)
            {
                return null;
            }

            var named = fall.Metric is { } metric && fall.Span.Of(progress).Contains(metric, StringComparison.Ordinal);
            return fall with { Kind = asked.Kind, Value = -fall.Value, BaseValue = -fall.BaseValue, Against = null, Metric = named ? fall.Metric : null, MetricKey = named ? fall.MetricKey : "" };
        });
    }
}

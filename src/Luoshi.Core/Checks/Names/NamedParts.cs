using Luoshi.Core.Quantities;

namespace Luoshi.Core.Checks.Names;

/// <summary>夏粮总产1.32万吨 for 总产量7.2万吨: a word of a closed class (a season of the field, a sector, towns or country) says that the figure is of a part, where the task names the whole.</summary>
internal static class NamedParts
{
    /// <summary>So many characters have the two names in common where they are of one measure: 总产.</summary>
    public const int Measure = 2;

    private static readonly string[] Words =
    [
        "春粮", "夏粮", "秋粮", "早稻", "中稻", "晚稻", "小麦", "玉米", "大豆", "春播", "夏播", "秋播", "冬播", "夏收", "秋收",
        "一产", "二产", "三产", "第一产业", "第二产业", "第三产业", "城镇居民", "农村居民", "城镇常住居民", "农村常住居民", "农民人均",
    ];

    // 城乡居民收入 names both, and 农村居民 are 农民.
    private static readonly string[] TownAndCountry = ["城镇", "农村", "农民", "城乡"];

    /// <summary>The word of the reading's name that says of which part it is; null where the task has it too, or there is none.</summary>
    public static string? Of(CheckedRow row, Quantity target, Quantity reading) =>
        reading.Metric is { } name && (Kinds.IsVolume(target) || target.Kind == QuantityKind.Growth) && Array.Find(Words, word => name.Contains(word, StringComparison.Ordinal)) is { } part
            && target.Metric?.Contains(part, StringComparison.Ordinal) != true && !row.Content.Contains(part, StringComparison.Ordinal) && !(Array.Exists(TownAndCountry, part.StartsWith) && Array.Exists(TownAndCountry, target.MetricKey.Contains)) ? part : null;

    public static string WhyNot(string part) => $"进展只是{part}的数，目标没有这样限定";
}

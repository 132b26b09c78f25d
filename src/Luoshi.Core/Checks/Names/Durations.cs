using Luoshi.Core.Quantities;

namespace Luoshi.Core.Checks.Names;

/// <summary>平均办件用时0.8个工作日 for 办件时限1个工作日: 时限, 用时, 时长 and 耗时 are one measure where days or hours are counted and what takes them is the same.</summary>
internal static class Durations
{
    private const int Fewest = 2;

    private static readonly string[] Units = ["天", "日", "工作日", "个工作日", "小时", "分钟", "秒"];

    private static readonly string[] Tails = ["时限", "用时", "时长", "耗时", "时间", "周期"];

    private static readonly string[] Averages = ["平均", "总体", "整体"];

    /// <summary>Whether both are the time that the same thing takes.</summary>
    public static bool AreOfOne(Quantity target, Quantity reading) =>
        target.BaseUnit == reading.BaseUnit && (Units.Contains(target.BaseUnit) || Units.Contains(target.Unit)) && What(target.MetricKey) is { } asked && What(reading.MetricKey) is { } told
            && (asked == told || asked.EndsWith(told, StringComparison.Ordinal));

    /// <summary>What takes the time: 办件 of 平均办件用时. Null where the name is none of a time.</summary>
    private static string? What(string name)
    {
        if (Array.Find(Tails, name.EndsWith) is not { } tail)
        {
            return null;
        }

        var what = name[..^tail.Length];
        foreach (var average in Averages)
        {
            what = what.Replace(average, "", StringComparison.Ordinal);
        }

        return what.Length >= Fewest ? what : null;
    }
}

using Luoshi.Core.Quantities;

namespace Luoshi.Core.Checks.Answers;

/// <summary>公共文化设施面积1.2万平方米 for 人均公共文化设施面积0.6平方米: a measure for each is no measure of all, and a level that is so many times another is of something else.</summary>
internal static class Magnitudes
{
    // A level that is held moves by parts of itself, not by so many times.
    private const int FarthestLevel = 5;

    private const int FarthestVolume = 10;

    private static readonly string[] ForEach = ["人均", "户均", "亩均", "地均", "每千人", "每万人", "千人", "万人", "单位"];

    /// <summary>Whether the one is for each person, acre or unit and the other is not.</summary>
    public static bool AreForEachAndAll(Quantity target, Quantity reading) =>
        target.Metric is { } asked && reading.Metric is { } told && ForWhom(asked) is { } each && ForWhom(told) is null && !told.EndsWith("强度", StringComparison.Ordinal) && !told.Contains(each, StringComparison.Ordinal) && !reading.Unit.Contains('/', StringComparison.Ordinal) && !target.Unit.Contains('/', StringComparison.Ordinal);

    /// <summary>耕地3200亩 for 耕地保有量62万亩: too far from a level that holds to be it.</summary>
    public static bool AreFarApart(Quantity target, Quantity reading) =>
        target.Kind == QuantityKind.Level && target.From is null && Numbers.Ratio(reading.BaseValue, target.BaseValue) is { } ratio && (ratio > FarthestLevel || ratio * FarthestLevel < 1);

    /// <summary>检查井1.8万个 for 危险井盖1500个: under another name and so many times what is promised of the whole year, it counts something else.</summary>
    public static bool CountsSomethingElse(Quantity target, Quantity reading) =>
        Kinds.IsVolume(target) && Kinds.IsVolume(reading) && target.MetricKey != reading.MetricKey && Numbers.Ratio(reading.BaseValue, target.BaseValue) > FarthestVolume;

    private static string? ForWhom(string name) => Array.Find(ForEach, name.StartsWith);
}

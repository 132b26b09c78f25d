using Luoshi.Core.Checks.Names;
using Luoshi.Core.Quantities;

namespace Luoshi.Core.Checks.Figures;

/// <summary>低保标准提高到每人每月600元: what each is paid stands from the day it was set, and is not counted up over the year.</summary>
internal static class Standards
{
    private static readonly string[] Endings = ["标准", "水平"];

    private static readonly (string Words, string Time)[] Times = [("每人每月", "/月"), ("每人每年", "/年"), ("人均每月", "/月"), ("人均每年", "/年"), ("每月", "/月"), ("每年", "/年")];

    /// <summary>The figures with such sums of money as levels, by the time for which the text says that they are paid.</summary>
    public static IReadOnlyList<Quantity> AsLevels(string text, IReadOnlyList<Quantity> read) => ReadFigures.Changed(
        read,
        sum => sum is { Kind: QuantityKind.Level, BaseUnit: "元", Unit: "元" } && TimeInName(sum) is var (named, time)
            ? sum with { Metric = sum.Metric![..^named.Length], MetricKey = sum.MetricKey[..^named.Length], Unit = sum.Unit + time, BaseUnit = sum.BaseUnit + time }
            : sum is { Kind: QuantityKind.Amount, BaseUnit: "元", Unit: "元" } && (TimeBefore(text, sum) is not null || MetricWords.EndsWithAny(sum.MetricKey, Endings))
            ? sum with { Kind = QuantityKind.Level, Unit = sum.Unit + TimeBefore(text, sum), BaseUnit = sum.BaseUnit + TimeBefore(text, sum) }
            : null);

    /// <summary>救助水平251.29元/月, where 救助水平213元 is asked for: the standard is paid for the time that either of them names.</summary>
    public static IReadOnlyList<Quantity> AsAsked(IReadOnlyList<Quantity> read, IReadOnlyList<StatedQuantity> targets) => ReadFigures.Changed(
        read,
        told => told is { Kind: QuantityKind.Level, BaseUnit: "元" or "元/月" or "元/年" or "元/人月" or "元/人年" or "元/人/月" or "元/人/年" }
                && targets.FirstOrDefault(target => target.Quantity is { Kind: QuantityKind.Level } asked && asked.BaseUnit != told.BaseUnit && SameTime(asked.BaseUnit, told.BaseUnit) && MetricMatch.Best(asked.MetricKey, told.MetricKey) >= MetricMatch.Enough)?.Quantity is { } standard
            ? told with { Unit = standard.Unit, BaseUnit = standard.BaseUnit }
            : null);

    /// <summary>低保标准每月提高到860元: the time stands before the verb, and is no word of the name.</summary>
    private static (string Words, string Time)? TimeInName(Quantity sum)
    {
        foreach (var time in Times)
        {
            if (sum.MetricKey.Length > time.Words.Length && sum.MetricKey.EndsWith(time.Words, StringComparison.Ordinal) && sum.Metric!.EndsWith(time.Words, StringComparison.Ordinal))
            {
                return time;
            }
        }

        return null;
    }

    private static string? TimeBefore(string text, Quantity sum)
    {
        var before = text.AsSpan(0, sum.ValueSpan.Start);
        foreach (var (words, time) in Times)
        {
            if (before.EndsWith(words, StringComparison.Ordinal))
            {
                return time;
            }
        }

        return null;
    }

    // 元 says no time, and so may be for any.
    private static bool SameTime(string asked, string told) => asked.StartsWith('元') && (asked == "元" || told == "元" || asked[^1] == told[^1]);
}

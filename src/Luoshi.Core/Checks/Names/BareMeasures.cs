using Luoshi.Core.Quantities;

namespace Luoshi.Core.Checks.Names;

/// <summary>
/// 重点项目50个，完成投资4.28亿元。其中省市重点项目完成投资2.13亿元: of several promises of one measure a figure that has the bare measure is of the one
/// whose things the sentence names last before it.
/// </summary>
internal static class BareMeasures
{
    public static bool Tell(CheckedRow row, Quantity target, Quantity reading)
    {
        if (reading.MetricKey is not ("投资" or "资金") || row.Targets.Count(other => other.Quantity.BaseUnit == target.BaseUnit) < 2 || target.BaseUnit != reading.BaseUnit || NameIn(target) is not { } own)
        {
            return false;
        }

        var sentence = Clauses.SentenceAround(row.Progress, reading.Span);
        var before = row.Progress[sentence.Start..Math.Max(sentence.Start, reading.ValueSpan.Start)].Replace("、", "", StringComparison.Ordinal);
        return EndOf(before, own) is > 0 and var end && !row.Targets.Any(other => !ReferenceEquals(other.Quantity, target) && other.Quantity.BaseUnit == target.BaseUnit && NameIn(other.Quantity) is { } rival && EndOf(before, rival) is var later && (later > end || (later == end && rival.Length > own.Length)));
    }

    private static int EndOf(string before, string name) => before.LastIndexOf(name, StringComparison.Ordinal) is >= 0 and var at ? at + name.Length : -1;

    /// <summary>重点项目 of 重点项目完成投资17.68亿元, 省市重点项目 of 其中省市重点项目5.71亿元.</summary>
    private static string? NameIn(Quantity target) =>
        target.Scope is { Length: > 2 } scope ? MetricNames.Key(scope) : target.MetricKey is { Length: > 2 } name && !name.EndsWith("投资", StringComparison.Ordinal) && !name.EndsWith("资金", StringComparison.Ordinal) ? name : null;
}

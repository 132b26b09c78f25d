using Luoshi.Core.Quantities;

namespace Luoshi.Core.Checks.Answers;

/// <summary>一期完成12公里，二期完成8公里: phases of one work, told each with what is done of it, are counted together.</summary>
internal static class PhasesAdded
{
    private static readonly string[] Phases = ["一期", "二期", "三期", "四期", "第一批", "第二批", "第三批", "首批", "一标段", "二标段", "三标段", "一标", "二标", "三标", "东段", "西段", "南段", "北段", "上半段", "下半段"];

    private static readonly string[] Done = ["完成", "完工", "竣工", "建成", "已完成", "通车", "交付", "投用"];

    /// <summary>The readings by their index that tell the phases, each phase once; null where fewer than two are told, or the unit is promised twice.</summary>
    public static List<int>? Of(CheckedRow row, IReadOnlyList<StatedQuantity> readings, Quantity target)
    {
        if (row.Targets.Count(other => other.Quantity.BaseUnit == target.BaseUnit && other.Quantity.Kind == target.Kind) != 1)
        {
            return null;
        }

        var told = new List<(string Phase, int At)>();
        for (var at = 0; at < readings.Count; at++)
        {
            var reading = readings[at].Quantity;
            if (reading.Kind == target.Kind && reading.BaseUnit == target.BaseUnit && reading.WholeIndex is null && PhaseOf(row.Progress, reading) is { } phase)
            {
                if (!Numbers.CanBeAdded(reading.BaseValue) || told.Exists(other => other.Phase == phase))
                {
                    return null;
                }

                told.Add((phase, at));
            }
        }

        return told.Count > 1 && told.Sum(each => readings[each.At].Quantity.BaseValue) <= target.BaseValue ? told.ConvertAll(each => each.At) : null;
    }

    private static string? PhaseOf(string text, Quantity reading)
    {
        var clause = Clauses.Around(text, reading.ValueSpan);
        var before = text[clause.Start..Math.Max(clause.Start, reading.ValueSpan.Start)];
        return Array.Exists(Done, verb => before.EndsWith(verb, StringComparison.Ordinal)) ? Array.Find(Phases, phase => before.Contains(phase, StringComparison.Ordinal)) : null;
    }
}

using Luoshi.Core.Reading;
using Luoshi.Core.Reporting;

namespace Luoshi.Core.Checks;

/// <summary>Columns that say what a month should show: 4月计划, 月度计划, 截至4月底计划进度.</summary>
internal static class PlanColumns
{
    /// <summary>Whether the column holds the cumulative plan for the month. A column for another month, or for one month alone, does not.</summary>
    public static bool IsFor(string header, ReportingPeriod asOf)
    {
        var compact = PlainText.Compact(header);
        if (!compact.Contains("计划", StringComparison.Ordinal) && !compact.Contains("节点目标", StringComparison.Ordinal) && !compact.Contains("阶段目标", StringComparison.Ordinal))
        {
            return false;
        }

        if (compact.Contains("下月", StringComparison.Ordinal) || compact.Contains("下步", StringComparison.Ordinal) || compact.Contains("下一步", StringComparison.Ordinal)
            || compact.Contains("全年", StringComparison.Ordinal) || compact.Contains("年度", StringComparison.Ordinal) || compact.Contains("本月", StringComparison.Ordinal))
        {
            return false;
        }

        return PeriodText.Find(compact) is not { } named ? compact.Contains('月', StringComparison.Ordinal) || compact.Contains("节点", StringComparison.Ordinal) || compact.Contains("阶段", StringComparison.Ordinal)
            : named.In(asOf.Year) == asOf;
    }

    /// <summary>Whether the column holds what the whole year should bring: 年度计划, 全年目标.</summary>
    public static bool IsForYear(string header)
    {
        var compact = PlainText.Compact(header);
        return (compact.Contains("年度", StringComparison.Ordinal) || compact.Contains("全年", StringComparison.Ordinal))
            && (compact.Contains("计划", StringComparison.Ordinal) || compact.Contains("目标", StringComparison.Ordinal)) && !compact.Contains("情况", StringComparison.Ordinal) && !compact.Contains("完成", StringComparison.Ordinal);
    }
}

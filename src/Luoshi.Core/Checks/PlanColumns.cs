using System.Buffers;
using Luoshi.Core.Reading;
using Luoshi.Core.Reporting;

namespace Luoshi.Core.Checks;

/// <summary>Columns that say what a month should show: 4月计划, 月度计划, 截至4月底计划进度; in a plan of its own also 4月 and 1月-3月.</summary>
internal static class PlanColumns
{
    private static readonly SearchValues<char> PeriodSigns = SearchValues.Create("0123456789一二三四五六七八九十第前上下半全年季度月份底末至到-—–~");

    /// <summary>Whether the column holds the cumulative plan for the month. A column for another month, or for one month alone, does not.</summary>
    public static bool IsFor(string header, ReportingPeriod asOf)
    {
        var compact = PlainText.Compact(header);
        if (!IsPlan(compact))
        {
            return false;
        }

        return PeriodText.Find(compact) is not { } named ? compact.Contains('月', StringComparison.Ordinal) || compact.Contains("节点", StringComparison.Ordinal) || compact.Contains("阶段", StringComparison.Ordinal)
            : named.In(asOf.Year) == asOf;
    }

    /// <summary>The month by whose end a column of a plan document asks for what stands in it; null where the column is about no month.</summary>
    public static PeriodMention? MonthIn(string header)
    {
        var compact = PlainText.Compact(header);
        return IsPlan(compact) || compact.AsSpan().IndexOfAnyExcept(PeriodSigns) < 0 ? PeriodText.Find(compact) : null;
    }

    /// <summary>Whether the column names what the figures of the months count: 计划指标（累计）.</summary>
    public static bool NamesMeasure(string header) => PlainText.Compact(header) is var compact && (compact.Contains("指标", StringComparison.Ordinal) || compact.Contains("计量", StringComparison.Ordinal));

    /// <summary>Whether the column holds what the whole year should bring: 年度计划, 全年目标.</summary>
    public static bool IsForYear(string header)
    {
        var compact = PlainText.Compact(header);
        return (compact.Contains("年度", StringComparison.Ordinal) || compact.Contains("全年", StringComparison.Ordinal))
            && (compact.Contains("计划", StringComparison.Ordinal) || compact.Contains("目标", StringComparison.Ordinal)) && !compact.Contains("情况", StringComparison.Ordinal) && !compact.Contains("完成", StringComparison.Ordinal);
    }

    private static bool IsPlan(string compact) =>
        (compact.Contains("计划", StringComparison.Ordinal) || compact.Contains("节点目标", StringComparison.Ordinal) || compact.Contains("阶段目标", StringComparison.Ordinal))
        && !compact.Contains("下月", StringComparison.Ordinal) && !compact.Contains("下步", StringComparison.Ordinal) && !compact.Contains("下一步", StringComparison.Ordinal)
        && !compact.Contains("全年", StringComparison.Ordinal) && !compact.Contains("年度", StringComparison.Ordinal) && !compact.Contains("本月", StringComparison.Ordinal);
}

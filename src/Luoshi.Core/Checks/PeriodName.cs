using System.Globalization;
using Luoshi.Core.Reporting;

namespace Luoshi.Core.Checks;

/// <summary>Months as an office says them.</summary>
internal static class PeriodName
{
    public static string Of(ReportingPeriod from, ReportingPeriod to) => (from.Month, to.Month) switch
    {
        var (first, last) when first == last => Invariant($"{last}月"),
        (1, 3) => "一季度",
        (4, 6) => "二季度",
        (7, 9) => "三季度",
        (10, 12) => "四季度",
        (1, 6) => "上半年",
        (7, 12) => "下半年",
        (1, 12) => "全年",
        var (first, last) => Invariant($"{first}-{last}月"),
    };

    /// <summary>The months of the year so far.</summary>
    public static string YearTo(ReportingPeriod month) => month.Month == 1 ? "1月" : Invariant($"1-{month.Month}月");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

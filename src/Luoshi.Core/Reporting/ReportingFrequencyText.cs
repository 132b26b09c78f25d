using Luoshi.Core.Reading;

namespace Luoshi.Core.Reporting;

/// <summary>The spellings of 报送频次 in documents.</summary>
public static class ReportingFrequencyText
{
    private const int LongestSpelling = 14;

    /// <summary>Reads 月度报, 季报, 每半年, 一月一报, 双周 and the like; null when the text names no frequency or more than one.</summary>
    public static ReportingFrequency? Parse(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var word = PlainText.Compact(text);
        if (word.Length is 0 or > LongestSpelling || word.Contains('、', StringComparison.Ordinal))
        {
            return null;
        }

        // The longer words first: 半年 is inside 年, 双周 inside 周, 半月 inside 月.
        return Has("半年") ? ReportingFrequency.HalfYearly
            : Has("双周") || Has("两周") || Has("半月") || Has("半个月") ? ReportingFrequency.Biweekly
            : Has("周") || Has("每星期") ? ReportingFrequency.Weekly
            : Has("季") ? ReportingFrequency.Quarterly
            : Has("月") ? ReportingFrequency.Monthly
            : Has("年") ? ReportingFrequency.Yearly
            : null;

        bool Has(string part) => word.Contains(part, StringComparison.Ordinal);
    }

    /// <summary>The office's own word: 月度报, 季度报, 半年报, …</summary>
    public static string Name(this ReportingFrequency frequency) => frequency switch
    {
        ReportingFrequency.Weekly => "周报",
        ReportingFrequency.Biweekly => "双周报",
        ReportingFrequency.Monthly => "月度报",
        ReportingFrequency.Quarterly => "季度报",
        ReportingFrequency.HalfYearly => "半年报",
        ReportingFrequency.Yearly => "年度报",
    };
}

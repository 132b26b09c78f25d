using Luoshi.Core.Calendars;

namespace Luoshi.Core.Reporting;

/// <summary>
/// 报送时限规则 — a rule for each frequency. Practice differs (the 25th or the 28th of the month, the 5th or the 10th of the next), so every one
/// can be set; the defaults name where they were seen.
/// </summary>
public sealed record DueRules
{
    private const int LongestOffset = 3;

    /// <summary>Friday. Our choice: no published rule was found.</summary>
    public DueRule Weekly { get; init; } = new() { Weekday = DayOfWeek.Friday };

    /// <summary>Friday of its last week. Our choice, as for a week.</summary>
    public DueRule Biweekly { get; init; } = new() { Weekday = DayOfWeek.Friday };

    /// <summary>The 25th, as in 鄂温克旗. 盘锦市 has the 28th.</summary>
    public DueRule Monthly { get; init; } = new();

    /// <summary>The 25th of the quarter's last month, so that one day closes a month. 蔡甸区 has the 30th.</summary>
    public DueRule Quarterly { get; init; } = new();

    /// <summary>The 25th of June and of December, as in 广丰区.</summary>
    public DueRule HalfYearly { get; init; } = new();

    /// <summary>The 25th of December, as 广丰区 has for its second half.</summary>
    public DueRule Yearly { get; init; } = new();

    public DueRule Of(ReportingFrequency frequency) => frequency switch
    {
        ReportingFrequency.Weekly => Weekly,
        ReportingFrequency.Biweekly => Biweekly,
        ReportingFrequency.Monthly => Monthly,
        ReportingFrequency.Quarterly => Quarterly,
        ReportingFrequency.HalfYearly => HalfYearly,
        ReportingFrequency.Yearly => Yearly,
    };

    /// <inheritdoc cref="DueRule.DueAtUtc"/>
    public DateTime DueAtUtc(ReportingSpan span, WorkdayCalendar calendar, TimeZoneInfo? zone = null) => Of(span.Frequency).DueAtUtc(span, calendar, zone);

    /// <returns>These rules, or a refusal: <c>due-rule-invalid</c>.</returns>
    public Outcome<DueRules> Validated()
    {
        foreach (var frequency in Enum.GetValues<ReportingFrequency>())
        {
            if (Mistake(frequency, Of(frequency)) is { } mistake)
            {
                return new Refusal("due-rule-invalid", $"{frequency.Name()}的报送时限：{mistake}。");
            }
        }

        return this;
    }

    private static string? Mistake(ReportingFrequency frequency, DueRule rule)
    {
        if (frequency is ReportingFrequency.Weekly or ReportingFrequency.Biweekly)
        {
            return rule.Weekday is not { } weekday || !Enum.IsDefined(weekday) ? "请选定星期几"
                : rule.WeekOffset is < 0 or > LongestOffset ? $"推后的周数应为0到{LongestOffset}"
                : rule.MonthOffset != 0 ? "按周报送的，不能再推后几个月，请填0"
                : null;
        }

        return rule.Weekday is not null ? "按月、季、半年、年报送的，请填每月几日，不选星期几"
            : rule.DayOfMonth is < 1 or > 31 ? "日期应为1到31，当月没有这一天的按月末算"
            : rule.MonthOffset is < 0 or > LongestOffset ? $"推后的月数应为0到{LongestOffset}"
            : rule.WeekOffset != 0 ? "按月、季、半年、年报送的，不能再推后几周，请填0"
            : null;
    }
}

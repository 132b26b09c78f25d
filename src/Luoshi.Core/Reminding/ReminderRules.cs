using Luoshi.Core.Reporting;

namespace Luoshi.Core.Reminding;

/// <summary>催报规则 — when a unit is reminded. Days are workdays; all are our own choice, and an office may set them.</summary>
public sealed record ReminderRules
{
    /// <summary>How long before the due day a weekly return is first asked for. Nought: not before the due day.</summary>
    public int WeeklyAhead { get; init; } = 1;

    public int BiweeklyAhead { get; init; } = 2;

    public int MonthlyAhead { get; init; } = 3;

    public int QuarterlyAhead { get; init; } = 5;

    public int HalfYearlyAhead { get; init; } = 7;

    public int YearlyAhead { get; init; } = 10;

    /// <summary>The first reminders after the due day, in workdays, rising.</summary>
    public IReadOnlyList<int> After { get; init; } = [1, 3];

    /// <summary>From the last of <see cref="After"/> on, how many workdays from one reminder to the next.</summary>
    public int Every { get; init; } = 3;

    /// <summary>No second message to a unit within so many hours, whatever it is about.</summary>
    public int QuietHours { get; init; } = 20;

    /// <summary>Nothing is sent earlier in the day, by the office's clock.</summary>
    public TimeOnly From { get; init; } = new(8, 30);

    public int Ahead(ReportingFrequency frequency) => frequency switch
    {
        ReportingFrequency.Weekly => WeeklyAhead,
        ReportingFrequency.Biweekly => BiweeklyAhead,
        ReportingFrequency.Monthly => MonthlyAhead,
        ReportingFrequency.Quarterly => QuarterlyAhead,
        ReportingFrequency.HalfYearly => HalfYearlyAhead,
        ReportingFrequency.Yearly => YearlyAhead,
    };

    /// <returns>These rules, or a refusal: <c>reminder-rules-invalid</c>.</returns>
    public Outcome<ReminderRules> Validated()
    {
        var mistake = Enum.GetValues<ReportingFrequency>().Any(frequency => Ahead(frequency) is < 0 or > 30) ? "提前的工作日数应为0到30"
            : !After.Prepend(0).SequenceEqual(After.Prepend(0).Distinct().Order()) ? "逾期后的催报日应从1起、由小到大，不重复"
            : Every is < 1 or > 30 ? "逾期后再催的间隔应为1到30个工作日"
            : QuietHours is < 0 or > 240 ? "两次催报的最短间隔应为0到240小时"
            : null;
        return mistake is null ? this : new Refusal("reminder-rules-invalid", $"催报规则：{mistake}。");
    }
}

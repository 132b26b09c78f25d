using Luoshi.Core.Reporting;

namespace Luoshi.Core.Tests.Reporting;

public sealed class ReadingPeriodsAndDates
{
    [Theory]
    [InlineData("2024 年政府工作报告重点工作完成情况（4 月）", 2024, 4)]
    [InlineData("4 月完成情况", null, 4)]
    [InlineData("1-10月推进情况", null, 10)]
    [InlineData("1—10月推进情况", null, 10)]
    [InlineData("2023年1月至11月进展", 2023, 11)]
    [InlineData("截至6月底进展情况", null, 6)]
    [InlineData("一季度完成情况", null, 3)]
    [InlineData("前三季度完成情况", null, 9)]
    [InlineData("2024年上半年重点工作", 2024, 6)]
    [InlineData("２０２４年１２月", 2024, 12)]
    [InlineData("二〇二四年四月份", 2024, 4)]
    [InlineData("四月完成情况", null, 4)]
    [InlineData("2024-05 进展", 2024, 5)]
    [InlineData("2024.5重点工作完成情况", 2024, 5)]
    [InlineData("2024年1-5月重点项目进展", 2024, 5)]
    [InlineData("2024年5月工作完成情况及6月工作计划", 2024, 5)]
    [InlineData("2025年底完成情况", 2025, 12)]
    public void The_last_month_named_is_the_period(string text, int? year, int month)
    {
        Assert.Equal(new PeriodMention(year, month), PeriodText.Find(text));
    }

    [Theory]
    [InlineData("2024年政府工作报告重点任务分解表")]
    [InlineData("年度目标")]
    [InlineData("完成情况")]
    [InlineData("13月")]
    [InlineData("")]
    public void A_year_alone_or_no_month_is_no_period(string text)
    {
        Assert.Null(PeriodText.Find(text));
    }

    [Theory]
    [InlineData("2024年4月28日", "2024-04-28")]
    [InlineData("2024 年 4 月 28 日", "2024-04-28")]
    [InlineData("填报日期：2024-4-8", "2024-04-08")]
    [InlineData("2024.04.28", "2024-04-28")]
    [InlineData("二〇二四年四月二十八日", "2024-04-28")]
    [InlineData("2024年2月30日", null)]
    [InlineData("2024年1-5月", null)]
    [InlineData("4月28日", null)]
    public void A_whole_date_is_found_and_an_impossible_one_is_not(string text, string? date)
    {
        Assert.Equal(date, DateText.Find(text)?.ToString("yyyy-MM-dd", null));
    }

    [Theory]
    [InlineData("6月底", "2024-06-30")]
    [InlineData("12月底前", "2024-12-31")]
    [InlineData("2月", "2024-02-29")]
    [InlineData("10月1日", "2024-10-01")]
    [InlineData("2025年6月", "2025-06-30")]
    [InlineData("三季度末", "2024-09-30")]
    [InlineData("上半年", "2024-06-30")]
    [InlineData("年底前", "2024-12-31")]
    [InlineData("2025年底前", "2025-12-31")]
    [InlineData("6.30", "2024-06-30")]
    [InlineData("12/31前", "2024-12-31")]
    [InlineData("2024.6", "2024-06-30")]
    [InlineData("6月上旬", "2024-06-10")]
    [InlineData("6月中旬", "2024-06-20")]
    [InlineData("6月30日前完成方案，12月底前建成", "2024-12-31")]
    [InlineData("6月15日、12月15日前", "2024-12-15")]
    [InlineData("2023年10月1日", "2023-10-01")]
    [InlineData("2025年6月15日前、9月1日前", "2025-09-01")]
    [InlineData("每月25日前", null)]
    [InlineData("2024年", "2024-12-31")]
    [InlineData("长期坚持", null)]
    [InlineData("持续推进", null)]
    public void A_deadline_is_the_last_day_it_allows(string deadline, string? date)
    {
        Assert.Equal(date, DateText.LastDayOf(deadline, 2024)?.ToString("yyyy-MM-dd", null));
    }
}

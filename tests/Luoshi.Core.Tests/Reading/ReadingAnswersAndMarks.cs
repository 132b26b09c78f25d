using Luoshi.Core.Reading;

namespace Luoshi.Core.Tests.Reading;

public sealed class ReadingAnswersAndMarks
{
    [Theory]
    [InlineData("是")]
    [InlineData(" 是 ")]
    [InlineData("√")]
    [InlineData("达序")]
    [InlineData("已达序")]
    [InlineData("已完成")]
    [InlineData("按序时推进")]
    [InlineData("超进度")]
    [InlineData("是（超额完成）")]
    [InlineData("☑是 □否")]
    [InlineData("是☑ 否□")]
    [InlineData("基本完成")]
    [InlineData("100%")]
    [InlineData("√是")]
    public void The_spellings_of_yes(string text)
    {
        Assert.True(PlanMetText.Parse(text));
    }

    [Theory]
    [InlineData("否")]
    [InlineData("×")]
    [InlineData("未达序")]
    [InlineData("未完成")]
    [InlineData("欠进度")]
    [InlineData("滞后")]
    [InlineData("基本未完成")]
    [InlineData("序时进度滞后")]
    [InlineData("慢序时")]
    [InlineData("未按计划完成")]
    [InlineData("否，已约谈")]
    [InlineData("□是 ☑否")]
    [InlineData("是□否☑")]
    public void The_spellings_of_no(string text)
    {
        Assert.False(PlanMetText.Parse(text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("85%")]
    [InlineData("已完成80%")]
    [InlineData("推进中")]
    [InlineData("已开工")]
    [InlineData("未到时间节点")]
    [InlineData("□是 □否")]
    public void What_is_no_answer_is_not_stated(string text)
    {
        Assert.Null(PlanMetText.Parse(text));
    }

    [Theory]
    [InlineData("/", true)]
    [InlineData("／", true)]
    [InlineData("——", true)]
    [InlineData("无", true)]
    [InlineData("无。", true)]
    [InlineData("暂无", true)]
    [InlineData("\u3000", true)]
    [InlineData("无锡项目已签约", false)]
    [InlineData("0", false)]
    [InlineData("一", false)]
    public void Marks_for_nothing_say_nothing(string text, bool nothing)
    {
        Assert.Equal(nothing, PlainText.IsNothing(text));
    }

    [Theory]
    [InlineData("12", 12)]
    [InlineData("１２", 12)]
    [InlineData("十二", 12)]
    [InlineData("二十", 20)]
    [InlineData("廿三", 23)]
    [InlineData("一百零五", 105)]
    [InlineData("二〇二四", 2024)]
    [InlineData("⑫", 12)]
    public void Whole_numbers_in_every_spelling(string text, int number)
    {
        Assert.True(ChineseNumber.TryParse(text, out var value));
        Assert.Equal(number, value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1.5")]
    [InlineData("十十")]
    [InlineData("99999999999999999999")]
    [InlineData("第三")]
    public void What_is_no_whole_number_is_not_read(string text)
    {
        Assert.False(ChineseNumber.TryParse(text, out _));
    }

    [Theory]
    [InlineData("1. 完成改造", "完成改造")]
    [InlineData("1、完成改造", "完成改造")]
    [InlineData("（一）完成改造", "完成改造")]
    [InlineData("一、完成改造", "完成改造")]
    [InlineData("①完成改造", "完成改造")]
    [InlineData("3.5公里管网", "3.5公里管网")]
    [InlineData("10月完工", "10月完工")]
    public void A_list_mark_is_taken_off_and_a_number_is_not(string line, string text)
    {
        Assert.Equal(text, ListMark.Strip(line));
    }
}

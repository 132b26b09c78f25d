using Luoshi.Core.Ledgers;

namespace Luoshi.Core.Tests.Ledgers;

public sealed class SentencesOfAWorkReport
{
    private static readonly string[] s_report =
    [
        "政府工作报告",
        "一、2023年工作回顾",
        "改造老旧小区21个，惠及居民9460户。",
        "二、2024年重点工作",
        "（一）扩大有效投资",
        "项目是稳增长的压舱石。全年新开工亿元以上项目30个，竣工投产15个！",
        "（二）办好民生实事",
        "改造老旧小区24个，新增停车位1200个。改造老旧街巷24条，新增停车位900个。",
    ];

    [Fact]
    public void Stand_under_their_headings_and_the_year_gone_by_is_left_out()
    {
        var sentences = SourceSentences.Read(s_report);

        Assert.Equal(["政府工作报告", "项目是稳增长的压舱石。", "全年新开工亿元以上项目30个，竣工投产15个！", "改造老旧小区24个，新增停车位1200个。", "改造老旧街巷24条，新增停车位900个。"], sentences.Select(sentence => sentence.Text));
        Assert.Equal("二、2024年重点工作 / （一）扩大有效投资", sentences[1].Heading);
        Assert.Equal("办好民生实事", sentences[3].Theme);
        Assert.Equal([1, 2, 3, 4, 5], sentences.Select(sentence => sentence.Position));
    }

    [Theory]
    [InlineData("新开工亿元以上项目30个", "全年新开工亿元以上项目30个，竣工投产15个！")]
    [InlineData("改造老旧小区24个。", "改造老旧小区24个，新增停车位1200个。")]
    public void Are_found_by_the_words_of_the_task(string content, string expected)
    {
        var found = SourceSentences.Find(SourceSentences.Read(s_report), content);

        Assert.Equal(expected, found?.Text);
    }

    [Theory]
    [InlineData("新增停车位。")]
    [InlineData("建成幼儿园3所。")]
    [InlineData("")]
    public void Are_not_guessed_where_two_are_as_likely_or_none_is(string content)
    {
        var found = SourceSentences.Find(SourceSentences.Read(s_report), content);

        Assert.Null(found);
    }
}

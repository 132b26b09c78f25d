using CsCheck;
using Luoshi.Core.Reporting;

namespace Luoshi.Core.Tests.Reporting;

public sealed class ComparingTwoTexts
{
    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.OneOf("新建", "管网", "累计", "完成", "2,400", "2,600", "3.5", "１２", "套", "亿元", "100%", "三十二", "，", "。", "；", "\n", "GDP", " ", "𠮷").Array[0, 60].Select(string.Concat),
        Gen.String[0, 80]);

    [Fact]
    public void A_changed_figure_is_shown_whole()
    {
        var segments = Shown("累计开工安置房2,400套，完成投资3.5亿元。", "累计开工安置房2,600套，完成投资3.8亿元。");

        Assert.Equal("累计开工安置房[-2,400-][+2,600+]套，完成投资[-3.5亿-][+3.8亿+]元。", segments);
    }

    [Theory]
    [InlineData("完成80%。", "完成85%。", "完成[-80%-][+85%+]。")]
    [InlineData("完成１２家。", "完成１５家。", "完成[-１２-][+１５+]家。")]
    [InlineData("培育三十二家。", "培育三十五家。", "培育[-三十二-][+三十五+]家。")]
    [InlineData("截至2024.4.28。", "截至2024.5.28。", "截至[-2024.4.28-][+2024.5.28+]。")]
    [InlineData("建设管网，", "建成管线，", "建[-设管网-][+成管线+]，")]
    [InlineData("已开工。", "已全面开工。", "已[+全面+]开工。")]
    [InlineData("已开工。预计6月建成。", "已开工。", "已开工。[-预计6月建成。-]")]
    [InlineData("", "已开工。", "[+已开工。+]")]
    [InlineData("已开工。", "已开工。", "已开工。")]
    [InlineData("", "", "")]
    public void What_was_changed_stands_where_it_was_changed(string before, string after, string shown) => Assert.Equal(shown, Shown(before, after));

    [Fact]
    public void Far_apart_sentences_are_not_joined_by_chance_characters()
    {
        var segments = Shown(
            "青岚医院主体封顶。正在开展内部装修和设备招标，预计年底前竣工。",
            "青岚医院主体封顶。因施工单位更换而停工，区卫健局已约谈有关企业负责人并重新排定了工期。");

        Assert.Equal("青岚医院主体封顶。[-正在开展内部装修和设备招标，预计年底前竣工。-][+因施工单位更换而停工，区卫健局已约谈有关企业负责人并重新排定了工期。+]", segments);
    }

    [Fact]
    public void The_segments_give_both_texts_back() => Gen.Select(Texts, Texts).Sample(
        (before, after) => AssertGivesBack(before, after, TextDifference.Between(before, after)),
        iter: 20_000);

    [Theory]
    [InlineData("完成", "未完")]
    [InlineData("1", "2")]
    [InlineData("。", "；")]
    [InlineData("一", "1,")]
    public void Long_texts_without_anything_in_common_are_compared_to_the_end(string one, string other)
    {
        var (before, after) = (string.Concat(Enumerable.Repeat(one, 20_000)), string.Concat(Enumerable.Repeat(other, 20_000)));

        AssertGivesBack(before, after, TextDifference.Between(before, after));
    }

    private static void AssertGivesBack(string before, string after, IReadOnlyList<TextSegment> segments)
    {
        Assert.Equal(before, string.Concat(segments.Where(segment => segment.Change != TextChange.Added).Select(segment => segment.Text)));
        Assert.Equal(after, string.Concat(segments.Where(segment => segment.Change != TextChange.Removed).Select(segment => segment.Text)));
        Assert.All(segments, segment => Assert.NotEmpty(segment.Text));
        Assert.All(segments.Zip(segments.Skip(1)), pair => Assert.NotEqual(pair.First.Change, pair.Second.Change));
    }

    private static string Shown(string before, string after) => string.Concat(TextDifference.Between(before, after).Select(segment => segment.Change switch
    {
        TextChange.Same => segment.Text,
        TextChange.Removed => $"[-{segment.Text}-]",
        TextChange.Added => $"[+{segment.Text}+]",
    }));
}

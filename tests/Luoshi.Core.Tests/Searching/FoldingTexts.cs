using CsCheck;
using Luoshi.Core.Searching;

namespace Luoshi.Core.Tests.Searching;

/// <summary>What of a spelling matters to a search, and where the word is shown.</summary>
public sealed class FoldingTexts
{
    [Theory]
    [InlineData("筹集2,400套", "2400套")]
    [InlineData("筹集２，４００套", "２，４００")]
    [InlineData("总额1,234,567元", "1234567")]
    [InlineData("ＧＤＰ增长", "gdp")]
    [InlineData("第一行\n第二行", "行第")]
    [InlineData("完成 52 %", "52%")]
    public void A_spelling_is_found_by_another(string text, string word)
    {
        Assert.Contains(FoldedText.Of(word).Folded, FoldedText.Of(text).Folded, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("增长5,100家", "5100")]
    [InlineData("1,2,3", "123")]
    [InlineData("12,4000", "124000")]
    public void Only_a_comma_before_three_digits_is_left_out(string text, string word)
    {
        Assert.Equal(text == "增长5,100家", FoldedText.Of(text).Folded.Contains(word, StringComparison.Ordinal));
    }

    [Fact]
    public void A_word_is_shown_as_it_was_written()
    {
        var text = "筹集 2,400 套，已交付２４００套。";

        var shown = FoldedText.Of(text).Find(FoldedText.Of("2400套").Folded).Select(span => span.Of(text));

        Assert.Equal(["2,400 套", "２４００套"], shown);
    }

    [Fact]
    public void Folding_twice_changes_nothing()
    {
        Gen.String.Sample(text => Assert.Equal(FoldedText.Of(text).Folded, FoldedText.Of(FoldedText.Of(text).Folded).Folded));
    }

    [Fact]
    public void Whatever_the_text_a_part_of_it_lies_whole_in_a_piece()
    {
        Gen.Select(Gen.Char['一', '龥'].Array[1, 5_000], Gen.Int[0, 4_999], Gen.Int[1, SearchGrams.LongestWord]).Sample((characters, start, length) =>
        {
            var folded = FoldedText.Of(new string(characters)).Folded;
            var from = start % folded.Length;
            var word = folded.Substring(from, Math.Min(length, folded.Length - from));

            Assert.Contains(SearchGrams.Pieces(folded), piece => piece.Contains(word, StringComparison.Ordinal));
        }, iter: 200);
    }
}

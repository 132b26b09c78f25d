using Luoshi.Documents.Reading;

namespace Luoshi.Documents.Tests.Reading.Pdf;

/// <summary>A cell 110 points wide with room for ten letters of size 10 between insets of 5.</summary>
public sealed class PrintedLines
{
    [Fact]
    public void A_full_line_goes_on_without_a_separator() =>
        Assert.Equal("已完成路基二点一公里占全长六成", Cell("已完成路基二点一公里", "占全长六成"));

    [Fact]
    public void A_short_line_ends_its_paragraph() =>
        Assert.Equal("完成选址四处。\n尚未开工，手续待批。", Cell("完成选址四处。", "尚未开工，手续待批。"));

    [Fact]
    public void A_line_broken_early_to_keep_punctuation_off_its_start_goes_on() =>
        Assert.Equal("已完成路基二点一公里，占全长六成", Cell("已完成路基二点一公", "里，占全长六成"));

    [Fact]
    public void A_list_mark_after_a_sentence_begins_a_paragraph() =>
        Assert.Equal("一是完成选址共四处。\n2.尚未开工", Cell("一是完成选址共四处。", "2.尚未开工"));

    [Fact]
    public void A_figure_at_the_start_of_a_line_is_no_list_mark() =>
        Assert.Equal("一般公共预算收入增长2.5亿元", Cell("一般公共预算收入增长", "2.5亿元"));

    [Fact]
    public void A_printed_space_is_kept_and_none_invented() =>
        Assert.Equal("2024 年4月", Cell("2024 年4月"));

    [Fact]
    public void A_letter_printed_twice_for_bold_is_one_letter()
    {
        var file = ACell().Text(55, 280, "重点工作").Text(55.3, 280, "重点工作").ToArray();

        Assert.Equal("重点工作", TextOf(file));
    }

    [Fact]
    public void A_letter_said_twice_is_two_letters() =>
        Assert.Equal("人人有责", Cell("人人有责"));

    [Fact]
    public void A_raised_letter_stays_in_its_line()
    {
        var file = ACell().Text(55, 280, "建成9平方m").Text(115, 283.5, "2", size: 6).ToArray();

        Assert.Equal("建成9平方m2", TextOf(file));
    }

    private static TinyPdf ACell() => new TinyPdf().Grid([50, 160, 300], [100, 300]).Text(180, 280, "区住建局");

    private static string Cell(params string[] lines)
    {
        var pdf = ACell();
        for (var i = 0; i < lines.Length; i++)
        {
            pdf.Text(55, 280 - (15 * i), lines[i]);
        }

        return TextOf(pdf.ToArray());
    }

    private static string TextOf(byte[] file) => Assert.IsType<TableBlock>(Assert.Single(PdfFixtures.Read(file).Blocks)).Rows[0].Cells[0].Text;
}

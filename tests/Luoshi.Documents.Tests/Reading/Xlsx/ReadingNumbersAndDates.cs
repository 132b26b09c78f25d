using Luoshi.Documents.Tests.Builders;
using static Luoshi.Documents.Tests.Builders.XlsxFile;

namespace Luoshi.Documents.Tests.Reading.Xlsx;

/// <summary>45412 is 2024-04-30, a Tuesday.</summary>
public sealed class ReadingNumbersAndDates
{
    [Theory]
    [InlineData("0.30000000000000004", "0.3")]
    [InlineData("434.99999999999994", "435")]
    [InlineData("-0", "0")]
    [InlineData("-12.5", "-12.5")]
    [InlineData("1E-3", "0.001")]
    [InlineData("33090219900101", "33090219900101")]
    [InlineData(" 7 ", "7")]
    [InlineData("不是数", "不是数")]
    [InlineData("NaN", "NaN")]
    [InlineData("1E999", "1E999")]
    public void Without_a_format_a_number_has_its_fifteen_digits(string value, string shown)
    {
        Assert.Equal(shown, WithRows($"<row r=\"1\"><c r=\"A1\"><v>{value}</v></c></row>").OnlyText());
    }

    [Theory]
    [InlineData("0.00%", "0.12345", "12.35%")]
    [InlineData("0%", "0.285", "29%")]
    [InlineData("#,##0", "1234567.5", "1,234,568")]
    [InlineData("_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ ", "1234.5", "1,234.50")]
    [InlineData("_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ ", "0", "-")]
    [InlineData("0.00", "1.005", "1.01")]
    [InlineData("0.0\"亿元\"", "5.25", "5.3亿元")]
    [InlineData("0.0亿元", "5.25", "5.3亿元")]
    [InlineData("G/通用格式\"项\"", "5.5", "5.5项")]
    [InlineData("G/通用格式", "0.30000000000000004", "0.3")]
    [InlineData("¥#,##0.00", "12.5", "¥12.50")]
    [InlineData("[$￥-804]#,##0", "12", "￥12")]
    [InlineData("0!.0,\"万\"", "123456", "12.3万")]
    [InlineData("[=1]\"是\";[=0]\"否\";General", "1", "是")]
    [InlineData("[红色]0", "3", "3")]
    [InlineData("00000", "12", "00012")]
    [InlineData("@", "5.5", "5.5")]
    [InlineData("[DBNum1][$-804]General\"、\"", "21", "二十一、")]
    [InlineData("[DBNum1]0", "1024", "一千〇二十四")]
    [InlineData("[DBNum1]0", "12", "十二")]
    [InlineData("[DBNum1]0", "0", "〇")]
    [InlineData("[DBNum1]General", "12.5", "12.5")]
    [InlineData("bad[[[\"", "5", "5")]
    [InlineData("", "5", "5")]
    public void A_number_is_shown_by_its_format(string format, string value, string shown)
    {
        Assert.Equal(shown, Styled(value).Formats(format).OnlyText());
    }

    [Theory]
    [InlineData("yyyy\"年\"m\"月\"d\"日\"", "2024年4月30日")]
    [InlineData("[$-804]yyyy\"年\"m\"月\"d\"日\";@", "2024年4月30日")]
    [InlineData("yyyy年m月d日", "2024年4月30日")]
    [InlineData("yyyy\"年\"m\"月\"", "2024年4月")]
    [InlineData("yyyy-mm-dd", "2024-04-30")]
    [InlineData("yyyy\\.m\\.d", "2024.4.30")]
    [InlineData("[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\";@", "二〇二四年四月三十日")]
    [InlineData("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "2024年4月30日")]
    [InlineData("[$-804]aaaa;@", "星期二")]
    [InlineData("aaa", "周二")]
    [InlineData("mmm-yy", "Apr-24")]
    public void A_date_is_shown_by_its_format(string format, string shown)
    {
        Assert.Equal(shown, Styled("45412").Formats(format).OnlyText());
    }

    [Theory]
    [InlineData(14, "2024/4/30")]
    [InlineData(22, "2024/4/30 14:24")]
    [InlineData(27, "2024年4月")]
    [InlineData(31, "2024年4月30日")]
    [InlineData(36, "2024年4月")]
    [InlineData(50, "2024年4月")]
    [InlineData(55, "下午2时24分")]
    [InlineData(57, "2024年4月")]
    [InlineData(58, "4月30日")]
    [InlineData(20, "14:24")]
    [InlineData(9, "4541260%")]
    [InlineData(4, "45,412.60")]
    [InlineData(99, "45412.6")]
    public void Built_in_formats_are_those_of_a_chinese_edition(int id, string shown)
    {
        Assert.Equal(shown, Styled("45412.6").BuiltInFormats(id).OnlyText());
    }

    [Fact]
    public void A_workbook_that_counts_from_1904_is_four_years_on()
    {
        Assert.Equal("2024/4/30", Styled("43950").BuiltInFormats(14).CountingFrom1904().OnlyText());
        Assert.Equal("43950", Styled("43950").BuiltInFormats(1).CountingFrom1904().OnlyText());
    }

    [Fact]
    public void A_date_before_the_calendar_begins_shows_its_number()
    {
        Assert.Equal("-5", Styled("-5").BuiltInFormats(14).OnlyText());
    }

    [Fact]
    public void A_style_that_is_not_there_is_general()
    {
        Assert.Equal("45412", WithRows("<row r=\"1\"><c r=\"A1\" s=\"12345\"><v>45412</v></c></row>").BuiltInFormats(14).OnlyText());
    }

    [Theory]
    [InlineData(0, "2024/4/30")]
    [InlineData(31, "2024年4月30日")]
    public void A_date_written_as_a_date_is_shown_by_its_format(int id, string shown)
    {
        var file = WithRows("<row r=\"1\"><c r=\"A1\" s=\"0\" t=\"d\"><v>2024-04-30T00:00:00</v></c></row>").BuiltInFormats(id);

        Assert.Equal(shown, file.OnlyText());
    }

    [Fact]
    public void A_format_may_put_words_around_text()
    {
        var file = WithRows("<row r=\"1\"><c r=\"A1\" s=\"0\" t=\"str\"><v>发改</v></c></row>").Formats("\"区\"@\"局\"");

        Assert.Equal("区发改局", file.OnlyText());
    }

    [Fact]
    public void A_format_longer_than_excel_allows_is_general()
    {
        Assert.Equal("5", Styled("5").Formats(new string('0', 256)).OnlyText());
    }

    private static XlsxFile Styled(string value) => WithRows($"<row r=\"1\"><c r=\"A1\" s=\"0\"><v>{value}</v></c></row>");
}

using System.Text;

namespace Luoshi.Documents.Tests.Reading.Text;

public sealed class DecodingText
{
    private const string Sample = "青岚区2024年重点工作\n第一季度完成63%，镕、堃、㙍、𠮷都在。\n";

    public static TheoryData<string> Encodings => ["utf-8", "utf-8-bom", "utf-16", "utf-16-bom", "utf-16be", "utf-16be-bom", "gb18030"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Every_encoding_an_office_saves_in_is_read(string name)
    {
        var document = TextReading.Read(Encode(Sample, name));

        Assert.Equal(Sample.Split('\n', StringSplitOptions.RemoveEmptyEntries), document.Paragraphs());
        Assert.Empty(document.Problems);
    }

    [Fact]
    public void Damaged_utf_8_stays_utf_8_and_is_told()
    {
        var file = Encoding.UTF8.GetBytes("第一行\n" + Sample);
        file[12] = 0xFF;

        var document = TextReading.Read(file);

        Assert.Contains("第一季度完成63%，镕、堃、㙍、𠮷都在。", document.Paragraphs());
        var problem = Assert.Single(document.Problems);
        Assert.Equal(("undecodable-characters", 2), (problem.Code, problem.Location.Line));
    }

    [Theory]
    [InlineData("89504E470D0A1A0A0000000D", "图片")]
    [InlineData("FFD8FFE000104A464946", "图片")]
    [InlineData("4D5A90000300000004000000", "程序")]
    [InlineData("526172211A070100", "解压")]
    [InlineData("377ABCAF271C0004", "解压")]
    [InlineData("1F8B080000000000", "解压")]
    [InlineData("7B5C727466315C616E7369", "另存为 .docx")]
    [InlineData("00010203040506070809", "认不出")]
    public void What_is_no_text_is_refused_by_its_name(string bytes, string words)
    {
        var refused = TextReading.Refused(Convert.FromHexString(bytes));

        Assert.Equal("unknown-format", refused.Refusal.Code);
        Assert.Contains(words, refused.Refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_may_begin_with_the_letters_of_a_program()
    {
        var document = TextReading.Read("MZ系列设备采购\n");

        Assert.Equal(["MZ系列设备采购"], document.Paragraphs());
    }

    private static byte[] Encode(string text, string name)
    {
        var encoding = name.StartsWith("gb", StringComparison.Ordinal) ? CodePagesEncodingProvider.Instance.GetEncoding(54936)!
            : name.StartsWith("utf-8", StringComparison.Ordinal) ? Encoding.UTF8
            : name.StartsWith("utf-16be", StringComparison.Ordinal) ? Encoding.BigEndianUnicode
            : Encoding.Unicode;
        return name.EndsWith("bom", StringComparison.Ordinal) ? [.. encoding.GetPreamble(), .. encoding.GetBytes(text)] : encoding.GetBytes(text);
    }
}

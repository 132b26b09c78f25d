using System.Text;
using CsCheck;
using Luoshi.Documents.Reading;

namespace Luoshi.Documents.Tests.Reading.Text;

public sealed class HostileText
{
    private const int Megabyte = 1_000_000;

    // The clock of a loaded machine decides nothing here: what is linear ends long before, what is not still ends.
    private static readonly ReadLimits Patient = ReadLimits.Upload with { Time = TimeSpan.FromMinutes(1) };

    [Theory]
    [InlineData('a')]
    [InlineData('*')]
    [InlineData('<')]
    [InlineData('&')]
    [InlineData('"')]
    [InlineData(',')]
    [InlineData('\t')]
    [InlineData('|')]
    [InlineData('-')]
    [InlineData('\n')]
    [InlineData('\\')]
    [InlineData('`')]
    public void Twenty_megabytes_of_one_character_are_read_or_refused(char character)
    {
        var file = Encoding.UTF8.GetBytes(new string(character, 20 * Megabyte));

        AssertReadOrRefused(file);
    }

    [Theory]
    [InlineData("<html>", "<b>", "nested-too-deep")]
    [InlineData("<html>", "<div>", "nested-too-deep")]
    [InlineData("<html>", "<table>", "nested-too-deep")]
    [InlineData("", "<table>", "nested-too-deep")]
    [InlineData("<html><table>", "<tr>", null)]
    [InlineData("<html><table>", "<td rowspan=9 colspan=9>", "too-many-cells")]
    [InlineData("<html>", "<p>", null)]
    [InlineData("<html>", "<!--", null)]
    [InlineData("<html>", "<a \"> \"", null)]
    [InlineData("<html>", "</", null)]
    [InlineData("<html>", "<script>", null)]
    [InlineData("<html>", "<p style='display:none'>", null)]
    [InlineData("序号\t内容\t说明\n", "1\t<p a=1 ", null)]
    [InlineData("序号\t内容\t说明\n", "\t\"", null)]
    [InlineData("序号,内容,说明\n", "\"\n", null)]
    [InlineData("序号,内容,说明\n", ",\"a\"\"", null)]
    [InlineData("", "|甲|乙|\n", "too-many-cells")]
    [InlineData("", "甲\t乙\n", "too-many-cells")]
    [InlineData("", "a *b _c `d ~~e **f ", "cell-too-long")]
    [InlineData("", "<!--", "cell-too-long")]
    public void A_million_repetitions_are_read_or_refused(string before, string repeated, string? code)
    {
        var file = Encoding.UTF8.GetBytes(before + new StringBuilder().Insert(0, repeated, Megabyte));

        var refusal = AssertReadOrRefused(file);

        Assert.True(code is null || code == refusal, refusal);
    }

    [Fact]
    public void Problems_beyond_the_thousandth_are_counted_in_one()
    {
        var document = TextReading.Read(string.Concat(Enumerable.Repeat("— 3 —\n", 5_000)));

        Assert.Equal(1001, document.Problems.Count);
        Assert.Equal("more-problems", document.Problems[^1].Code);
        Assert.Contains("4000", document.Problems[^1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_of_ten_megabytes_is_refused()
    {
        var refused = TextReading.Refused(Encoding.UTF8.GetBytes("序号\t内容\t说明\n1\t" + new string('修', 10 * Megabyte / 3) + "\t/\n"));

        Assert.Equal("cell-too-long", refused.Refusal.Code);
    }

    [Fact]
    public void Many_rows_under_a_long_merge_are_refused_before_they_fill_the_memory()
    {
        var page = new StringBuilder("<html><table><tr>").Insert(17, "<td rowspan=65534>", 5_000).Insert(17 + (18 * 5_000), "<tr><td>", 5_000);

        var refused = TextReading.Refused(Encoding.UTF8.GetBytes(page.ToString()));

        Assert.Equal("too-many-cells", refused.Refusal.Code);
    }

    [Fact]
    public void Mutated_documents_are_read_or_refused()
    {
        var mutation =
            from document in OneOf(Documents)
            from edits in Gen.Select(Gen.Int[0, 10_000], Gen.Int[0, 40], OneOf(Fragments)).Array[1, 12]
            select (document, edits);

        mutation.Sample(
            m =>
            {
                var bytes = new List<byte>(m.document);
                foreach (var (place, removed, fragment) in m.edits)
                {
                    var at = place % (bytes.Count + 1);
                    bytes.RemoveRange(at, Math.Min(removed, bytes.Count - at));
                    bytes.InsertRange(at, fragment);
                }

                AssertReadOrRefused([.. bytes]);
            },
            iter: 40_000);
    }

    private static byte[][] Documents { get; } =
    [
        .. new[]
        {
            "# 标题\n\n张某区长\n\n序号\t工作内容\t牵头单位\t完成情况\n1\t修路\t区住建局\t<p><b>已</b>开工</p>\n---\t---\t---\t---\n\n2\t\"治\n水\"\t区水利局\t完成\n— 1 —\n",
            "| 序号 | 工作内容 | 牵头单位 |\n|:--|---|--:|\n| 1 | **修**路\\|桥<br>二 | 区住建局&lt;甲&gt; |\n\n| 2 | `码` | 乙 |\n",
            "标题,,\n序号,工作内容,牵头单位\n1,\"修路,\"\"架\"\"桥\r\n二\",区住建局\n2,'+5%,乙\n",
            "<html><body><h1>标题</h1><table><col style='display:none'><tr><td rowspan=2>一</td><td colspan=3>二</td></tr><tr style=\"display:none\"><td>三<table><tr><td>四</td></tr></table></td></tr></table><p>完&nbsp;<span style='mso-list:Ignore'>l</span></p></body></html>",
        }.Select(Encoding.UTF8.GetBytes),
    ];

    private static byte[][] Fragments { get; } =
    [
        [0xFF, 0xFE], [0], [0xE5], [0x81, 0x30], [],
        .. new[]
        {
            "\t", "|", ",", ";", "\"", "\n", "\r", "\f", "\n\n", "\\", "*", "**", "`", "<", ">", "&", "&#0;", "&#x110000;", "&lt;", "<table>", "</table>", "<tr>", "<td",
            "<td rowspan=0 colspan=99999>", "</td>", "<!--", "-->", "<span style='display:none'>", "<span style=mso-list:Ignore>", "</span>", "<p a='", "<col span=-1>", "'", "=",
            "序号", "---", "Version:0.9 StartHTML:", "<html>", "</html>", "sep=,\n",
        }.Select(Encoding.UTF8.GetBytes),
    ];

    private static Gen<T> OneOf<T>(T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    /// <summary>Any other exception fails the test. Returns the code of the refusal, null where the document was read.</summary>
    private static string? AssertReadOrRefused(byte[] file)
    {
        try
        {
            Assert.NotNull(TextReading.Read(file, Patient));
            return null;
        }
        catch (RefusedDocumentException refused)
        {
            Assert.Matches("[\u4e00-\u9fff]", refused.Refusal.Message);
            return refused.Refusal.Code;
        }
    }
}

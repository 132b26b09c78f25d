using Luoshi.Core.Reading;

namespace Luoshi.Documents.Tests.Reading.Text;

public sealed class ReadingCommaSeparatedValues
{
    [Fact]
    public void Titles_above_the_header_are_paragraphs()
    {
        var document = TextReading.Read("青岚区重点工作,,\n报送单位：区发改局,,\n序号,工作内容,牵头单位\n1,修路,区住建局\n");

        Assert.Equal(["青岚区重点工作", "报送单位：区发改局"], document.Paragraphs());
        Assert.Equal(["序号¦工作内容¦牵头单位", "1¦修路¦区住建局"], Assert.Single(document.Tables()).Rows());
    }

    [Fact]
    public void Quotes_hold_delimiters_line_breaks_and_doubled_quotes()
    {
        var document = TextReading.Read("序号,工作内容,\"是否完成\n月度计划\"\r\n1,\"修路,\r\n“通车”\"\"好\"\"；验收\",是\r\n2,治水，清淤,否\r\n");

        var table = Assert.Single(document.Tables());
        Assert.Equal(["序号¦工作内容¦是否完成↵月度计划", "1¦修路,↵“通车”\"好\"；验收¦是", "2¦治水，清淤¦否"], table.Rows());
        Assert.Equal([1, 3, 5], table.Rows.Select(r => r.Location.Line));
    }

    [Fact]
    public void Semicolons_part_fields_where_the_header_says_so()
    {
        var document = TextReading.Read("序号;工作内容;牵头单位\n1;修路,架桥;区住建局\n");

        Assert.Equal(["序号¦工作内容¦牵头单位", "1¦修路,架桥¦区住建局"], Assert.Single(document.Tables()).Rows());
    }

    [Fact]
    public void The_apostrophe_before_what_looks_like_a_formula_is_taken_off()
    {
        var document = TextReading.Read("序号,工作内容,完成情况\n1,'+5%,'-3.2%\n2,'=A1,'十四五'\n");

        Assert.Equal(["1¦+5%¦-3.2%", "2¦=A1¦'十四五'"], document.Tables()[0].Rows()[1..]);
    }

    [Fact]
    public void A_stray_quote_is_text_and_told()
    {
        var document = TextReading.Read("序号,工作内容,牵头单位\n1,\"双招双引\"工作,区投促中心\n2,\"修路,区住建局\n");

        Assert.Equal(["1¦\"双招双引\"工作¦区投促中心", "2¦\"修路¦区住建局"], document.Tables()[0].Rows()[1..]);
        Assert.Equal([2, 3], document.Problems.Where(p => p is { Code: "stray-quote", Severity: ProblemSeverity.Warning }).Select(p => p.Location.Line));
    }

    [Theory]
    [InlineData("深化改革,扩大开放。\n推进建设,加快进度,按期完工。\n狠抓落实。\n")]
    [InlineData("持续优化环境,提升服务,增强活力。\n切实保障民生,扩大就业,稳定增收。\n全面加强治理,压实责任,守牢底线。\n")]
    [InlineData("一季度完成63%,同比增长5%;二季度,计划完成。\n")]
    public void Prose_with_commas_is_prose(string text)
    {
        var document = TextReading.Read(text);

        Assert.Empty(document.Tables());
        Assert.Equal(text.Split('\n', StringSplitOptions.RemoveEmptyEntries), document.Paragraphs());
    }

    [Fact]
    public void A_torn_row_keeps_its_column_and_a_blank_record_ends_the_table()
    {
        var document = TextReading.Read("序号,工作内容,牵头单位\n1,修路,区住建局\n,,\n,并架桥,\n2,治水,区水利局\n");

        Assert.Equal(["¦并架桥¦", "2¦治水¦区水利局"], document.Tables()[1].Rows());
    }
}

using Luoshi.Core.Reading;

namespace Luoshi.Documents.Tests.Reading.Text;

public sealed class ReadingTextLines
{
    [Fact]
    public void Markdown_marks_are_gone_and_every_paragraph_knows_its_line()
    {
        var document = TextReading.Read("# 青岚区**重点工作**\n\n---\n> 报送单位：`区发改局`\n- *第一*项\n");

        Assert.Equal(["青岚区重点工作", "报送单位：区发改局", "第一项"], document.Paragraphs());
        Assert.Equal([1, 4, 5], document.Blocks.Select(b => b.Location.Line));
    }

    [Theory]
    [InlineData("面积为3*4*5米")]
    [InlineData("#1机组并网")]
    [InlineData(">5%即为达标")]
    [InlineData("区委组织部<区委人才办>")]
    [InlineData("若a<b 且 c>d则退回")]
    [InlineData("文件名a_b_c不变")]
    [InlineData("第__季度完成____个")]
    [InlineData("-3.2%")]
    public void What_only_looks_like_markup_stays(string text)
    {
        var document = TextReading.Read(text);

        Assert.Equal([text], document.Paragraphs());
    }

    [Fact]
    public void Stray_tags_break_lines_and_entities_are_decoded_once()
    {
        var document = TextReading.Read("<p>一、<b>开工</b></p> <p>二、区委&lt;人才办&gt;&amp;lt;</p><br/>三、完成<!-- 注 -->");

        Assert.Equal(["一、开工\n二、区委<人才办>&lt;\n三、完成"], document.Paragraphs());
    }

    [Theory]
    [InlineData("— 3 —")]
    [InlineData("-3-")]
    [InlineData("第 3 页 共 9 页")]
    [InlineData("共9页，第3页")]
    [InlineData("Page 3 of 9")]
    public void A_page_number_is_left_out_and_told(string line)
    {
        var document = TextReading.Read($"青岚区\n{line}\n");

        Assert.Equal(["青岚区"], document.Paragraphs());
        var problem = Assert.Single(document.Problems);
        Assert.Equal((ProblemSeverity.Info, "page-number", 2), (problem.Severity, problem.Code, problem.Location.Line));
    }

    [Fact]
    public void Tabbed_rows_are_a_table_that_a_blank_line_ends()
    {
        var document = TextReading.Read("张某区长\n序号\t工作内容\t牵头单位\n1\t修路\t区住建局\n---\t----\t---\n\n2\t治水\t区水利局\n\t并清淤\t\n");

        Assert.Equal(["张某区长"], document.Paragraphs());
        Assert.Equal(["序号¦工作内容¦牵头单位", "1¦修路¦区住建局"], document.Tables()[0].Rows());
        Assert.Equal(["2¦治水¦区水利局", "¦并清淤¦"], document.Tables()[1].Rows());
        Assert.Equal([6, 7], document.Tables()[1].Rows.Select(r => r.Location.Line));
    }

    [Fact]
    public void A_single_row_after_a_page_break_is_a_table_though_cells_are_missing_or_too_many()
    {
        var document = TextReading.Read("序号\t工作内容\t牵头单位\t完成情况\n\n1\t修路\t区住建局\n\n2\t治水\t区水利局\t完成\t是\n");

        Assert.Equal(["1¦修路¦区住建局"], document.Tables()[1].Rows());
        Assert.Equal(["2¦治水¦区水利局¦完成¦是"], document.Tables()[2].Rows());
    }

    [Theory]
    [InlineData("一、\t总体情况良好，各项工作稳步推进。")]
    [InlineData("\t各单位要高度重视。\n\t请按时报送。")]
    [InlineData("审签人：\t\t填报人：\t\t日期：")]
    [InlineData("总则\t1\n分则\t3\n附则\t9")]
    [InlineData("甲|乙两方案均可")]
    public void Aligned_prose_is_no_table(string text)
    {
        var document = TextReading.Read(text);

        Assert.Empty(document.Tables());
        Assert.NotEmpty(document.Paragraphs());
    }

    [Fact]
    public void A_copied_cell_with_line_breaks_is_one_cell_and_the_offices_own_quotes_stay()
    {
        var document = TextReading.Read("序号\t工作内容\t牵头单位\n1\t\"第一行\n\n第\"\"二\"\"行\"\t区住建局\n2\t\"一号工程\"开工\t\"双招双引\"\n");

        Assert.Equal(["序号¦工作内容¦牵头单位", "1¦第一行↵第\"二\"行¦区住建局", "2¦\"一号工程\"开工¦\"双招双引\""], document.Tables()[0].Rows());
        Assert.Equal([1, 2, 5], document.Tables()[0].Rows.Select(r => r.Location.Line));
    }

    [Theory]
    [InlineData("| 序号 | 内容 |\n|:--|--:|\n| 1 | 甲\\|乙<br>**丙** |\n")]
    [InlineData("序号|内容\n--|--\n1|甲\\|乙<br>`丙`\n")]
    public void Piped_rows_are_a_table_with_or_without_a_frame(string text)
    {
        var document = TextReading.Read(text);

        Assert.Equal(["序号¦内容", "1¦甲|乙↵丙"], Assert.Single(document.Tables()).Rows());
    }

    [Fact]
    public void Empty_cells_of_a_piped_row_keep_their_columns()
    {
        var document = TextReading.Read("| 序号 | 内容 | 说明 |\n| --- | --- | --- |\n|  | 续 |  |\n");

        Assert.Equal(["序号¦内容¦说明", "¦续¦"], Assert.Single(document.Tables()).Rows());
    }

    [Fact]
    public void A_table_written_as_html_inside_markdown_is_a_table_and_the_lines_after_it_are_counted_on()
    {
        var document = TextReading.Read("# 标题\n<table>\n<tr><td>序号</td><td>内容</td></tr>\n</table>\n后文\n");

        Assert.Equal(["序号¦内容"], Assert.Single(document.Tables()).Rows());
        Assert.Equal(["标题", "后文"], document.Paragraphs());
        Assert.Equal(5, document.Blocks[^1].Location.Line);
    }
}

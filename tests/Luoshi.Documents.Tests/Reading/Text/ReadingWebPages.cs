using System.Text;
using Luoshi.Documents.Reading;

namespace Luoshi.Documents.Tests.Reading.Text;

public sealed class ReadingWebPages
{
    [Fact]
    public void The_clipboard_of_a_spreadsheet_is_a_table()
    {
        var document = TextReading.Read(
            "Version:0.9\r\nStartHTML:00000097\r\nEndHTML:00000300\r\nStartFragment:00000131\r\nEndFragment:00000264\r\n"
            + "<html xmlns:x=\"urn:x\"><head><style>td {color:red}</style><!--[if gte mso 9]><xml><x>1</x></xml><![endif]--></head><body>"
            + "<table><!--StartFragment--><col width=64><tr><td>序号</td><td class=\"a>b\">工作\r\n内容</td></tr>"
            + "<tr><td x:num>1</td><td>修路<br>架&nbsp;桥&amp;lt;</td></tr><!--EndFragment--></table></body></html>");

        Assert.Equal(["序号¦工作内容", "1¦修路↵架 桥&lt;"], Assert.Single(document.Tables()).Rows());
        Assert.Empty(document.Paragraphs());
    }

    [Fact]
    public void Text_outside_tables_is_paragraphs_in_order()
    {
        var document = TextReading.Read("<!DOCTYPE html><html><head><title>不读</title></head><body><h1>青岚区</h1><p>4月<p>区长<table><caption>单位：个</caption><tr><td>1</td></tr></table><div>后文</div><script>var a='<p>';</script></body></html>");

        Assert.Equal(["青岚区", "4月", "区长", "单位：个", "后文"], document.Paragraphs());
        Assert.IsType<TableBlock>(document.Blocks[4]);
    }

    [Fact]
    public void Spans_are_resolved_to_the_grid()
    {
        var document = TextReading.Read("<html><table><tr><td rowspan=2>甲</td><td colspan=2>乙</td></tr><tr><td>丙</td><td>丁</td></tr></table></html>");

        var rows = Assert.Single(document.Tables()).Rows;
        Assert.Equal([new TableCell("甲", 0), new TableCell("乙", 1, 2)], rows[0].Cells);
        Assert.Equal([new TableCell(string.Empty, 0, 1, true), new TableCell("丙", 1), new TableCell("丁", 2)], rows[1].Cells);
    }

    [Fact]
    public void A_lying_span_is_cut()
    {
        var document = TextReading.Read("<html><table><tr><td colspan=1000000>甲</td><td rowspan=99999999>乙</td></tr><tr><td>丙</td></tr></table></html>");

        var rows = Assert.Single(document.Tables()).Rows;
        Assert.Equal(1000, rows[0].Cells[0].Span);
        Assert.Equal(["丙", ""], rows[1].Cells.Select(c => c.Text));
    }

    [Fact]
    public void A_nested_table_belongs_to_its_cell()
    {
        var document = TextReading.Read("<html><table><tr><td>前<table><tr><td>甲</td><td>乙</td></tr><tr><td>丙</td></tr></table>后</td><td>旁</td></tr></table></html>");

        Assert.Equal(["前↵甲 乙↵丙↵后¦旁"], Assert.Single(document.Tables()).Rows());
    }

    [Fact]
    public void Hidden_rows_are_read_and_hidden_columns_are_not_and_both_are_told()
    {
        var document = TextReading.Read("<html><table><col><col style='display:none'><tr><td>甲</td><td>密</td></tr><tr style=\"display: none\"><td>乙</td><td>密</td></tr><tr style='display:none'><td></td></tr></table></html>");

        Assert.Equal(["甲", "乙"], Assert.Single(document.Tables()).Rows());
        Assert.Equal(["hidden-column", "hidden-row"], document.Problems.Select(p => p.Code));
    }

    [Fact]
    public void Hidden_text_is_not_read_and_told()
    {
        var document = TextReading.Read("<html><p>可见<span style='display:none'>不<span>可</span>见</span>之处</p></html>");

        Assert.Equal(["可见之处"], document.Paragraphs());
        Assert.Equal("hidden-text", Assert.Single(document.Problems).Code);
    }

    [Fact]
    public void Words_list_numbers_are_text_and_its_bullets_are_not()
    {
        var document = TextReading.Read(
            "<html><p><![if !supportLists]><span style='mso-list:Ignore'>1、<span>&nbsp; </span></span><![endif]>修路</p>"
            + "<p><![if !supportLists]><span style='font-family:Wingdings'><span style='mso-list:Ignore'>l<span>&nbsp; </span></span></span><![endif]>架桥</p></html>");

        Assert.Equal(["1、修路", "架桥"], document.Paragraphs());
    }

    [Fact]
    public void A_page_in_a_legacy_encoding_is_decoded()
    {
        var gb = CodePagesEncodingProvider.Instance.GetEncoding(936)!;

        var document = TextReading.Read(gb.GetBytes("<html><meta charset=gb2312><p>青岚区</p></html>"));

        Assert.Equal(["青岚区"], document.Paragraphs());
    }
}

using static Luoshi.Documents.Tests.Builders.DocxFile;
using static Luoshi.Documents.Tests.Reading.Docx.ReadWord;

namespace Luoshi.Documents.Tests.Reading.Docx;

public sealed class ReadingWordText
{
    [Fact]
    public void Runs_are_joined_with_the_spaces_they_keep() =>
        Assert.Equal(["同比增长 5.2%"], Paragraphs("<w:p>" + Run("同比增长") + Run(" ") + Run("5.2") + Run("%") + "</w:p>"));

    [Fact]
    public void Full_width_digits_stay_as_they_are() =>
        Assert.Equal(["新增１２个，投资３.５亿元"], Paragraphs(Paragraph("新增１２个，投资３.５亿元")));

    [Fact]
    public void Tabs_and_soft_breaks_are_characters_and_page_breaks_are_nothing() =>
        Assert.Equal(
            ["一\t二\n三\n四五六"],
            Paragraphs("""<w:p><w:r><w:t>一</w:t><w:tab/><w:t>二</w:t><w:br/><w:t>三</w:t><w:cr/><w:t>四</w:t><w:br w:type="page"/><w:t>五</w:t><w:lastRenderedPageBreak/><w:br w:type="column"/><w:t>六</w:t></w:r></w:p>"""));

    [Fact]
    public void Tab_stops_of_a_paragraph_are_no_text() =>
        Assert.Equal(["一"], Paragraphs(ParagraphOf("""<w:tabs><w:tab w:val="left" w:pos="420"/></w:tabs>""", Run("一"))));

    [Fact]
    public void A_hyphen_that_does_not_break_is_a_hyphen() =>
        Assert.Equal(["1-4月"], Paragraphs("<w:p><w:r><w:t>1</w:t><w:noBreakHyphen/><w:t>4月</w:t></w:r></w:p>"));

    [Theory]
    [InlineData("Wingdings 2", "F050", "√")]
    [InlineData("Wingdings 2", "0052", "☑")]
    [InlineData("Wingdings", "F0A8", "□")]
    [InlineData("宋体", "2103", "℃")]
    public void A_symbol_that_forms_are_filled_in_with_is_a_character(string font, string code, string expected) =>
        Assert.Equal(expected, CellText($"""<w:p><w:r><w:sym w:font="{font}" w:char="{code}"/></w:r></w:p>"""));

    [Fact]
    public void A_symbol_without_a_meaning_is_told() =>
        Assert.Equal(["unknown-symbol"], Problems("""<w:p><w:r><w:sym w:font="Wingdings 3" w:char="F041"/></w:r></w:p>"""));

    [Fact]
    public void Line_ends_of_the_markup_are_spaces() =>
        Assert.Equal(["一 二"], Paragraphs("<w:p><w:r><w:t>一\n二</w:t></w:r></w:p>"));

    [Fact]
    public void Text_inside_links_tags_and_content_controls_is_read() =>
        Assert.Equal(
            ["一二三四五"],
            Paragraphs(
                """<w:p><w:hyperlink r:id="x">""" + Run("一") + """</w:hyperlink><w:smartTag w:element="d">""" + Run("二") + "</w:smartTag><w:sdt><w:sdtContent>"
                + Run("三") + """</w:sdtContent></w:sdt><w:customXml w:element="u">""" + Run("四") + "</w:customXml><w:bdo>" + Run("五") + "</w:bdo></w:p>"));

    [Fact]
    public void The_prompt_of_an_empty_content_control_is_no_text()
    {
        var control = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + Run("单击此处输入文字") + "</w:sdtContent></w:sdt>";

        Assert.Equal("填报：是", CellText("<w:p>" + Run("填报：") + control + Run("是") + "</w:p>"));
        Assert.Equal(["placeholder-text"], Problems("<w:p>" + control + "</w:p>"));
    }

    [Fact]
    public void A_field_shows_its_result_and_not_its_instruction()
    {
        var field = """<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>"""
            + Run("12") + """<w:r><w:fldChar w:fldCharType="end"/></w:r>""";

        Assert.Equal(["第12页"], Paragraphs("<w:p>" + Run("第") + field + Run("页") + "</w:p>"));
    }

    [Fact]
    public void The_result_of_a_field_inside_an_instruction_is_not_shown()
    {
        static string Mark(string type) => $"""<w:r><w:fldChar w:fldCharType="{type}"/></w:r>""";
        var inner = Mark("begin") + "<w:r><w:instrText>REF a</w:instrText></w:r>" + Mark("separate") + Run("内") + Mark("end");
        var outer = Mark("begin") + "<w:r><w:instrText>IF </w:instrText></w:r>" + inner + Mark("separate") + Run("外") + Mark("end");

        Assert.Equal(["外"], Paragraphs("<w:p>" + outer + "</w:p>"));
    }

    [Fact]
    public void A_field_that_is_never_closed_swallows_its_paragraph_at_most() =>
        Assert.Equal(["后"], Paragraphs("""<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r></w:p>""", Paragraph("后")));

    [Fact]
    public void A_simple_field_shows_its_result() =>
        Assert.Equal(["2024年"], Paragraphs("""<w:p><w:fldSimple w:instr=" DATE ">""" + Run("2024年") + "</w:fldSimple></w:p>"));

    [Theory]
    [InlineData("""<w:fldSimple w:instr=" DDEAUTO c:\\x "><w:r><w:t>甲</w:t></w:r></w:fldSimple>""")]
    [InlineData("""<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DDE</w:instrText></w:r><w:r><w:instrText>AUTO cmd</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>甲</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>""")]
    public void A_field_that_fetches_from_outside_keeps_its_text_and_is_told(string field)
    {
        Assert.Equal(["甲"], Paragraphs($"<w:p>{field}</w:p>"));
        Assert.Equal(["external-field"], Problems($"<w:p>{field}</w:p>"));
    }

    [Fact]
    public void Hidden_text_is_left_out_and_told()
    {
        var paragraph = "<w:p>" + Run("完成") + Run("（内部口径）", "<w:vanish/>") + Run("5个", """<w:vanish w:val="0"/>""") + "</w:p>";

        Assert.Equal(["完成5个"], Paragraphs(paragraph));
        Assert.Equal(["hidden-text"], Problems(paragraph));
    }

    [Fact]
    public void Text_boxes_are_no_cell_text_in_either_of_their_variants()
    {
        const string Inside = "<w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent>";
        var box = $"""<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx>{Inside}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{Inside}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>""";

        Assert.Equal("前后", CellText("<w:p>" + Run("前") + box + Run("后") + "</w:p>"));
        Assert.Equal(["text-box"], Problems("<w:p>" + box + "</w:p>"));
    }

    [Fact]
    public void Of_alternative_contents_the_first_that_shows_anything_is_read()
    {
        static string Alternatives(string choice, string fallback) =>
            $"""<w:p><mc:AlternateContent><mc:Choice Requires="w14">{choice}</mc:Choice><mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent></w:p>""";

        Assert.Equal(["新", "旧"], Paragraphs(Alternatives(Run("新"), Run("旧")), Alternatives("<w14:unknown/>", Run("旧"))));
    }

    [Fact]
    public void A_picture_in_a_table_is_told() =>
        Assert.Equal(["picture-in-cell"], Problems(Table(RowOf("", Cell("<w:p><w:r><w:drawing><wp:inline/></w:drawing></w:r></w:p>")))));

    [Fact]
    public void Ruby_shows_its_base_text_only() =>
        Assert.Equal(
            ["落实"],
            Paragraphs("<w:p><w:r><w:ruby><w:rubyPr/><w:rt>" + Run("luò") + "</w:rt><w:rubyBase>" + Run("落") + "</w:rubyBase></w:ruby></w:r>" + Run("实") + "</w:p>"));

    [Fact]
    public void Marks_of_comments_and_notes_are_no_text() =>
        Assert.Equal(
            ["正文"],
            Paragraphs("""<w:p><w:commentRangeStart w:id="0"/>""" + Run("正文") + """<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>"""));

    [Fact]
    public void A_formula_is_read_as_the_text_in_it() =>
        Assert.Equal(["S=100"], Paragraphs("<w:p><m:oMath><m:r><m:t>S=100</m:t></m:r></m:oMath></w:p>"));

    [Fact]
    public void A_document_put_inside_is_not_followed_and_told() =>
        Assert.Equal(["embedded-document"], Problems("""<w:altChunk r:id="x"/>"""));

    [Fact]
    public void The_strict_variant_of_the_standard_reads_the_same()
    {
        var body = Paragraph("标题") + Table(RowOf("", Cell(Paragraph("1"), """<w:gridSpan w:val="2"/>""")), Row("甲", "乙"));

        Assert.Equal(Read(Of(body)).Blocks.Count, Read(Of(body).AsStrict()).Blocks.Count);
        Assert.Equal([["1"], ["甲", "乙"]], Texts(Of(body).AsStrict()));
    }

    [Fact]
    public void The_document_is_found_where_the_package_says_it_is() =>
        Assert.Equal(["一"], Paragraphs(Of(Paragraph("一")).WithMainPart("word/document2.xml").WithPart("word/document.xml", "<x/>")));
}

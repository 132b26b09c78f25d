using Luoshi.Documents.Reading;
using Luoshi.Documents.Reading.Docx.Numbering;
using static Luoshi.Documents.Tests.Builders.DocxFile;
using static Luoshi.Documents.Tests.Reading.Docx.ReadWord;

namespace Luoshi.Documents.Tests.Reading.Docx;

public sealed class PuttingAutomaticNumbersBack
{
    private const string NoSpace = """<w:suff w:val="nothing"/>""";

    [Fact]
    public void A_cell_with_nothing_but_a_number_has_the_number()
    {
        var table = Table(
            RowOf("", Cell(Numbered(1)), Cell(Paragraph("甲"))),
            RowOf("", Cell(Numbered(1)), Cell(Paragraph("乙"))));

        Assert.Equal([["1", "甲"], ["2", "乙"]], Texts(Of(table).WithNumbering(List(Level(0, "decimal", "%1")))));
        Assert.Equal([["1.", "甲"], ["2.", "乙"]], Texts(Of(table).WithNumbering(List(Level(0, "decimal", "%1.")))));
    }

    [Fact]
    public void What_follows_the_number_is_a_space_or_nothing()
    {
        var file = Of(Numbered(1, 0, "夯实产业"), Numbered(1, 1, "招商"))
            .WithNumbering(List(Level(0, "chineseCountingThousand", "%1、", NoSpace), Level(1, "decimal", "%2.", """<w:suff w:val="tab"/>""")));

        Assert.Equal(["一、夯实产业", "1. 招商"], Paragraphs(file));
    }

    [Fact]
    public void Deeper_levels_begin_anew_below_a_higher_one()
    {
        var file = Of(Numbered(1), Numbered(1, 1), Numbered(1, 1), Numbered(1), Numbered(1, 1))
            .WithNumbering(List(Level(0, "decimal", "%1"), Level(1, "decimal", "%1.%2")));

        Assert.Equal(["1", "1.1", "1.2", "2", "2.1"], Paragraphs(file));
    }

    [Fact]
    public void A_level_that_never_restarts_goes_on()
    {
        var file = Of(Numbered(1), Numbered(1, 1), Numbered(1), Numbered(1, 1))
            .WithNumbering(List(Level(0, "decimal", "%1"), Level(1, "decimal", "%2", """<w:lvlRestart w:val="0"/>""")));

        Assert.Equal(["1", "1", "2", "2"], Paragraphs(file));
    }

    [Fact]
    public void A_legal_level_shows_higher_levels_in_digits()
    {
        var file = Of(Numbered(1), Numbered(1, 1))
            .WithNumbering(List(Level(0, "chineseCounting", "第%1章"), Level(1, "decimal", "%1.%2", "<w:isLgl/>")));

        Assert.Equal(["第一章", "1.1"], Paragraphs(file));
    }

    [Fact]
    public void A_list_of_the_same_look_goes_on_unless_it_sets_a_start()
    {
        const string Lists = """<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>""";
        var file = Of(Numbered(1), Numbered(2), Numbered(3), Numbered(3)).WithNumbering(List(Level(0, "decimal", "%1")) + Lists);

        Assert.Equal(["1", "2", "1", "2"], Paragraphs(file));
    }

    [Fact]
    public void A_list_may_replace_a_level()
    {
        var changed = """<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">""" + Level(0, "upperLetter", "%1)", start: 3) + "</w:lvlOverride></w:num>";

        Assert.Equal(["C)"], Paragraphs(Of(Numbered(2)).WithNumbering(List(Level(0, "decimal", "%1")) + changed)));
    }

    [Fact]
    public void A_style_brings_its_numbering_through_the_styles_it_is_based_on()
    {
        const string Styles = """
            <w:style w:type="paragraph" w:styleId="1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
            <w:style w:type="paragraph" w:styleId="2"><w:basedOn w:val="1"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>
            <w:style w:type="paragraph" w:styleId="3"><w:basedOn w:val="1"/></w:style>
            """;
        var file = Of(
            ParagraphOf("""<w:pStyle w:val="1"/>""", Run("总则")),
            ParagraphOf("""<w:pStyle w:val="2"/>""", Run("目标")),
            ParagraphOf("""<w:pStyle w:val="3"/>""", Run("附则")),
            ParagraphOf("""<w:pStyle w:val="3"/><w:numPr><w:numId w:val="0"/></w:numPr>""", Run("无号")));

        var paragraphs = Paragraphs(file.WithStyles(Styles).WithNumbering(List(Level(0, "decimal", "%1"), Level(1, "decimal", "%1.%2"))));

        Assert.Equal(["1 总则", "1.1 目标", "2 附则", "无号"], paragraphs);
    }

    [Fact]
    public void A_level_tied_to_a_style_is_the_level_of_that_style()
    {
        var file = Of(ParagraphOf("""<w:pStyle w:val="H2"/>""", Run("目标")))
            .WithStyles("""<w:style w:type="paragraph" w:styleId="H2"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>""")
            .WithNumbering(List(Level(0, "decimal", "%1"), Level(1, "lowerLetter", "%2)", """<w:pStyle w:val="H2"/>""")));

        Assert.Equal(["a) 目标"], Paragraphs(file));
    }

    [Fact]
    public void A_definition_may_point_at_a_numbering_style()
    {
        const string Styles = """<w:style w:type="numbering" w:styleId="N"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>""";
        const string Linked = """<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="N"/></w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="5"/></w:num>""";

        Assert.Equal(["1", "2"], Paragraphs(Of(Numbered(7), Numbered(7)).WithStyles(Styles).WithNumbering(List(Level(0, "decimal", "%1")) + Linked)));
    }

    [Fact]
    public void Styles_based_on_each_other_do_no_harm()
    {
        const string Circle = """<w:style w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style>""";

        Assert.Equal(["一"], Paragraphs(Of(ParagraphOf("""<w:pStyle w:val="a"/>""", Run("一"))).WithStyles(Circle).WithNumbering(List(Level(0, "decimal", "%1")))));
    }

    [Fact]
    public void Bullets_are_decoration() =>
        Assert.Equal(["一"], Paragraphs(Of(Numbered(1, 0, "一")).WithNumbering(List(Level(0, "bullet", "")))));

    [Fact]
    public void A_paragraph_whose_mark_was_deleted_takes_no_number()
    {
        var deleted = ParagraphOf("""<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del w:id="1" w:author="x"/></w:rPr>""", Run("甲"));

        Assert.Equal(["1 甲乙"], Paragraphs(Of(deleted, Numbered(1, 0, "乙")).WithNumbering(List(Level(0, "decimal", "%1")))));
    }

    [Fact]
    public void The_number_of_a_second_paragraph_of_a_cell_stands_before_it() =>
        Assert.Equal([["前\n1 后"]], Texts(Of(Table(RowOf("", Cell(Paragraph("前") + Numbered(1, 0, "后"))))).WithNumbering(List(Level(0, "decimal", "%1")))));

    [Fact]
    public void Cells_covered_by_a_vertical_merge_are_not_counted()
    {
        var table = Table(
            RowOf("", Cell(Numbered(1), """<w:vMerge w:val="restart"/>""")),
            RowOf("", Cell(Numbered(1), "<w:vMerge/>")),
            RowOf("", Cell(Numbered(1))));

        var document = Read(Of(table).WithNumbering(List(Level(0, "decimal", "%1"))));

        Assert.Equal(["1", "", "2"], ((TableBlock)document.Blocks[0]).Rows.Select(row => row.Cells[0].Text));
        Assert.Empty(document.Problems);
    }

    [Theory]
    [InlineData("decimal", 12, "12")]
    [InlineData("decimalZero", 3, "03")]
    [InlineData("decimalFullWidth", 12, "１２")]
    [InlineData("decimalEnclosedCircle", 1, "①")]
    [InlineData("decimalEnclosedCircleChinese", 20, "⑳")]
    [InlineData("decimalEnclosedCircle", 21, "21")]
    [InlineData("decimalEnclosedParen", 2, "⑵")]
    [InlineData("ideographEnclosedCircle", 10, "㊉")]
    [InlineData("upperLetter", 28, "BB")]
    [InlineData("lowerLetter", 26, "z")]
    [InlineData("upperRoman", 1994, "MCMXCIV")]
    [InlineData("lowerRoman", 4, "iv")]
    [InlineData("lowerRoman", 4000, "4000")]
    [InlineData("chineseCounting", 10, "十")]
    [InlineData("chineseCounting", 23, "二十三")]
    [InlineData("chineseCounting", 105, "一〇五")]
    [InlineData("chineseCountingThousand", 11, "十一")]
    [InlineData("chineseCountingThousand", 105, "一百零五")]
    [InlineData("chineseCountingThousand", 110, "一百一十")]
    [InlineData("chineseCountingThousand", 2004, "二千零四")]
    [InlineData("japaneseCounting", 30, "三十")]
    [InlineData("ideographDigital", 20, "二〇")]
    [InlineData("ideographTraditional", 3, "丙")]
    [InlineData("ideographZodiac", 12, "亥")]
    [InlineData("chineseLegalSimplified", 12, "壹拾贰")]
    [InlineData("none", 5, "")]
    [InlineData("aFormatOfTomorrow", 5, "5")]
    [InlineData("upperLetter", 999_999_999, "999999999")]
    public void Numbers_are_written_in_the_format_of_their_level(string format, int number, string expected) =>
        Assert.Equal(expected, NumberFormats.Write(number, format));
}

using Luoshi.Core.Reading;
using Luoshi.Documents.Reading;
using Luoshi.Documents.Tests.Builders;
using static Luoshi.Documents.Tests.Builders.XlsxFile;

namespace Luoshi.Documents.Tests.Reading.Xlsx;

public sealed class ReadingTextInCells
{
    [Fact]
    public void A_shared_string_is_the_text_of_every_cell_that_points_to_it()
    {
        var file = WithRows("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>1</v></c><c r=\"B1\" t=\"s\"><v>0</v></c><c r=\"C1\" t=\"s\"><v>1</v></c></row>")
            .SharedStrings("<si><t>区发改局</t></si><si><t>是</t></si>");

        Assert.Equal(["table", "0 是 | 1 区发改局 | 2 是"], file.Lines());
    }

    [Fact]
    public void Rich_runs_are_joined_and_reading_aids_left_out()
    {
        var file = SharedText(
            "<r><rPr><b/></rPr><t>完成</t></r><r><t xml:space=\"preserve\"> 80%</t></r><rPh sb=\"0\" eb=\"2\"><t>wancheng</t></rPh><phoneticPr fontId=\"1\"/>");

        Assert.Equal("完成 80%", file.OnlyText());
    }

    [Fact]
    public void Runs_after_a_reading_aid_still_count()
    {
        Assert.Equal("甲乙", SharedText("<r><t>甲</t></r><rPh><r><t>jia</t></r></rPh><r><t>乙</t></r>").OnlyText());
    }

    [Fact]
    public void Inline_strings_may_be_rich_too()
    {
        var file = WithRows("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><r><t>新建</t></r><r><t>公园</t></r></is></c></row>");

        Assert.Equal("新建公园", file.OnlyText());
    }

    [Fact]
    public void Line_breaks_of_every_spelling_are_one()
    {
        Assert.Equal("一\n二\n三\n四", Inline("一&#10;二_x000D_\n三&#13;四").OnlyText());
    }

    [Fact]
    public void Escapes_are_resolved_once_and_control_characters_dropped()
    {
        Assert.Equal("甲_x000D_乙丙", Inline("甲_x005F_x000D_乙_x0001_丙").OnlyText());
    }

    [Fact]
    public void What_only_looks_like_an_escape_stays()
    {
        Assert.Equal("文件_x12_与_xZZZZ_", Inline("文件_x12_与_xZZZZ_").OnlyText());
    }

    [Fact]
    public void Half_a_surrogate_pair_becomes_the_replacement_character()
    {
        Assert.Equal("甲\ufffd乙😀", Inline("甲_xD800_乙_xD83D__xDE00_").OnlyText());
    }

    [Fact]
    public void Blanks_around_a_run_count_only_where_they_are_preserved()
    {
        Assert.Equal("甲乙 丙", SharedText("<r><t>\n  甲\n  </t></r><r><t>乙</t></r><r><t xml:space=\"preserve\"> </t></r><r><t>丙</t></r>").OnlyText());
    }

    [Fact]
    public void A_cell_of_blanks_is_empty()
    {
        Assert.Empty(Inline(" \u3000&#160;\n").Read().Blocks);
    }

    [Fact]
    public void The_text_a_formula_gave_is_read()
    {
        Assert.Equal("已完成", WithRows("<row r=\"1\"><c r=\"A1\" t=\"str\"><f>IF(1,\"已完成\")</f><v>已完成</v></c></row>").OnlyText());
    }

    [Fact]
    public void Truth_values_are_shown_as_excel_shows_them()
    {
        var file = WithRows("<row r=\"1\"><c r=\"A1\" t=\"b\"><v>1</v></c><c r=\"B1\" t=\"b\"><v>0</v></c></row>");

        Assert.Equal(["table", "0 TRUE | 1 FALSE"], file.Lines());
    }

    [Fact]
    public void An_error_keeps_its_text_and_is_told_once_for_all_its_cells()
    {
        var cells = string.Concat("ABCDEFG".Select(column => $"<c r=\"{column}2\" t=\"e\"><v>#REF!</v></c>"));

        var document = WithRows($"<row r=\"2\">{cells}</row>").Read();

        var problem = Assert.Single(document.Problems);
        Assert.Equal("cell-error", problem.Code);
        Assert.Equal("工作表“表1”有单元格是错误值 #REF!，请在原表中改正（A2、B2、C2、D2、E2 等 7 处）。", problem.Message);
        Assert.Equal(new SourceLocation(Table: 1, Row: 2, Sheet: "表1"), problem.Location);
        Assert.Equal("#REF!", Assert.IsType<TableBlock>(document.Blocks[0]).Rows[0].Cells[6].Text);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("-1")]
    [InlineData("99999999999")]
    [InlineData("x")]
    [InlineData("")]
    public void A_shared_string_that_is_not_there_is_told(string index)
    {
        var document = WithRows($"<row r=\"1\"><c r=\"A1\" t=\"s\"><v>{index}</v></c></row>").SharedStrings("<si><t>甲</t></si>").Read();

        Assert.Empty(document.Blocks);
        Assert.Equal("missing-text", Assert.Single(document.Problems).Code);
    }

    [Fact]
    public void A_formula_without_a_stored_result_is_told()
    {
        var document = WithRows("<row r=\"3\"><c r=\"B3\"><f>SUM(B1:B2)</f></c></row>").Read();

        var problem = Assert.Single(document.Problems);
        Assert.Equal("formula-without-value", problem.Code);
        Assert.Contains("B3", problem.Message, StringComparison.Ordinal);
    }

    private static XlsxFile SharedText(string item) =>
        WithRows("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>").SharedStrings($"<si>{item}</si>");

    private static XlsxFile Inline(string xml) =>
        WithRows($"<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{xml}</t></is></c></row>");
}

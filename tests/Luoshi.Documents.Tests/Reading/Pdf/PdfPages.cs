using Luoshi.Core.Reading;
using Luoshi.Documents.Reading;

namespace Luoshi.Documents.Tests.Reading.Pdf;

public sealed class PdfPages
{
    [Fact]
    public void Cells_are_read_by_their_borders()
    {
        var file = ATable("序号", "工作内容", "1", "新建公园").ToArray();

        var table = Assert.IsType<TableBlock>(Assert.Single(PdfFixtures.Read(file).Blocks));

        Assert.Equal(["序号|工作内容", "1|新建公园"], PdfFixtures.Outline(table));
        Assert.Equal(new SourceLocation(Page: 1, Table: 1, Row: 2), table.Rows[1].Location);
    }

    [Fact]
    public void Borders_may_be_thin_filled_rectangles_drawn_twice()
    {
        var pdf = new TinyPdf();
        foreach (var x in new double[] { 50, 150, 350 })
        {
            pdf.Draw($"{x} 200 0.5 100 re f {x + 1.5} 200 0.5 100 re f");
        }

        foreach (var y in new double[] { 200, 250, 300 })
        {
            pdf.Draw($"50 {y} 100 0.5 re f 150 {y} 200 0.5 re f");
        }

        var blocks = PdfFixtures.Read(pdf.Text(60, 270, "序号").Text(160, 270, "内容").Text(60, 220, "1").Text(160, 220, "公园").ToArray()).Blocks;

        Assert.Equal(["序号|内容", "1|公园"], PdfFixtures.Outline(Assert.IsType<TableBlock>(Assert.Single(blocks))));
    }

    [Fact]
    public void A_table_without_vertical_lines_is_divided_where_its_words_are_and_told()
    {
        var pdf = new TinyPdf().Line(50, 300, 400, 300).Line(50, 270, 400, 270).Line(50, 200, 400, 200);
        string[] cells = ["序号", "工作内容", "牵头单位", "1", "新建公园", "区住建局", "2", "改造道路", "区交通局"];
        for (var i = 0; i < cells.Length; i++)
        {
            pdf.Text(60 + (120 * (i % 3)), i < 3 ? 280 : 270 - (i / 3 * 25), cells[i]);
        }

        var document = PdfFixtures.Read(pdf.ToArray());

        Assert.Equal(["序号|工作内容|牵头单位", "1|新建公园|区住建局", "2|改造道路|区交通局"], PdfFixtures.Outline(Assert.IsType<TableBlock>(Assert.Single(document.Blocks))));
        Assert.Single(document.Problems, p => p.Code == "guessed-columns");
    }

    [Fact]
    public void Lines_between_paragraphs_make_no_table()
    {
        var file = new TinyPdf().Line(50, 300, 400, 300).Line(50, 270, 400, 270).Line(50, 200, 400, 200).Text(60, 280, "重点工作").Text(60, 250, "完成情况通报").ToArray();

        Assert.All(PdfFixtures.Read(file).Blocks, block => Assert.IsType<ParagraphBlock>(block));
    }

    [Theory]
    [InlineData("/Rotate 90 /MediaBox [0 0 400 600]", "0 1 -1 0 400 0 cm")]
    [InlineData("/MediaBox [0 0 400 600]", "0 1 -1 0 400 0 cm")]
    [InlineData("/Rotate 180 /MediaBox [0 0 600 400]", "-1 0 0 -1 600 400 cm")]
    [InlineData("/MediaBox [-100 -50 700 500] /CropBox [0 0 600 400]", "")]
    public void A_page_is_read_as_it_is_seen(string page, string turned)
    {
        var file = ATable("序号", "工作内容", "1", "新建公园", new TinyPdf { PageExtras = page }.Draw(turned)).ToArray();

        var table = Assert.IsType<TableBlock>(Assert.Single(PdfFixtures.Read(file).Blocks));

        Assert.Equal(["序号|工作内容", "1|新建公园"], PdfFixtures.Outline(table));
    }

    [Fact]
    public void What_lies_outside_the_crop_box_is_not_read()
    {
        var file = new TinyPdf { PageExtras = "/MediaBox [0 0 600 400] /CropBox [0 0 600 300]" }.Text(50, 350, "裁掉的字").Text(50, 200, "重点工作").ToArray();

        Assert.Equal("重点工作", Assert.IsType<ParagraphBlock>(Assert.Single(PdfFixtures.Read(file).Blocks)).Text);
    }

    [Fact]
    public void Slanted_text_and_large_pale_text_are_left_out_and_told()
    {
        var file = new TinyPdf()
            .Draw("0.9 g").Text(100, 200, "内部资料", size: 60).Draw("0 g")
            .Draw("q 0.7 0.7 -0.7 0.7 0 0 cm").Text(300, 0, "督查室").Draw("Q")
            .Text(50, 300, "重点工作完成情况通报")
            .ToArray();

        var document = PdfFixtures.Read(file);

        Assert.Equal("重点工作完成情况通报", Assert.IsType<ParagraphBlock>(Assert.Single(document.Blocks)).Text);
        Assert.Contains("7 字", Assert.Single(document.Problems, p => p.Code == "watermark").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Radicals_are_the_characters_they_stand_for()
    {
        var file = new TinyPdf().Text(50, 300, "⼀⽉⼊⻓⼾").ToArray();

        Assert.Equal("一月入长户", Assert.IsType<ParagraphBlock>(Assert.Single(PdfFixtures.Read(file).Blocks)).Text);
    }

    [Fact]
    public void Characters_without_a_meaning_are_told()
    {
        var document = PdfFixtures.Read(new TinyPdf().Text(50, 300, "完成\uE123改造").ToArray());

        Assert.Equal("完成\uFFFD改造", Assert.IsType<ParagraphBlock>(Assert.Single(document.Blocks)).Text);
        Assert.Equal(ProblemSeverity.Error, Assert.Single(document.Problems, p => p.Code == "unknown-characters").Severity);
    }

    [Fact]
    public void A_document_whose_font_tells_nothing_is_refused()
    {
        var refused = Assert.Throws<RefusedDocumentException>(() => PdfFixtures.Read(new TinyPdf { ToUnicode = "begincmap endcmap" }.Text(50, 300, "重点工作").ToArray()));

        Assert.Equal("no-text-layer", refused.Refusal.Code);
    }

    [Fact]
    public void A_page_without_text_is_refused_as_a_scan()
    {
        var refused = Assert.Throws<RefusedDocumentException>(() => PdfFixtures.Read(new TinyPdf().Line(0, 0, 100, 100).ToArray()));

        Assert.Equal("no-text-layer", refused.Refusal.Code);
    }

    [Fact]
    public void Bytes_that_are_no_pdf_are_refused_as_damaged()
    {
        var refused = Assert.Throws<RefusedDocumentException>(() => PdfFixtures.Read("%PDF-1.7\nno objects here"u8.ToArray()));

        Assert.Equal("damaged-file", refused.Refusal.Code);
    }

    private static TinyPdf ATable(string a, string b, string c, string d, TinyPdf? on = null) =>
        (on ?? new TinyPdf())
            .Grid([50, 150, 350], [200, 250, 300])
            .Text(60, 270, a).Text(160, 270, b).Text(60, 220, c).Text(160, 220, d);
}

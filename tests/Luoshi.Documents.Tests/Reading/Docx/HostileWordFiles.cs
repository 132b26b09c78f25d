using System.Text;
using Luoshi.Documents.Reading;
using Luoshi.Documents.Tests.Builders;
using static Luoshi.Documents.Tests.Builders.DocxFile;

namespace Luoshi.Documents.Tests.Reading.Docx;

public sealed class HostileWordFiles
{
    [Fact]
    public void A_zip_bomb_is_refused() =>
        Assert.Equal("inflates-too-much", RefusalOf(Of([.. Enumerable.Repeat(Paragraph(new string('一', 10_000)), 1_000)])));

    [Fact]
    public void A_bomb_that_is_one_comment_is_refused() =>
        Assert.Equal("inflates-too-much", RefusalOf(Of(Paragraph("一"), "<!--", new string(' ', 30_000_000), "-->"), Padding()));

    [Fact]
    public void A_bomb_in_a_part_that_nobody_asks_for_costs_nothing() =>
        Assert.Null(RefusalOf(Of(Paragraph("一")).WithPart("word/media/image1.emf", new byte[50_000_000])));

    [Fact]
    public void Twelve_thousand_nested_tables_are_refused()
    {
        const int Depth = 12_000;
        var open = string.Concat(Enumerable.Repeat("<w:tbl><w:tr><w:tc>", Depth));
        var close = string.Concat(Enumerable.Repeat("<w:p/></w:tc></w:tr></w:tbl>", Depth));

        Assert.Equal("nested-too-deep", RefusalOf(Of(open, close)));
    }

    [Fact]
    public void Nesting_inside_what_is_left_out_counts_too()
    {
        var open = string.Concat(Enumerable.Repeat("<w:ins>", 300));
        var close = string.Concat(Enumerable.Repeat("</w:ins>", 300));

        Assert.Equal("nested-too-deep", RefusalOf(Of("<w:p><w:del>", open, close, "</w:del></w:p>")));
    }

    [Fact]
    public void An_entity_bomb_is_refused()
    {
        const string Bomb = """<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><x>&b;</x>""";

        Assert.Equal("damaged-file", RefusalOf(Of().WithMainPart("word/other.xml"), ("word/other.xml", Bomb)));
    }

    [Fact]
    public void An_entity_that_reads_a_file_is_refused() =>
        Assert.Equal("damaged-file", RefusalOf(Of(), ("word/document.xml", """<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>""")));

    [Fact]
    public void A_zip_cut_short_anywhere_is_refused()
    {
        var whole = Of(Table(Row("1", "甲"), Row("2", "乙"))).ToBytes();

        Assert.All(
            Enumerable.Range(1, 40).Select(part => whole[..(whole.Length * part / 41)]),
            cut => Assert.NotNull(DocumentReader.Read(cut, "短.docx", ReadLimits.Upload).Refusal));
    }

    [Fact]
    public void A_million_tiny_cells_are_refused()
    {
        var row = "<w:tr>" + string.Concat(Enumerable.Repeat("<w:tc/>", 1_000)) + "</w:tr>";

        Assert.Equal("too-many-cells", RefusalOf(Of(Table([.. Enumerable.Repeat(row, 1_000)])), Padding()));
    }

    [Fact]
    public void Spans_that_add_up_to_a_million_columns_are_refused()
    {
        var cell = Cell("", """<w:gridSpan w:val="1000"/>""");

        Assert.Equal("too-many-cells", RefusalOf(Of(Table(RowOf("", [.. Enumerable.Repeat(cell, 1_000)])))));
    }

    [Fact]
    public void A_cell_without_an_end_is_refused() =>
        Assert.Equal("cell-too-long", RefusalOf(Of(Table(Row(new string('长', 200_000))))));

    [Fact]
    public void A_tag_of_many_megabytes_is_refused() =>
        Assert.Equal("inflates-too-much", RefusalOf(Of($"""<w:p w:rsidR="{new string('0', 20_000_000)}"/>"""), Padding()));

    [Fact]
    public void Names_invented_without_end_are_refused()
    {
        var names = new StringBuilder();
        for (var i = 0; i < 20_000; i++)
        {
            names.Append("<n").Append(i).Append("/>");
        }

        Assert.Equal("damaged-file", RefusalOf(Of(names.ToString())));
    }

    [Fact]
    public void Numbers_much_longer_than_what_they_number_are_refused()
    {
        var text = string.Concat(Enumerable.Repeat("%1", 120));
        var file = Of([.. Enumerable.Repeat("<w:p/>", 100_000)])
            .WithStyles("""<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>""")
            .WithNumbering(List(Level(0, "upperLetter", text, start: 500)));

        Assert.Equal("inflates-too-much", RefusalOf(file));
    }

    [Fact]
    public void Outside_pictures_templates_and_objects_are_left_alone()
    {
        var file = Of(Table(RowOf("", Cell("""<w:p><w:r><w:drawing><a:blip r:link="x0"/></w:drawing></w:r><w:r><w:object><v:shape/></w:object></w:r></w:p>"""))))
            .WithRelationship("image", "http://127.0.0.1:9/a.png", external: true)
            .WithRelationship("attachedTemplate", "file:///c:/x.dotm", external: true)
            .WithRelationship("styles", "http://127.0.0.1:9/styles.xml", external: true)
            .WithRelationship("numbering", "../../../../etc/passwd");

        Assert.Null(RefusalOf(file));
    }

    [Fact]
    public void A_macro_is_refused_by_its_part_and_by_what_the_file_says_of_itself()
    {
        Assert.Equal("macro-file", RefusalOf(Of().WithPart("word/vbaProject.bin", [1])));
        Assert.Equal("macro-file", RefusalOf(Of().WithContentType("application/vnd.ms-word.document.macroEnabled.main+xml")));
    }

    [Fact]
    public void An_encrypted_part_is_refused()
    {
        var file = Of(Paragraph("一")).ToBytes();

        // Bit 0 of the flags, in every local header and in every entry of the directory.
        Mark(file, "PK\x03\x04"u8, 6);
        Mark(file, "PK\x01\x02"u8, 8);

        Assert.Equal("encrypted-file", DocumentReader.Read(file, "密.docx", ReadLimits.Upload).Refusal?.Code);

        static void Mark(byte[] file, ReadOnlySpan<byte> signature, int offset)
        {
            for (var i = 0; i + offset < file.Length; i++)
            {
                if (file.AsSpan(i).StartsWith(signature))
                {
                    file[i + offset] |= 1;
                }
            }
        }
    }

    [Fact]
    public void A_part_that_is_there_twice_is_refused() =>
        Assert.Equal("duplicate-part", RefusalOf(Of(Paragraph("一")).WithPart("WORD/document.xml", "<x/>")));

    [Fact]
    public void A_part_that_is_no_Word_document_is_refused() =>
        Assert.Equal("damaged-file", RefusalOf(Of(), ("word/document.xml", "<html/>")));

    [Fact]
    public void A_document_without_content_types_is_read_from_the_usual_place() =>
        Assert.Null(DocumentReader.Read(new ZipFileBuilder().Add("word/document.xml", $"""<w:document xmlns:w="{Transitional}"/>""").ToBytes(), "简.docx", ReadLimits.Upload).Refusal);

    [Fact]
    public void A_zip_of_something_else_is_refused()
    {
        var file = new ZipFileBuilder().Add("readme.txt", "说明").ToBytes();

        Assert.Equal("unknown-format", DocumentReader.Read(file, "附件.docx", ReadLimits.Upload).Refusal?.Code);
    }

    [Fact]
    public void An_old_Word_file_is_refused_whatever_its_name() =>
        Assert.Equal(
            "old-office-format",
            DocumentReader.Read(new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0 }, "材料.docx", ReadLimits.Upload).Refusal?.Code);

    // Bytes that do not shrink, so that the size of what is tested is looked at and not its ratio.
    private static (string Name, string Content) Padding()
    {
        var noise = new byte[3_000_000];
        new Random(1).NextBytes(noise);
        return ("word/media/noise", Convert.ToBase64String(noise));
    }

    private static string? RefusalOf(DocxFile file, params (string Name, string Content)[] parts)
    {
        var zip = new ZipFileBuilder();
        foreach (var (name, content) in file.ToZip().Parts.Where(part => !parts.Any(replacement => replacement.Name == part.Name)))
        {
            zip.Add(name, content);
        }

        foreach (var (name, content) in parts)
        {
            zip.Add(name, content);
        }

        return DocumentReader.Read(zip.ToBytes(), "来件.docx", ReadLimits.Upload).Refusal?.Code;
    }
}

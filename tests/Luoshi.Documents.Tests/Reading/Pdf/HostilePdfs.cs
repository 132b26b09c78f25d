using System.Text;
using Luoshi.Documents.Reading;

namespace Luoshi.Documents.Tests.Reading.Pdf;

public sealed class HostilePdfs
{
    private const int Endless = 1_000_000;

    public static TheoryData<string> Nestings => ["object", "content", "tounicode", "function", "dictionary", "unclosed-strings"];

    [Theory, MemberData(nameof(Nestings))]
    public void Nesting_without_end_is_survived(string where)
    {
        var arrays = new string('[', Endless);
        var file = where switch
        {
            "object" => new TinyPdf { CatalogExtras = $"/Outlines {arrays}" }.Text(50, 300, "重点工作").ToArray(),
            "content" => new TinyPdf().Draw(arrays).ToArray(),
            "tounicode" => new TinyPdf { ToUnicode = arrays }.Text(50, 300, "重点工作").ToArray(),
            "dictionary" => new TinyPdf { PageExtras = string.Concat(Enumerable.Repeat("/A <<", Endless)) }.ToArray(),
            "unclosed-strings" => new TinyPdf { ToUnicode = string.Concat(Enumerable.Repeat("[(])", Endless)) }.Text(50, 300, "重点工作").ToArray(),
            "function" => new TinyPdf()
                .Draw("/C cs 1 scn").Text(50, 300, "重点工作")
                .Object(TinyPdf.Stream("/FunctionType 4 /Domain [0 1] /Range [0 1 0 1 0 1]", TinyPdf.Latin(new string('{', Endless))))
                .ToArray(resources: "/Font << /F 5 0 R >> /ColorSpace << /C [/Separation /X /DeviceRGB 7 0 R] >> /Pattern << /P << /PatternType 2 /Shading << /ShadingType 2 /ColorSpace /DeviceRGB /Coords [0 0 1 1] /Function 7 0 R >> >> >>"),
            _ => throw new ArgumentOutOfRangeException(nameof(where)),
        };

        ReadOrRefuse(file);
    }

    [Fact]
    public void A_stream_that_inflates_a_thousandfold_is_refused()
    {
        var bomb = TinyPdf.Deflated(new byte[60_000_000]);
        var file = new TinyPdf { Contents = "7 0 R" }.Object(TinyPdf.Stream("/Filter /FlateDecode", bomb)).ToArray();

        var refusal = ReadOrRefuse(file);

        Assert.Equal("inflates-too-much", refusal);
    }

    [Fact]
    public void A_page_tree_that_contains_itself_is_survived()
    {
        ReadOrRefuse(new TinyPdf().Text(50, 300, "重点工作").ToArray(pages: "/Kids [2 0 R 3 0 R] /Count 2"));
    }

    [Fact]
    public void A_page_count_that_lies_costs_nothing()
    {
        ReadOrRefuse(new TinyPdf().Text(50, 300, "重点工作").ToArray(pages: "/Kids [3 0 R] /Count 2000000000"));
    }

    [Fact]
    public void Too_many_pages_are_refused()
    {
        var kids = string.Join(' ', Enumerable.Repeat("3 0 R", 5_000));

        var refusal = ReadOrRefuse(new TinyPdf().Text(50, 300, "重点工作").ToArray(pages: $"/Kids [{kids}] /Count 5000"));

        Assert.Equal("too-many-elements", refusal);
    }

    [Fact]
    public void A_million_letters_on_a_page_are_refused()
    {
        var refusal = ReadOrRefuse(new TinyPdf().Text(50, 300, new string('重', Endless)).ToArray());

        Assert.Equal("too-many-elements", refusal);
    }

    [Fact]
    public void A_million_lines_on_a_page_are_refused()
    {
        var content = new StringBuilder();
        for (var i = 0; i < 300_000; i++)
        {
            content.Append(i % 600).Append(" 0 m ").Append(i % 600).Append(" 9 l S\n");
        }

        var refusal = ReadOrRefuse(new TinyPdf().Text(50, 300, "重点工作").Draw(content.ToString()).ToArray());

        Assert.Equal("too-many-elements", refusal);
    }

    [Fact]
    public void Forms_that_draw_each_other_twice_are_refused()
    {
        var file = new TinyPdf().Draw("/X Do");
        for (var i = 0; i < 30; i++)
        {
            file.Object(TinyPdf.Stream($"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X {TinyPdf.FirstFreeObject + i + 1} 0 R >> >>", "/X Do /X Do"u8.ToArray()));
        }

        file.Object(TinyPdf.Stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9]", "0 0 m 9 0 l S"u8.ToArray()));

        ReadOrRefuse(file.ToArray(resources: $"/XObject << /X {TinyPdf.FirstFreeObject} 0 R >>"));
    }

    [Fact]
    public void Forms_nested_without_end_are_refused()
    {
        var file = new TinyPdf().Draw("/X Do");
        for (var i = 0; i < 20_000; i++)
        {
            file.Object(TinyPdf.Stream($"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X {TinyPdf.FirstFreeObject + i + 1} 0 R >> >>", "/X Do"u8.ToArray()));
        }

        var refusal = ReadOrRefuse(file.ToArray(resources: $"/XObject << /X {TinyPdf.FirstFreeObject} 0 R >>"));

        Assert.Equal("nested-too-deep", refusal);
    }

    [Theory]
    [InlineData("/W [0 2000000000 500]", "")]
    [InlineData("/W2 [0 2000000000 1 2 3]", "")]
    [InlineData("", "1 begincodespacerange <00000000> <FFFFFFFF> endcodespacerange 1 beginbfrange <00000000> <7FFFFFFF> <0020> endbfrange")]
    [InlineData("", "1 begincodespacerange <00000000> <FFFFFFFF> endcodespacerange 1 begincidrange <00000000> <7FFFFFFF> 1 endcidrange")]
    public void Ranges_without_end_in_a_font_are_survived(string descendant, string toUnicode)
    {
        ReadOrRefuse(new TinyPdf { DescendantExtras = descendant, ToUnicode = "begincmap " + toUnicode + " endcmap" }.Text(50, 300, "重点工作").ToArray());
    }

    [Theory]
    [InlineData("/Size 2000000000 /W [1 2 2]")]
    [InlineData("/Size 9 /Index [0 2000000000] /W [1 2 2]")]
    [InlineData("/Size 9 /W [1 2000000000 2]")]
    [InlineData("/Size 2000000000 /W [0 0 0]")]
    public void A_cross_reference_that_claims_objects_without_end_is_refused(string claims)
    {
        byte[] file = [.. "%PDF-1.7\n1 0 obj\n"u8, .. TinyPdf.Stream($"/Type /XRef /Root 1 0 R {claims}", new byte[100]), .. "\nendobj\nstartxref\n9\n%%EOF\n"u8];

        var refusal = ReadOrRefuse(file);

        Assert.Equal("damaged-file", refusal);
    }

    [Fact]
    public void States_saved_without_end_are_refused()
    {
        var refusal = ReadOrRefuse(new TinyPdf().Draw(string.Concat(Enumerable.Repeat("q ", Endless))).ToArray());

        Assert.Equal("nested-too-deep", refusal);
    }

    [Theory]
    [InlineData("/Predictor 12 /Columns 2000000000")]
    [InlineData("/Predictor 2 /Columns 2000000000 /Colors 32")]
    public void Rows_without_end_in_a_predictor_are_survived(string parameters)
    {
        var stream = TinyPdf.Stream($"/Filter /FlateDecode /DecodeParms << {parameters} >>", TinyPdf.Deflated("q Q"u8.ToArray()));

        ReadOrRefuse(new TinyPdf { Contents = "7 0 R" }.Object(stream).ToArray());
    }

    [Fact]
    public void A_cross_reference_that_points_back_at_itself_is_survived()
    {
        var text = Encoding.Latin1.GetString(new TinyPdf().Text(50, 300, "重点工作").ToArray());
        var xref = text[(text.IndexOf("startxref", StringComparison.Ordinal) + 10)..].Split('\n')[0];

        ReadOrRefuse(TinyPdf.Latin(text.Replace("/Root 1 0 R", $"/Root 1 0 R /Prev {xref}", StringComparison.Ordinal)));
    }

    /// <summary>Reads under the caps of an upload: anything but a document or a refusal fails the test, and a crash ends the run.</summary>
    private static string? ReadOrRefuse(byte[] file)
    {
        try
        {
            PdfFixtures.Read(file);
            return null;
        }
        catch (RefusedDocumentException refused)
        {
            return refused.Refusal.Code;
        }
    }
}

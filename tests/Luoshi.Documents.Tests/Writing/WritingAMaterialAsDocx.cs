using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Luoshi.Documents.Writing;
using Luoshi.Testing;

namespace Luoshi.Documents.Tests.Writing;

public sealed class WritingAMaterialAsDocx
{
    [Fact]
    public void The_monthly_material_prints_as_agreed() =>
        Golden.Matches(DocxOutline.Of(MeetingMaterialDocx.Write(SampleMaterial.May, new MaterialLook())), "may");

    [Fact]
    public void The_sheet_of_doubts_is_a_section_of_its_own_marked_on_every_page()
    {
        var outline = DocxOutline.Of(MeetingMaterialDocx.Write(SampleMaterial.May, new MaterialLook(), SampleMaterial.Doubts));

        Golden.Matches(outline[outline.IndexOf("[Heading1] 疑点清单", StringComparison.Ordinal)..], "doubts");
    }

    [Theory]
    [InlineData(Paper.A4, PaperOrientation.Landscape)]
    [InlineData(Paper.A4, PaperOrientation.Portrait)]
    [InlineData(Paper.A3, PaperOrientation.Landscape)]
    [InlineData(Paper.A3, PaperOrientation.Portrait)]
    public void Every_paper_is_valid_and_filled_by_the_columns(Paper paper, PaperOrientation orientation)
    {
        var look = new MaterialLook { Paper = paper, Orientation = orientation, Fonts = FontSet.FounderGbk };

        using var document = WordprocessingDocument.Open(new MemoryStream(MeetingMaterialDocx.Write(SampleMaterial.May, look, SampleMaterial.Doubts)), isEditable: false);

        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document, TestContext.Current.CancellationToken).Select(error => $"{error.Path?.XPath}: {error.Description}"));
        var page = PageGeometry.Of(look);
        var columns = Core.Meetings.MaterialColumn.Of(SampleMaterial.May);
        Assert.Equal(page.TextWidth, page.ColumnWidths(columns, SampleMaterial.May, PageGeometry.TableText(paper).HalfPoints).Sum());
    }

    [Fact]
    public void The_same_material_gives_the_same_bytes() =>
        Assert.Equal(MeetingMaterialDocx.Write(SampleMaterial.May, new MaterialLook()), MeetingMaterialDocx.Write(SampleMaterial.May, new MaterialLook()));

    [Fact]
    public void A_short_row_stays_whole_and_a_long_one_may_break()
    {
        var shortRows = DocxOutline.Of(MeetingMaterialDocx.Write(SampleMaterial.Of(1, "已完成。"), new MaterialLook()));
        var longRows = DocxOutline.Of(MeetingMaterialDocx.Write(SampleMaterial.Of(1, new string('长', 1200)), new MaterialLook()));

        Assert.Equal(2, shortRows.Split(" whole").Length - 1);
        Assert.Equal(1, longRows.Split(" whole").Length - 1);
    }

    [Fact]
    public void What_xml_cannot_hold_is_left_out_and_the_rest_is_kept()
    {
        var outline = DocxOutline.Of(MeetingMaterialDocx.Write(SampleMaterial.Of(1, "一\u0001二\uD800三𠮷<&>“四”"), new MaterialLook()));

        Assert.Contains("[TableText] 一二三𠮷<&>“四”", outline, StringComparison.Ordinal);
    }

    [Fact]
    public void The_properties_name_no_person_and_no_machine()
    {
        using var zip = new ZipArchive(new MemoryStream(MeetingMaterialDocx.Write(SampleMaterial.May, new MaterialLook())));
        using var reader = new StreamReader(zip.GetEntry("docProps/core.xml")!.Open());

        var properties = reader.ReadToEnd();

        Assert.DoesNotContain("creator", properties, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("modified", properties, StringComparison.OrdinalIgnoreCase);
        Assert.All(zip.Entries, entry => Assert.Equal(new DateTime(1980, 1, 1), entry.LastWriteTime.DateTime));
    }
}

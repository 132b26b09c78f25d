using Luoshi.Documents.Reading;
using Luoshi.Documents.Reading.Packages;
using Luoshi.Documents.Tests.Builders;

namespace Luoshi.Documents.Tests.Reading.Packages;

public sealed class OpeningOfficePackages
{
    private const string OfficeDocument = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";

    [Theory]
    [InlineData("word/document.xml")]
    [InlineData("/word/document.xml")]
    [InlineData("./word/document.xml")]
    [InlineData("WORD/Document.xml")]
    public void The_main_part_is_the_one_the_package_names(string target)
    {
        using var package = Open(new ZipFileBuilder().Add("_rels/.rels", Relationship(target)).Add("word/document.xml", "<x/>"));

        Assert.True(package.Has(package.MainPart!));
        Assert.Equal("word/document.xml", package.MainPart, ignoreCase: true);
    }

    [Fact]
    public void A_package_that_names_no_part_is_taken_at_the_usual_place()
    {
        using var package = Open(new ZipFileBuilder().Add("_rels/.rels", Relationship("gone.xml")).Add("xl/workbook.xml", "<x/>"));

        Assert.Equal("xl/workbook.xml", package.MainPart);
        Assert.Null(package.MainContentType);
    }

    [Fact]
    public void A_target_outside_the_package_is_not_kept()
    {
        var outside = Relationship("https://127.0.0.1/document.xml").Replace("/>", " TargetMode=\"External\"/>", StringComparison.Ordinal);
        using var package = Open(new ZipFileBuilder().Add("_rels/.rels", outside));

        Assert.Null(PackageRelationships.Of(package, "").Find("officeDocument"));
        Assert.Null(package.MainPart);
    }

    [Theory]
    [InlineData("styles.xml", "word/styles.xml")]
    [InlineData("/word/styles.xml", "word/styles.xml")]
    [InlineData("../styles.xml", "styles.xml")]
    [InlineData("../../../styles.xml", "styles.xml")]
    [InlineData("a/styles.xml", "word/a/styles.xml")]
    public void A_target_is_found_from_the_folder_of_its_part(string target, string expected)
    {
        using var package = Open(new ZipFileBuilder().Add("word/_rels/document.xml.rels", Relationship(target)));

        Assert.Equal(expected, PackageRelationships.Of(package, "word/document.xml").Find("officeDocument"));
    }

    [Fact]
    public void The_content_type_of_a_part_goes_before_that_of_its_extension()
    {
        const string Types = """<Types xmlns="x"><Default Extension="xml" ContentType="any"/><Override PartName="/Word/Document.xml" ContentType="word"/></Types>""";
        using var package = Open(new ZipFileBuilder().Add("[Content_Types].xml", Types).Add("word/document.xml", "<x/>"));

        Assert.Equal("word", package.MainContentType);
    }

    [Fact]
    public void More_parts_than_a_document_has_are_refused()
    {
        var zip = new ZipFileBuilder();
        for (var i = 0; i <= ReadLimits.Upload.ZipEntries; i++)
        {
            zip.Add($"{i}.xml", "");
        }

        Assert.Equal("too-many-parts", Assert.Throws<RefusedDocumentException>(() => Open(zip)).Refusal.Code);
    }

    [Fact]
    public void A_part_that_is_missing_is_refused_when_it_is_asked_for()
    {
        using var package = Open(new ZipFileBuilder().Add("a.xml", "<a/>"));

        Assert.Equal("damaged-file", Assert.Throws<RefusedDocumentException>(() => package.OpenXml("b.xml")).Refusal.Code);
    }

    [Fact]
    public void What_is_left_out_is_still_counted()
    {
        var limits = ReadLimits.Upload with { XmlElements = 10 };
        var file = new ZipFileBuilder().Add("a.xml", "<a><b>" + string.Concat(Enumerable.Repeat("<c/>", 20)) + "</b></a>").ToBytes();
        using var package = OfficePackage.Open(file, new ReadBudget(limits, file.Length, CancellationToken.None));
        using var reader = package.OpenXml("a.xml");
        reader.Read();

        Assert.Equal("too-many-elements", Assert.Throws<RefusedDocumentException>(reader.Skip).Refusal.Code);
    }

    [Fact]
    public void A_reader_that_is_out_of_time_stops()
    {
        var file = new ZipFileBuilder().Add("a.xml", "<a>" + string.Concat(Enumerable.Repeat("<c/>", 5_000)) + "</a>").ToBytes();
        using var package = OfficePackage.Open(file, new ReadBudget(ReadLimits.Upload, file.Length, new CancellationToken(canceled: true)));
        using var reader = package.OpenXml("a.xml");
        reader.Read();

        Assert.Throws<OperationCanceledException>(reader.Skip);
    }

    private static OfficePackage Open(ZipFileBuilder zip)
    {
        var file = zip.ToBytes();
        return OfficePackage.Open(file, new ReadBudget(ReadLimits.Upload, file.Length, CancellationToken.None));
    }

    private static string Relationship(string target) => $"""<Relationships xmlns="x"><Relationship Id="1" Type="{OfficeDocument}" Target="{target}"/></Relationships>""";
}

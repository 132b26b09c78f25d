using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Luoshi.Core.Meetings;
using Luoshi.Documents.Reading;
using Luoshi.Documents.Writing;

namespace Luoshi.Documents.Tests.Writing;

public sealed class WritingAMaterialForOtherPrograms
{
    [Fact]
    public void The_workbook_is_valid_frozen_and_filtered()
    {
        using var workbook = SpreadsheetDocument.Open(new MemoryStream(MeetingMaterialXlsx.Write(SampleMaterial.May)), isEditable: false);

        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(workbook, TestContext.Current.CancellationToken).Select(error => $"{error.Path?.XPath}: {error.Description}"));
        var sheet = workbook.WorkbookPart!.WorksheetParts.Single().Worksheet!;
        Assert.Equal("A3", sheet.Descendants<Pane>().Single().TopLeftCell);
        Assert.Equal("A2:H5", sheet.Descendants<AutoFilter>().Single().Reference);
    }

    [Fact]
    public void The_workbook_with_doubts_is_valid()
    {
        using var workbook = SpreadsheetDocument.Open(new MemoryStream(MeetingMaterialXlsx.Write(SampleMaterial.May, SampleMaterial.Doubts)), isEditable: false);

        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(workbook, TestContext.Current.CancellationToken).Select(error => $"{error.Path?.XPath}: {error.Description}"));
        Assert.Equal(["重点工作", DoubtSheet.Title], workbook.WorkbookPart!.Workbook!.Descendants<Sheet>().Select(sheet => sheet.Name!.Value));
    }

    [Fact]
    public void What_looks_like_a_formula_is_text()
    {
        var material = SampleMaterial.Of(1, "=HYPERLINK(\"http://example.org\")\n+1 -1 @SUM _x0041_");

        using var workbook = SpreadsheetDocument.Open(new MemoryStream(MeetingMaterialXlsx.Write(material)), isEditable: false);

        Assert.Empty(workbook.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<CellFormula>());
        Assert.Equal(material.Rows.Single().Task.Progress, ReadBack(material).Tasks.Single().Progress);
    }

    [Fact]
    public void The_workbook_reads_back_as_the_same_tasks()
    {
        var back = ReadBack(SampleMaterial.May);

        Assert.Equal(SampleMaterial.May.Period, back.Period);
        Assert.Equal(["区长", "常务副区长", "常务副区长"], back.Tasks.Select(task => task.Leader?.Title));
        Assert.Equal(
            SampleMaterial.May.Rows.Select(row => (row.Task.Number, row.Task.Frequency, row.Task.Content, MaterialWording.Progress(row), row.Task.PlanMet, row.Task.Shortfall)),
            back.Tasks.Select(task => (task.Number, task.Frequency, task.Content, task.Progress!, task.PlanMet, task.Shortfall)));
    }

    [Fact]
    public void A_text_longer_than_excel_allows_says_that_it_goes_on_elsewhere()
    {
        var progress = ReadBack(SampleMaterial.Of(1, new string('长', 40_000))).Tasks.Single().Progress!;

        Assert.Equal(32_767, progress.Length);
        Assert.EndsWith("全文 40000 字见 Word 材料）", progress, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_is_whole_and_harmless()
    {
        var html = Encoding.UTF8.GetString(MeetingMaterialHtml.Write(SampleMaterial.Of(1, "<script>alert(1)</script>\n“完成”")));

        Assert.Contains("<p>&lt;script&gt;alert(1)&lt;/script&gt;</p><p>“完成”</p>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("src=", html.Replace("style-src", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(1, html.Split("<section").Length - 1);
    }

    private static Core.Reading.TaskDocument ReadBack(MeetingMaterial material) =>
        DocumentReader.Read(MeetingMaterialXlsx.Write(material), "material.xlsx", ReadLimits.Upload).Value;
}

using Luoshi.Documents.Reading;

namespace Luoshi.Documents.Tests.Reading.Pdf;

/// <summary>Tables as LibreOffice and Chromium really print them.</summary>
public sealed class PrintedDocuments
{
    private const string Header = "序号|报送频次|工作内容|牵头单位|4月完成情况|是否完成月度计划|未完成情况说明";

    [Fact]
    public void Two_tables_on_a_page_stand_under_their_leaders()
    {
        var document = PdfFixtures.ReadFixture("libreoffice-two-tables.pdf");

        Assert.Equal(["青岚区2024年政府工作报告重点工作完成情况（4月）", "分管领导：常务副区长", "table", "分管领导：副区长（城建）", "table"], Reading(document));
        Assert.Equal(
            [
                Header,
                "1|月度报|完成青岚大道北段改造 3.2 公里，年内通车。|区住建局|已完成路基 2.1 公里，占全长的 65.6%。雨污水管网铺设完成 1,850 米，剩余路段 5 月进场施工。|是|/",
                "2|季度报|新建口袋公园6个。|区综合执法局、\n青溪街道|完成选址4处。\n其中：青溪街道2处，南屏镇2处。\n尚未开工。|否|用地手续未办结，预计6月底前完成。",
            ],
            PdfFixtures.Outline(Tables(document)[0]));
    }

    [Fact]
    public void Merged_cells_keep_their_places()
    {
        var document = PdfFixtures.ReadFixture("libreoffice-merged.pdf");

        Assert.Equal(
            [
                "序号|工作内容|牵头单位|[2]完成情况|未完成情况说明",
                "^|^|^|3月|4月|^",
                "[6]一、交通建设",
                "1|建成通村公路12公里。|区交通局|完成5公里。|完成8公里。|/",
                "2|推进轨道站点周边综合开发。|区发改局|完成方案编制。|方案通过区政府常务会议审议。|/",
                "3|^|区资规局|完成控规调整。|已报市级审批。|/",
            ],
            PdfFixtures.Outline(Assert.Single(Tables(document))));
    }

    [Theory]
    [InlineData("libreoffice-crossing-pages.pdf", 10, 3)]
    [InlineData("chromium-crossing-pages.pdf", 12, 4)]
    public void A_table_over_several_pages_is_one_table_with_one_header(string file, int rows, int lastPage)
    {
        var document = PdfFixtures.ReadFixture(file);

        var table = Assert.Single(Tables(document));
        Assert.Equal(Enumerable.Range(1, rows - 1).Select(n => $"{n}").Prepend("序号"), table.Rows.Select(r => r.Cells[0].Text));
        Assert.Equal(lastPage, table.Rows[^1].Location.Page);
        Assert.Equal(rows, table.Rows[^1].Location.Row);
        Assert.Contains(document.Problems, p => p.Code == "continued-row");
    }

    [Fact]
    public void A_cell_cut_by_a_page_end_reads_as_one_sentence()
    {
        var expected = string.Join('；', Enumerable.Range(1, 149).Select(i => $"第{i}批次改造{(i * 3) + 7}栋")) + "。";

        var table = Assert.Single(Tables(PdfFixtures.ReadFixture("chromium-crossing-pages.pdf")));

        Assert.Equal(expected, table.Rows[10].Cells[4].Text);
    }

    [Fact]
    public void A_cell_longer_than_a_page_reads_as_one_sentence()
    {
        var batches = string.Join('；', Enumerable.Range(1, 30).Select(i => $"第{i}批次完成老旧小区改造{(i * 3) + 7}栋、惠及居民{(i * 120) + 35}户，加装电梯{i + 2}台")) + "。";

        var table = Assert.Single(Tables(PdfFixtures.ReadFixture("libreoffice-long-cell.pdf")));

        Assert.Equal(3, table.Rows.Count);
        Assert.Equal(batches + batches, table.Rows[1].Cells[4].Text);
    }

    [Fact]
    public void A_password_to_open_is_refused()
    {
        var refused = Assert.Throws<RefusedDocumentException>(() => PdfFixtures.ReadFixture("password-to-open.pdf"));

        Assert.Equal("encrypted-file", refused.Refusal.Code);
    }

    [Fact]
    public void A_password_to_change_does_not_keep_from_reading()
    {
        var document = PdfFixtures.ReadFixture("password-to-change.pdf");

        Assert.Equal(["序号|内容", "1|新建公园"], PdfFixtures.Outline(Assert.Single(Tables(document))));
    }

    [Fact]
    public void Page_numbers_are_left_out_and_told()
    {
        var document = PdfFixtures.ReadFixture("libreoffice-crossing-pages.pdf");

        Assert.Equal(["青岚区2024年政府工作报告重点工作完成情况（4月）", "分管领导：副区长（民生）", "table"], Reading(document));
        Assert.Equal([1, 2, 3], document.Problems.Where(p => p.Code == "page-furniture").Select(p => p.Location.Page!.Value));
    }

    private static List<TableBlock> Tables(BlockDocument document) => [.. document.Blocks.OfType<TableBlock>()];

    private static IEnumerable<string> Reading(BlockDocument document) => document.Blocks.Select(b => b is ParagraphBlock p ? p.Text : "table");
}

using System.Globalization;
using System.Text;
using CsCheck;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Luoshi.Core.Reporting;
using Luoshi.Documents.Reading;
using Luoshi.Documents.Reading.Text;
using Luoshi.Documents.Tests.Builders;
using Luoshi.Documents.Writing;
using Luoshi.Testing;

namespace Luoshi.Documents.Tests.Writing;

public sealed class WritingAList
{
    private static readonly ListSheet s_list = new()
    {
        Title = "2024年4月报送情况",
        Subtitle = "截至2024年4月28日17时，共3项",
        Columns =
        [
            new("牵头单位", 18),
            new("工作内容", 40),
            new("报送日期", 16, ListColumnKind.Date),
            new("累计投资（万元）", 14, ListColumnKind.Number),
            new("完成率", 10, ListColumnKind.Percent),
        ],
        Rows =
        [
            ["区住建局", "改造老旧小区26个", new DateOnly(2024, 4, 28), 3_500.5m, 0.6667m],
            ["区财政局", "=cmd|' /C calc'!A0", new DateTime(2024, 4, 27, 9, 30, 0, DateTimeKind.Unspecified), -12, null],
            ["区发改局", "", null, "暂未统计", 1m],
        ],
    };

    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.OneOf("=", "+", "-", "@", "＝", "－", "'", "\t", "\r\n", "\n", " ", ",", ";", "\"", "1", "完成", "𠮷").Array[0, 8].Select(string.Concat),
        Gen.String[0, 20]);

    [Fact]
    public void The_workbook_is_valid_frozen_filtered_and_titled()
    {
        using var workbook = SpreadsheetDocument.Open(new MemoryStream(Xlsx(s_list)), isEditable: false);

        Assert.Empty(Errors(workbook));
        var sheet = workbook.WorkbookPart!.WorksheetParts.Single().Worksheet!;
        Assert.Equal("A4", sheet.Descendants<Pane>().Single().TopLeftCell);
        Assert.Equal("A3:E6", sheet.Descendants<AutoFilter>().Single().Reference);
        Assert.Equal(["A1:E1", "A2:E2"], sheet.Descendants<MergeCell>().Select(merge => merge.Reference!.Value));
        Assert.Empty(sheet.Descendants<CellFormula>());
    }

    [Fact]
    public void The_workbook_shows_days_numbers_and_shares_as_an_office_writes_them()
    {
        var rows = XlsxFile.Read(Xlsx(s_list), ReadLimits.Upload).Blocks.OfType<TableBlock>().Single().Rows;

        Assert.Equal(
            [
                "牵头单位|工作内容|报送日期|累计投资（万元）|完成率",
                "区住建局|改造老旧小区26个|2024年4月28日|3500.5|66.67%",
                "区财政局|=cmd|' /C calc'!A0|2024年4月27日09:30|-12",
                "区发改局|暂未统计|100.00%",
            ],
            rows.Select(row => string.Join('|', row.Cells.Select(cell => cell.Text))));
    }

    [Fact]
    public void A_list_without_rows_or_subtitle_is_valid_too()
    {
        using var workbook = SpreadsheetDocument.Open(new MemoryStream(Xlsx(s_list with { Subtitle = null, Columns = [new("单位", 20)], Rows = [] })), isEditable: false);

        Assert.Empty(Errors(workbook));
        Assert.Equal("A2:A2", workbook.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<AutoFilter>().Single().Reference);
    }

    [Fact]
    public void A_hundred_thousand_rows_are_written_as_they_come()
    {
        const int Count = 100_000;
        using var written = new ForwardOnlyStream();
        var lead = 0L;

        ListXlsx.Write(written, s_list with { Rows = Rows() });

        Assert.True(written.Total > 1_000_000);
        Assert.True(lead < 300_000, $"{lead} bytes were held back");

        // Random digits do not shrink, so what is not written yet is held in memory.
        IEnumerable<IReadOnlyList<object?>> Rows()
        {
            var random = new Random(1);
            var given = 0L;
            for (var i = 0; i < Count; i++)
            {
                yield return [Convert.ToHexString(BitConverter.GetBytes(random.NextInt64())), "改造老旧小区", new DateOnly(2024, 1, 1).AddDays(i % 300), i, null];
                given += 8;
                lead = Math.Max(lead, given - written.Total);
            }
        }
    }

    [Fact]
    public void The_document_repeats_its_header_on_lying_paper()
    {
        var file = ListDocx.Write(s_list, FontSet.Gb2312);

        using var document = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
        Assert.Empty(Errors(document));
        Golden.Matches(DocxOutline.Of(file), "list");
        Assert.Equal(file, ListDocx.Write(s_list, FontSet.Gb2312));
    }

    [Fact]
    public void The_values_for_programs_are_disarmed_and_begin_with_the_mark_of_utf8()
    {
        var file = Csv(s_list);

        Assert.Equal("\uFEFF"u8.ToArray(), file[..3]);
        Assert.Equal(
            "牵头单位,工作内容,报送日期,累计投资（万元）,完成率\r\n"
            + "区住建局,改造老旧小区26个,2024-04-28,3500.5,66.67%\r\n"
            + "区财政局,'=cmd|' /C calc'!A0,2024-04-27 09:30,-12,\r\n"
            + "区发改局,,,暂未统计,100%\r\n",
            Encoding.UTF8.GetString(file[3..]));
    }

    [Theory]
    [InlineData("=1")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@A1")]
    [InlineData("＝1")]
    [InlineData("＋1")]
    [InlineData("－1")]
    [InlineData("＠A1")]
    [InlineData("\t=1")]
    [InlineData("\r1")]
    [InlineData("  =1")]
    [InlineData("'=1")]
    public void No_text_is_left_that_a_spreadsheet_would_calculate(string text)
    {
        var guarded = FormulaGuard.Add(text);

        Assert.Equal("'" + text, guarded);
        Assert.Equal(text, FormulaGuard.Remove(guarded));
    }

    [Fact]
    public void Written_read_and_written_again_the_values_are_the_same() => Gen.Select(Texts, Texts, Gen.Decimal[-1e6m, 1e6m]).Array[1, 8].Sample(
        rows =>
        {
            var list = s_list with
            {
                Columns = [new("=单位", 10), new("情况", 20), new("数", 10, ListColumnKind.Number)],
                Rows = [.. rows.Select(row => (object?[])[row.Item1, row.Item2, row.Item3])],
            };
            var once = Csv(list);

            var read = Records(once);
            var twice = Csv(list with { Rows = [.. read.Skip(1).Select(row => (object?[])[row[0], row[1], decimal.Parse(row[2], CultureInfo.InvariantCulture)])] });

            Assert.Equal(rows.Select(row => (row.Item1, row.Item2)), read.Skip(1).Select(row => (row[0], row[1])));
            Assert.Equal(once, twice);
        },
        iter: 2_000);

    [Fact]
    public void An_exported_workbook_reads_back_as_the_same_texts() => Gen.Select(Texts.Where(text => !text.AsSpan().ContainsAnyInRange('\0', '\u001f') && text.Trim().Length > 0), Gen.Int).Array[1, 8].Sample(
        rows =>
        {
            var list = s_list with { Columns = [new("单位", 10), new("数", 10, ListColumnKind.Number)], Rows = [.. rows.Select(row => (object?[])[row.Item1, row.Item2])] };

            var read = XlsxFile.Read(Xlsx(list), ReadLimits.Upload).Blocks.OfType<TableBlock>().Single().Rows.Skip(1);

            Assert.Equal(rows.Select(row => (Whole(row.Item1), row.Item2.ToString(CultureInfo.InvariantCulture))), read.Select(row => (row.Cells[0].Text, row.Cells[1].Text)));
        },
        iter: 500);

    private static string Whole(string text) => XmlText.Clean(text).Trim();

    private static byte[] Xlsx(ListSheet list)
    {
        using var stream = new MemoryStream();
        ListXlsx.Write(stream, list);
        return stream.ToArray();
    }

    private static byte[] Csv(ListSheet list)
    {
        using var stream = new MemoryStream();
        ListCsv.Write(stream, list);
        return stream.ToArray();
    }

    private static List<List<string>> Records(byte[] file)
    {
        using var clock = new CancellationTokenSource();
        var budget = new ReadBudget(ReadLimits.Upload, file.Length, clock.Token);
        var text = Encoding.UTF8.GetString(file.AsSpan(3));
        var records = new DelimitedRecords(text, 0, 1, ',');
        var read = new List<List<string>>();
        while (!records.AtEnd)
        {
            var fields = new List<string>();
            records.Read(fields, budget);
            read.Add([.. fields.Select(FormulaGuard.Remove)]);
        }

        return read;
    }

    private static IEnumerable<string> Errors(OpenXmlPackage package) =>
        new OpenXmlValidator(FileFormatVersions.Office2019).Validate(package, TestContext.Current.CancellationToken).Select(error => $"{error.Path?.XPath}: {error.Description}");

    /// <summary>Takes what is written and forgets it, as a browser at the other end does.</summary>
    private sealed class ForwardOnlyStream : Stream
    {
        public long Total { get; private set; }

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Write(byte[] buffer, int offset, int count) => Total += count;

        public override void Write(ReadOnlySpan<byte> buffer) => Total += buffer.Length;

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}

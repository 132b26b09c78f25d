using System.Text;
using Luoshi.Documents.Reading;
using Luoshi.Documents.Tests.Builders;
using static Luoshi.Documents.Tests.Builders.XlsxFile;

namespace Luoshi.Documents.Tests.Reading.Xlsx;

/// <summary>Thirty-two thousand damaged files: each is read into sound blocks or refused, and nothing else ever happens.</summary>
public sealed class MutatedWorkbooks
{
    private const int EachSeed = 4_000;

    private static readonly byte[][] Poison =
    [
        .. ((string[])["<", ">", "&", "\"", "/>", "]]>", "<![CDATA[", "&#0;", "&#xD800;", "_xD800_", "_x000D_", "-1", "99999999999", "1048576", "XFD1048576", "A1:XFD1048576",
            "\0", "\u3000", "😀", "t=\"s\" ", "t=\"d\" ", "t=\"e\" ", "hidden=\"1\" ", "xml:space=\"preserve\" ", "<row>", "</row>", "<c>", "</c>", "<v>1E308</v>", "<is>", "[h]", "yyyy"])
            .Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xFE, 0xFF], [0xC0, 0x80],
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Damage_inside_the_parts_does_no_harm(int seed)
    {
        var random = new Random(seed);
        var parts = Sample().Parts();
        var names = parts.Keys.ToArray();
        var read = 0;
        for (var i = 0; i < EachSeed; i++)
        {
            var name = names[random.Next(names.Length)];
            var mutated = new Dictionary<string, byte[]>(parts) { [name] = Mutate(parts[name], random) };

            read += AssertReadOrRefused(Zip(mutated));
        }

        // Were nearly all refused at the first tag, the cells would not have been tried.
        Assert.InRange(read, EachSeed / 10, EachSeed);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void Damage_to_the_file_does_no_harm(int seed)
    {
        var random = new Random(seed);
        var file = seed % 2 == 0 ? Sample().ToArray() : Sample().ToStoredArray();
        for (var i = 0; i < EachSeed; i++)
        {
            AssertReadOrRefused(Mutate(file, random));
        }
    }

    [Fact]
    public void The_sample_itself_is_read_whole()
    {
        var document = Sample().Read();

        Assert.Equal(2, document.Blocks.OfType<TableBlock>().Count());
        Assert.Equal(["hidden-column", "hidden-row", "covered-cell", "cell-error", "hidden-sheet"], document.Problems.Select(problem => problem.Code));
    }

    private static XlsxFile Sample() => new XlsxFile()
        .Sheet(
            "常务副区长",
            "<dimension ref=\"A1:F9\"/><cols><col min=\"6\" max=\"6\" hidden=\"1\"/></cols>"
                + Data(
                    Row(1, "青岚区重点工作"),
                    Row(2, "序号", "内容", "单位", "完成情况", "", "底稿"),
                    "<row r=\"3\"><c r=\"A3\"><v>1</v></c><c r=\"B3\" t=\"s\"><v>0</v></c><c r=\"C3\" t=\"s\"><v>1</v></c><c r=\"D3\" s=\"0\"><v>0.455</v></c><c r=\"E3\" s=\"1\"><v>45412</v></c></row>",
                    HiddenRow(4, "2", "乙", "压着", "一_x000D_\n二"),
                    "<row r=\"5\"><c r=\"A5\" s=\"2\"><f>A3+1</f><v>3</v></c><c r=\"D5\" t=\"e\"><v>#REF!</v></c><c r=\"E5\" t=\"b\"><v>1</v></c><c t=\"d\"><v>2024-04-30</v></c></row>")
                + Merges("A1:F1", "D2:E2", "C3:C4"))
        .Sheet("分管副区长", Data(Row(1, "序号", "内容"), Row(2, "1", "丙")))
        .Sheet("底稿", Data(Row(1, "甲")), state: "hidden")
        .SharedStrings("<si><t>新建公园</t></si><si><r><t>区住</t></r><r><t xml:space=\"preserve\">建局</t></r><rPh sb=\"0\" eb=\"1\"><t>x</t></rPh></si>")
        .Formats("0.00%", "[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\";@", "# ??/??");

    private static byte[] Mutate(byte[] original, Random random)
    {
        var bytes = new List<byte>(original);
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            var at = random.Next(bytes.Count);
            var length = Math.Min(random.Next(1, 40), bytes.Count - at);
            switch (random.Next(6))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 2:
                    bytes.InsertRange(at, Poison[random.Next(Poison.Length)]);
                    break;
                case 3:
                    bytes.InsertRange(at, bytes.GetRange(at, length));
                    break;
                case 4 when bytes.Count > length:
                    bytes.RemoveRange(at, length);
                    break;
                default:
                    bytes.RemoveRange(at + 1, random.Next(8) == 0 ? bytes.Count - at - 1 : 0);
                    break;
            }
        }

        return [.. bytes];
    }

    /// <returns>1 if the file is read, 0 if it is refused.</returns>
    private static int AssertReadOrRefused(byte[] file)
    {
        BlockDocument document;
        try
        {
            document = XlsxFile.Read(file, ReadLimits.Upload);
        }
        catch (RefusedDocumentException)
        {
            return 0;
        }

        Assert.All(document.Blocks.OfType<ParagraphBlock>(), paragraph => AssertSound(paragraph.Text));
        foreach (var row in document.Blocks.OfType<TableBlock>().SelectMany(table => table.Rows))
        {
            var free = 0;
            foreach (var cell in row.Cells)
            {
                Assert.True(cell.Column >= free && cell.Span >= 1, "Cells overlap.");
                free = cell.Column + cell.Span;
                if (!cell.MergedFromAbove)
                {
                    AssertSound(cell.Text);
                }
            }
        }

        return 1;
    }

    private static void AssertSound(string text)
    {
        Assert.NotEqual(string.Empty, text);
        Assert.Equal(text.Trim(), text);
        Assert.DoesNotContain(text, character => char.IsControl(character) && character is not ('\n' or '\t'));
        Assert.Equal(text, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)));
    }
}

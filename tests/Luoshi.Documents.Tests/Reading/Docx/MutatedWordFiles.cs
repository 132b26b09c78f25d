using System.Text;
using Luoshi.Documents.Reading;
using Luoshi.Documents.Tests.Builders;
using static Luoshi.Documents.Tests.Builders.DocxFile;

namespace Luoshi.Documents.Tests.Reading.Docx;

/// <summary>A broken file is read or refused. Seeds are fixed, so a failure comes back; the message says which one it was.</summary>
public sealed class MutatedWordFiles
{
    private static readonly string[] Pieces =
    [
        "<w:tbl>", "</w:tbl>", "<w:tr>", "</w:tr>", "<w:tc>", "</w:tc>", "<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:t>", "</w:t>", "<w:tc/>", "<w:tr/>",
        "<w:tbl/>", "<w:p/>", "<w:del>", "</w:del>", "<w:sdt>", "<w:sdtPr>", "<w:showingPlcHdr/>", "<w:vMerge/>", "<w:hMerge/>", "<w:trPr><w:del/></w:trPr>",
        """<w:gridSpan w:val="-5"/>""", """<w:gridSpan w:val="99999999999"/>""", """<w:fldChar w:fldCharType="end"/>""", """<w:fldChar w:fldCharType="begin"/>""",
        """<w:ilvl w:val="77"/>""", """<w:numId w:val="-1"/>""", "<mc:AlternateContent>", "</mc:AlternateContent>", "<mc:Choice/>", "<w:pPr/>", "&#xFFFF;", "&amp;",
        "<!--", "-->", "<![CDATA[", "]]>", "\0", "\uFEFF", "%1%9%0%",
    ];

    [Fact]
    public void Bytes_changed_anywhere_in_the_file_do_no_harm()
    {
        var seed = Rich().ToBytes();

        for (var number = 0; number < 20_000; number++)
        {
            var random = new Random(number);
            var file = MutateBytes(seed, random);
            ReadsOrRefuses(file, $"bytes, seed {number}");
        }
    }

    [Fact]
    public void Markup_changed_anywhere_in_the_parts_does_no_harm()
    {
        var parts = Rich().ToZip().Parts.Select(part => (part.Name, Text: Encoding.UTF8.GetString(part.Content))).ToArray();

        for (var number = 0; number < 20_000; number++)
        {
            var random = new Random(number);
            var chosen = random.Next(parts.Length);
            var zip = new ZipFileBuilder();
            for (var i = 0; i < parts.Length; i++)
            {
                zip.Add(parts[i].Name, i == chosen ? MutateMarkup(parts[i].Text, random) : parts[i].Text);
            }

            ReadsOrRefuses(zip.ToBytes(), $"markup of {parts[chosen].Name}, seed {number}");
        }
    }

    [Fact]
    public void Whole_elements_moved_about_do_no_harm()
    {
        var document = Rich().ToZip().Parts.Single(part => part.Name == "word/document.xml").Content;
        string[] tags =
        [
            .. Encoding.UTF8.GetString(document).Split('<').Select(tag => "<" + tag)
                .Where(tag => tag.StartsWith("<w:", StringComparison.Ordinal) && tag.EndsWith("/>", StringComparison.Ordinal)),
        ];
        string[] containers =
        [
            "tbl", "tr", "tc", "p", "r", "t", "pPr", "rPr", "trPr", "tcPr", "sdt", "sdtPr", "ins", "del",
            "hyperlink", "drawing", "txbxContent", "ruby", "instrText",
        ];

        for (var number = 0; number < 5_000; number++)
        {
            var body = new StringBuilder();
            Grow(body, new Random(number), depth: 0);
            ReadsOrRefuses(Of(body.ToString()).WithNumbering(List(Level(0, "decimal", "%1"))).ToBytes(), $"elements, seed {number}");
        }

        void Grow(StringBuilder body, Random random, int depth)
        {
            for (var count = random.Next(1, 5); count > 0; count--)
            {
                if (depth > 8 || random.Next(4) == 0)
                {
                    body.Append(random.Next(2) == 0 ? tags[random.Next(tags.Length)] : "字");
                }
                else
                {
                    var name = containers[random.Next(containers.Length)];
                    body.Append("<w:").Append(name).Append('>');
                    Grow(body, random, depth + 1);
                    body.Append("</w:").Append(name).Append('>');
                }
            }
        }
    }

    private static void ReadsOrRefuses(byte[] file, string which)
    {
        try
        {
            var outcome = DocumentReader.Read(file, "来件.docx", ReadLimits.Upload);
            Assert.NotEqual("took-too-long", outcome.Refusal?.Code);
        }
        catch (Exception error) when (error is not Xunit.Sdk.XunitException)
        {
            Assert.Fail($"{which}: {error}");
        }
    }

    private static byte[] MutateBytes(byte[] seed, Random random)
    {
        var file = seed.ToArray();
        for (var change = random.Next(1, 6); change > 0; change--)
        {
            var at = random.Next(file.Length);
            switch (random.Next(4))
            {
                case 0:
                    file[at] = (byte)random.Next(256);
                    break;
                case 1:
                    file[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 2:
                    file.AsSpan(at, Math.Min(random.Next(1, 9), file.Length - at)).Fill((byte)(random.Next(2) * 255));
                    break;
                default:
                    file = [.. file[..at], .. file[Math.Min(file.Length, at + random.Next(1, 40))..], 0];
                    break;
            }
        }

        return file;
    }

    private static string MutateMarkup(string text, Random random)
    {
        for (var change = random.Next(1, 4); change > 0; change--)
        {
            var at = random.Next(text.Length);
            var end = Math.Min(text.Length, at + random.Next(1, 30));
            text = random.Next(4) switch
            {
                0 => text.Insert(at, Pieces[random.Next(Pieces.Length)]),
                1 => text.Remove(at, end - at) + " ",
                2 => text.Insert(random.Next(text.Length), text[at..end]),
                _ => string.Concat(text.AsSpan(0, at), ((char)random.Next(0x20, 0x7F)).ToString(), text.AsSpan(at + 1)),
            };
        }

        return text;
    }

    private static DocxFile Rich()
    {
        var field = """<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>""" + Run("1") + """<w:r><w:fldChar w:fldCharType="end"/></w:r>""";
        return Of(
                Paragraph("2024年重点工作完成情况（4月）"),
                Numbered(1, 0, "区长"),
                Table(
                    Row("序号", "工作内容", "牵头单位"),
                    RowOf("""<w:gridBefore w:val="1"/><w:hidden/>""", Cell(Numbered(1, 1)), Cell(Paragraph("甲"), """<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>""")),
                    RowOf("""<w:del w:id="1" w:author="x"/>""", Cell(Paragraph("删"))),
                    RowOf("", Cell("<w:p/>", "<w:vMerge/>"), Cell(Table(Row("内", "嵌")) + "<w:p/>", """<w:hMerge w:val="restart"/>"""), Cell("<w:p/>", "<w:hMerge/>"))),
                "<w:p>" + Run("隐", "<w:vanish/>") + field + "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + Run("提示") + "</w:sdtContent></w:sdt></w:p>",
                """<w:p><w:pPr><w:pStyle w:val="1"/><w:rPr><w:del w:id="2"/></w:rPr></w:pPr><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><w:txbxContent><w:p/></w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent></w:r></w:p>""")
            .WithStyles("""<w:style w:type="paragraph" w:default="1" w:styleId="a"/><w:style w:type="paragraph" w:styleId="1"><w:basedOn w:val="a"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>""")
            .WithNumbering(List(Level(0, "chineseCounting", "%1、"), Level(1, "decimal", "%1.%2", """<w:lvlRestart w:val="1"/>""")));
    }
}

using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Luoshi.Documents.Tests.Reading.Pdf;

/// <summary>
/// Writes the smallest PDF that shows one thing. Text is set in a font whose every letter is as wide as it is high and whose codes are
/// UTF-16, so that a line of ten letters of size 10 is 100 points wide.
/// </summary>
internal sealed class TinyPdf
{
    public const int FirstFreeObject = 7;

    private readonly List<byte[]> _objects = [];
    private readonly StringBuilder _content = new();

    public string ToUnicode { get; init; } =
        "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0020> <FFFD> <0020> endbfrange endcmap end";

    public string DescendantExtras { get; init; } = "";

    public string PageExtras { get; init; } = "/MediaBox [0 0 600 400]";

    public string Contents { get; init; } = "4 0 R";

    public string CatalogExtras { get; init; } = "";

    public TinyPdf Text(double x, double y, string text, double size = 10) =>
        Draw(Invariant($"BT /F {size} Tf {x} {y} Td <{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}> Tj ET"));

    public TinyPdf Line(double x1, double y1, double x2, double y2) => Draw(Invariant($"{x1} {y1} m {x2} {y2} l S"));

    /// <summary>Draws every border of a grid.</summary>
    public TinyPdf Grid(double[] xs, double[] ys)
    {
        Array.ForEach(xs, x => Line(x, ys[0], x, ys[^1]));
        Array.ForEach(ys, y => Line(xs[0], y, xs[^1], y));
        return this;
    }

    public TinyPdf Draw(string operations)
    {
        _content.Append(operations).Append('\n');
        return this;
    }

    /// <summary>Adds an object; the first one is number <see cref="FirstFreeObject"/>.</summary>
    public TinyPdf Object(string body) => Object(Encoding.Latin1.GetBytes(body));

    public TinyPdf Object(byte[] body)
    {
        _objects.Add(body);
        return this;
    }

    public byte[] ToArray(string pages = "/Kids [3 0 R] /Count 1", string resources = "/Font << /F 5 0 R >>") =>
        Assemble([
            Latin($"<< /Type /Catalog /Pages 2 0 R {CatalogExtras} >>"),
            Latin($"<< /Type /Pages {pages} >>"),
            Latin($"<< /Type /Page /Parent 2 0 R {PageExtras} /Contents {Contents} /Resources << {resources} >> >>"),
            Stream("", Latin(_content.ToString())),
            Latin("<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /ToUnicode 6 0 R "
                + $"/DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 {DescendantExtras} "
                + "/FontDescriptor << /Type /FontDescriptor /FontName /Song /Flags 4 /FontBBox [0 -200 1000 800] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >> >>] >>"),
            Stream("", Latin(ToUnicode)),
            .. _objects,
        ]);

    public static byte[] Stream(string dictionary, byte[] content) =>
        [.. Latin($"<< {dictionary} /Length {content.Length} >>\nstream\n"), .. content, .. "\nendstream"u8];

    public static byte[] Deflated(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize))
        {
            zlib.Write(content);
        }

        return packed.ToArray();
    }

    public static byte[] Latin(string text) => Encoding.Latin1.GetBytes(text);

    private static byte[] Assemble(List<byte[]> objects)
    {
        using var file = new MemoryStream();
        file.Write("%PDF-1.7\n"u8);
        var offsets = new List<long>();
        for (var i = 0; i < objects.Count; i++)
        {
            offsets.Add(file.Position);
            file.Write(Latin($"{i + 1} 0 obj\n"));
            file.Write(objects[i]);
            file.Write("\nendobj\n"u8);
        }

        var xref = file.Position;
        file.Write(Latin($"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n"));
        offsets.ForEach(offset => file.Write(Latin($"{offset:D10} 00000 n \n")));
        file.Write(Latin($"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R >>\nstartxref\n{xref}\n%%EOF\n"));
        return file.ToArray();
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

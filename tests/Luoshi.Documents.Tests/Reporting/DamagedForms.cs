using System.IO.Compression;
using Luoshi.Documents.Reading;
using Luoshi.Documents.Reporting;
using Luoshi.Documents.Tests.Builders;

namespace Luoshi.Documents.Tests.Reporting;

public sealed class DamagedForms
{
    private const int EachSeed = 150;

    private static readonly byte[][] s_poison = [[0], [0xFF, 0xFE], "<"u8.ToArray(), "&#13;"u8.ToArray(), " xmlns:q=\"u\""u8.ToArray(), "<row r=\"99999999\">"u8.ToArray(), "<c r=\"XFD4\"/>"u8.ToArray(), "\" hidden=\""u8.ToArray()];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Damage_inside_the_parts_is_read_or_refused(int seed)
    {
        var random = new Random(seed);
        var parts = Parts();
        var names = parts.Keys.ToArray();
        var answered = 0;
        for (var i = 0; i < EachSeed; i++)
        {
            var name = names[random.Next(names.Length)];
            answered += ReadAndSendBack(XlsxFile.Zip(new Dictionary<string, byte[]>(parts) { [name] = Damage(parts[name], random) }));
        }

        // Were nearly all refused, nothing behind the first tag would have been tried.
        Assert.InRange(answered, EachSeed / 10, EachSeed);
    }

    [Theory]
    [InlineData(3, CompressionLevel.Fastest)]
    [InlineData(4, CompressionLevel.NoCompression)]
    public void Damage_to_the_file_is_read_or_refused(int seed, CompressionLevel level)
    {
        var random = new Random(seed);
        var file = XlsxFile.Zip(Parts(), level);

        var answered = Enumerable.Range(0, EachSeed).Sum(_ => ReadAndSendBack(Damage(file, random)));

        Assert.InRange(answered, 0, EachSeed);
    }

    private static Dictionary<string, byte[]> Parts()
    {
        using var zip = new ZipArchive(new MemoryStream(UnitFormXlsx.Write(SampleForm.April)));
        return zip.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var copy = new MemoryStream();
            using var part = entry.Open();
            part.CopyTo(copy);
            return copy.ToArray();
        });
    }

    private static byte[] Damage(byte[] original, Random random)
    {
        var bytes = new List<byte>(original);
        var at = random.Next(bytes.Count);
        var length = Math.Min(random.Next(1, 40), bytes.Count - at);
        switch (random.Next(4))
        {
            case 0:
                bytes[at] = (byte)random.Next(256);
                break;
            case 1:
                bytes.InsertRange(at, s_poison[random.Next(s_poison.Length)]);
                break;
            case 2:
                bytes.InsertRange(at, bytes.GetRange(at, length));
                break;
            default:
                bytes.RemoveRange(at, length);
                break;
        }

        return [.. bytes];
    }

    /// <returns>1 if the form was sent back, 0 if it is refused.</returns>
    private static int ReadAndSendBack(byte[] file)
    {
        var read = UnitFormXlsx.Read(file, ReadLimits.Upload);
        var back = UnitFormXlsx.WriteErrors(file, new Dictionary<string, string> { ["k-102"] = "请改正。" }, ReadLimits.Upload);
        if (read.Refusal is not null || back.Refusal is not null)
        {
            return 0;
        }

        Assert.Equal(
            read.Value.Rows.Select(row => (row.ItemKey, row.Progress, row.PlanMet, row.Shortfall)),
            UnitFormXlsx.Read(back.Value, ReadLimits.Upload).Value.Rows.Select(row => (row.ItemKey, row.Progress, row.PlanMet, row.Shortfall)));
        return 1;
    }
}

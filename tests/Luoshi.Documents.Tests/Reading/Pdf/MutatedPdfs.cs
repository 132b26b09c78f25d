using Luoshi.Documents.Reading;

namespace Luoshi.Documents.Tests.Reading.Pdf;

public sealed class MutatedPdfs
{
    private const int Mutations = 10_000;

    [Fact]
    public void Are_read_or_refused()
    {
        // Few codes, because mapping them is what takes the time.
        var tiny = new TinyPdf { ToUnicode = "begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0020> <007E> <0020> endbfrange endcmap" }
            .Grid([50, 150, 350], [200, 250, 300])
            .Text(60, 270, "No").Text(160, 270, "Task").Text(60, 220, "1").Text(160, 220, "6 parks");
        byte[] file = [.. tiny.Object(TinyPdf.Stream("/Filter /FlateDecode", TinyPdf.Deflated("q Q"u8.ToArray()))).ToArray()];
        var read = 0;

        Parallel.For(0, Mutations, seed =>
        {
            if (ReadOrRefuse(Mutate(file, new Random(seed))))
            {
                Interlocked.Increment(ref read);
            }
        });

        // Both outcomes happen, or the mutations miss the parser or destroy everything.
        Assert.InRange(read, Mutations / 100, Mutations * 99 / 100);
    }

    private static bool ReadOrRefuse(byte[] file)
    {
        try
        {
            PdfFixtures.Read(file);
            return true;
        }
        catch (RefusedDocumentException)
        {
            return false;
        }
    }

    private static byte[] Mutate(byte[] file, Random random)
    {
        var mutated = new List<byte>(file);
        for (var change = random.Next(1, 6); change > 0 && mutated.Count > 0; change--)
        {
            var at = random.Next(mutated.Count);
            switch (random.Next(41) / 10)
            {
                case 0:
                    mutated[at] = (byte)random.Next(256);
                    break;
                case 1:
                    mutated[at] = (byte)"0123456789[]<>()/{}% "[random.Next(21)];
                    break;
                case 2:
                    mutated.RemoveRange(at, Math.Min(random.Next(1, 40), mutated.Count - at));
                    break;
                case 3:
                    var from = random.Next(mutated.Count);
                    mutated.InsertRange(at, mutated.GetRange(from, Math.Min(random.Next(1, 60), mutated.Count - from)));
                    break;
                default:
                    mutated.RemoveRange(at, mutated.Count - at);
                    break;
            }
        }

        return [.. mutated];
    }
}

using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Xml;
using Luoshi.Documents.Reading;

namespace Luoshi.Bench;

/// <summary>
/// Reading a docx into tasks against the least that anybody can do with it: inflating its XML parts and walking them once.
/// The two take turns, so that a busy machine slows both alike; medians are compared.
/// </summary>
internal static class ReadingAgainstXmlReader
{
    private const int WarmUp = 400;
    private const int Runs = 400;

    public static void Run(string path)
    {
        var file = File.ReadAllBytes(path);
        var tasks = 0;
        var walk = new double[Runs];
        var read = new double[Runs];
        for (var i = -WarmUp; i < Runs; i++)
        {
            var start = Stopwatch.GetTimestamp();
            Walk(file);
            var walked = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            start = Stopwatch.GetTimestamp();
            tasks = DocumentReader.Read(file, "bench.docx", ReadLimits.Upload).Value.Tasks.Count;
            var done = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            if (i >= 0)
            {
                (walk[i], read[i]) = (walked, done);
            }
        }

        var (floor, ours) = (Median(walk), Median(read));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"tasks {tasks} · inflate and walk {floor:F2} ms · read {ours:F2} ms · ratio {ours / floor:F2} (medians of {Runs}, taking turns)"));
    }

    private static void Walk(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        foreach (var entry in zip.Entries)
        {
            if (!entry.FullName.EndsWith(".xml", StringComparison.Ordinal) && !entry.FullName.EndsWith(".rels", StringComparison.Ordinal))
            {
                continue;
            }

            using var stream = entry.Open();
            using var xml = XmlReader.Create(stream);
            while (xml.Read())
            {
            }
        }
    }

    private static double Median(double[] values)
    {
        Array.Sort(values);
        return values[values.Length / 2];
    }
}

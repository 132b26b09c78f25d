using System.Diagnostics;
using System.Globalization;
using Luoshi.Documents.Reading;

namespace Luoshi.Bench;

/// <summary>One reading of a large file in a process of its own: time, time per row, and the most memory the process ever had.</summary>
internal static class ReadingAtScale
{
    public static void Run(string format, int rows)
    {
        // The small file first, so that compiling the code is not counted as reading rows.
        _ = DocumentReader.Read(ManyRows.Write(format, 100), "bench", ReadLimits.Local);
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, ManyRows.Write(format, rows));
            GC.Collect();
            var before = Process.GetCurrentProcess().WorkingSet64;
            var start = Stopwatch.GetTimestamp();
            var outcome = DocumentReader.Read(File.ReadAllBytes(path), "bench", ReadLimits.Local);
            var elapsed = Stopwatch.GetElapsedTime(start);
            var found = outcome.Refusal?.Code ?? outcome.Value.Tasks.Count.ToString(CultureInfo.InvariantCulture);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{format} {rows} rows · {new FileInfo(path).Length / 1024} KB · tasks {found} · {elapsed.TotalMilliseconds:F0} ms · {elapsed.TotalMicroseconds / rows:F1} µs a row · working set {before >> 20} MB before, {Process.GetCurrentProcess().WorkingSet64 >> 20} MB after"));
        }
        finally
        {
            File.Delete(path);
        }
    }
}

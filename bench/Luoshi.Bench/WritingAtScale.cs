using System.Diagnostics;
using System.Globalization;
using Luoshi.Core.Meetings;
using Luoshi.Core.Reading;
using Luoshi.Documents.Reading;
using Luoshi.Documents.Writing;

namespace Luoshi.Bench;

/// <summary>Writing a material of so many rows: warm, in medians where it is small; once, with the process's peak memory, where it is large.</summary>
internal static class WritingAtScale
{
    private const int Small = 1_000;
    private const int Runs = 50;

    public static void Run(int rows)
    {
        var material = MaterialAssembly.Assemble([Tasks(rows)]).Value;

        // The small one first, so that compiling the code is not counted as writing rows.
        var warm = MaterialAssembly.Assemble([Tasks(100)]).Value;
        for (var i = 0; i < 20; i++)
        {
            _ = MeetingMaterialDocx.Write(warm, new MaterialLook());
        }

        GC.Collect();
        using var process = Process.GetCurrentProcess();
        var before = process.WorkingSet64;
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var times = new double[rows <= Small ? Runs : 1];
        var size = 0;
        for (var i = 0; i < times.Length; i++)
        {
            var start = Stopwatch.GetTimestamp();
            size = MeetingMaterialDocx.Write(material, new MaterialLook()).Length;
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        allocated = (GC.GetTotalAllocatedBytes(precise: true) - allocated) / times.Length;
        Array.Sort(times);
        process.Refresh();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{rows} rows · {size / 1024} KB · {times[times.Length / 2]:F1} ms · {times[times.Length / 2] * 1000 / rows:F0} µs a row · allocated {allocated >> 20} MB · working set {before >> 20} MB before, at most {process.PeakWorkingSet64 >> 20} MB"));
    }

    private static TaskDocument Tasks(int rows)
    {
        var document = DocumentReader.Read(ManyRows.Write("txt", rows), "bench.txt", ReadLimits.Local).Value;
        return document.Tasks.Count == rows ? document : throw new InvalidOperationException($"{document.Tasks.Count} tasks read from {rows} rows");
    }
}

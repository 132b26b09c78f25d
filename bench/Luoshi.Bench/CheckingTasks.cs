using System.Diagnostics;
using System.Globalization;
using Luoshi.Core.Checks;
using Luoshi.Documents.Reading;

namespace Luoshi.Bench;

/// <summary>The whole check of a set of tasks: a real document warm, and many made ones with earlier months.</summary>
internal static class CheckingTasks
{
    private const int WarmUp = 30;
    private const int Runs = 100;

    public static void Run(string path)
    {
        var document = DocumentReader.Read(File.ReadAllBytes(path), Path.GetFileName(path), ReadLimits.Local).Value;
        var times = new double[Runs];
        var doubts = 0;
        for (var i = -WarmUp; i < Runs; i++)
        {
            var start = Stopwatch.GetTimestamp();
            var report = TaskChecks.Examine([document], [], null, new CheckSettings()).Value;
            if (i >= 0)
            {
                times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            }

            doubts = report.Tasks.Sum(task => task.Doubts.Count);
        }

        Array.Sort(times);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"check {document.Tasks.Count} tasks · {doubts} doubts · median {times[Runs / 2]:F2} ms · p95 {times[Runs * 95 / 100]:F2} ms"));
    }

    public static void Scale(int tasks, int months)
    {
        _ = Examine(200, months);
        GC.Collect();
        var start = Stopwatch.GetTimestamp();
        var report = Examine(tasks, months);
        var elapsed = Stopwatch.GetElapsedTime(start);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"check {tasks} tasks with {months} earlier months · {report.Tasks.Sum(task => task.Doubts.Count)} doubts · {elapsed.TotalMilliseconds:F0} ms · {elapsed.TotalMicroseconds / tasks:F1} µs a task · working set {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB at most"));
    }

    private static CheckReport Examine(int tasks, int months) =>
        TaskChecks.Examine([MadeTasks.Document(tasks, months + 1)], [.. Enumerable.Range(1, months).Select(month => MadeTasks.Document(tasks, month))], null, new CheckSettings()).Value;
}

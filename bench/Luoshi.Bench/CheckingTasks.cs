using System.Diagnostics;
using System.Globalization;
using System.Text;
using Luoshi.Core.Checks;
using Luoshi.Core.Ledgers;
using Luoshi.Core.Reading;
using Luoshi.Core.Reporting;
using Luoshi.Documents.Reading;

namespace Luoshi.Bench;

/// <summary>The whole check of a set of tasks: a real document warm, and many made ones with earlier months.</summary>
internal static class CheckingTasks
{
    private const int WarmUp = 30;
    private const int Runs = 100;

    private static readonly string[] Works = ["雨污管网", "农村公路", "海塘加固", "生态护岸", "城市绿道", "供水管线"];
    private static readonly string[] Places = ["东湖", "西山", "南港", "北城", "青溪", "白石", "云台", "长滩"];

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
        TaskChecks.Examine([Document(tasks, months + 1)], [.. Enumerable.Range(1, months).Select(month => Document(tasks, month))], null, new CheckSettings()).Value;

    private static TaskDocument Document(int tasks, int month) => new()
    {
        Source = string.Create(CultureInfo.InvariantCulture, $"{month}月.docx"),
        Period = new ReportingPeriod(2025, month),
        Tasks = [.. Enumerable.Range(0, tasks).Select(index => Task(index, month))],
    };

    private static ReportedTask Task(int index, int month)
    {
        var work = Works[index % Works.Length];
        var place = Places[index / Works.Length % Places.Length] + Places[index / 7 % Places.Length];
        var target = 10 + (index % 90);
        var progress = new StringBuilder();
        progress.Append(CultureInfo.InvariantCulture, $"截至目前，{place}{index}号片区已建成{work}{target * month / 12.0:F1}公里，");
        progress.Append(CultureInfo.InvariantCulture, $"{place}{index}标段完成总工程量的{Math.Min(100, month * (5 + (index % 9)))}%，累计完成投资{(index * 37 % 9000) + (month * 100)}万元；");
        progress.Append(CultureInfo.InvariantCulture, $"协调解决征迁问题{(index * 13 % 40) + month}个，下步将加快{Places[index % 5]}段施工。");
        return new ReportedTask
        {
            Leader = new LeaderMention(null, string.Create(CultureInfo.InvariantCulture, $"第{index / 150}位副区长")),
            Number = (index % 150) + 1,
            Frequency = ReportingFrequency.Monthly,
            Content = string.Create(CultureInfo.InvariantCulture, $"推进{place}{index}号片区建设，建成{work}{target}公里，完善配套设施。"),
            LeadUnits = [new UnitMention("区住建局")],
            Progress = progress.ToString(),
            PlanMet = true,
        };
    }
}

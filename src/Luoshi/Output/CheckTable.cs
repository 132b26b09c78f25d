using System.Globalization;
using System.Text;
using Luoshi.Core.Checks;
using Luoshi.Core.Reading;
using Spectre.Console;

namespace Luoshi.Output;

/// <summary>Doubts for people: by leader, strong ones first and whole, weak ones folded to a line. Rows without a doubt are only counted.</summary>
internal static class CheckTable
{
    private const int WidthWithoutTerminal = 160;

    public static void Write(TaskExamination examination)
    {
        var console = AnsiConsole.Console;
        if (Console.IsOutputRedirected)
        {
            console.Profile.Width = WidthWithoutTerminal;
        }

        var verdicts = new SortedDictionary<Verdict, int>();
        var doubted = new List<TaskCheck>();
        foreach (var task in examination.Tasks())
        {
            verdicts[task.Verdict] = verdicts.GetValueOrDefault(task.Verdict) + 1;
            if (task.Doubts.Count > 0)
            {
                doubted.Add(task);
            }
        }

        var all = verdicts.Values.Sum();
        var strong = doubted.Count(task => Has(task, DoubtStrength.Strong));
        console.MarkupLineInterpolated($"[bold]核对到 {examination.AsOf.Year}年{examination.AsOf.Month}月[/]，时间进度 {Percent(examination.ExpectedShare)}，{all} 项：{Counts(verdicts)}");
        if (examination.ComparedWith.Count > 0)
        {
            console.MarkupLineInterpolated($"[grey]与{string.Join("、", examination.ComparedWith)}比较[/]");
        }

        console.MarkupLineInterpolated($"[red]{strong} 项[/]请核实，另有 [yellow]{doubted.Count - strong} 项[/]可看一看，其余 {all - doubted.Count} 项没有疑点。");
        foreach (var section in doubted.GroupBy(task => Leader(task.Task)))
        {
            console.WriteLine();
            console.MarkupLineInterpolated($"[blue]{section.Key}[/]");
            foreach (var task in section.OrderBy(task => !Has(task, DoubtStrength.Strong)))
            {
                WriteTask(console, task);
            }
        }

        console.WriteLine();
        console.MarkupLine("[grey]每类疑点的意思和处理办法见 docs/checks.md；全部数字和依据见 --json。[/]");
    }

    private static void WriteTask(IAnsiConsole console, TaskCheck task)
    {
        var number = task.Task.Number?.ToString(CultureInfo.InvariantCulture) ?? "-";
        console.MarkupLineInterpolated($"  [bold]{number}[/] {Cut(task.Task.Content, 60)} [grey]{string.Join("、", task.Task.LeadUnits.Select(unit => unit.Name))} · {task.Verdict.Name()}[/]");
        foreach (var doubt in task.Doubts)
        {
            if (doubt.Strength == DoubtStrength.Weak)
            {
                WriteIndented(console, 4, $"[grey]△{Unbroken($"{doubt.Code.Name()}：{doubt.Message}")}[/]");
                continue;
            }

            WriteIndented(console, 4, $"[red]▲{doubt.Code.Name()}[/]");
            WriteIndented(console, 6, Unbroken(doubt.Message));
            foreach (var field in doubt.Evidence.GroupBy(evidence => evidence.Field))
            {
                WriteIndented(console, 6, Quoted(task.Task, field.Key, [.. field]));
            }
        }
    }

    private static void WriteIndented(IAnsiConsole console, int columns, string markup) =>
        console.Write(new Padder(new Markup(markup), new Padding(columns, 0, 0, 0)));

    private static string Unbroken(string text) => Markup.Escape(TerminalText.Unbroken(text));

    /// <summary>The field around the evidence, the evidence itself marked.</summary>
    private static string Quoted(ReportedTask task, string field, IReadOnlyList<Evidence> evidence)
    {
        const int Around = 12;
        var text = field switch { "content" => task.Content, "progress" => task.Progress, "target" => task.Target, "shortfall" => task.Shortfall, _ => task.OtherColumns.FirstOrDefault(column => column.Header == field)?.Text } ?? "";
        var line = new StringBuilder($"[grey]{Unbroken(FieldName(field))}：[/]");
        var at = -1;
        foreach (var quote in evidence.OrderBy(quote => quote.Span.Start))
        {
            if (quote.Span.Start < at)
            {
                continue;
            }

            var from = at < 0 || quote.Span.Start - at > 2 * Around ? Math.Max(Math.Max(at, 0), quote.Span.Start - Around) : at;
            line.Append(from > Math.Max(at, 0) ? "…" : "").Append(Unbroken(text[from..quote.Span.Start]))
                .Append("[bold yellow]").Append(Unbroken(quote.Text)).Append("[/]");
            at = quote.Span.End;
        }

        var end = Math.Min(text.Length, Math.Max(at, 0) + Around);
        return line.Append(Unbroken(text[Math.Max(at, 0)..end])).Append(end < text.Length ? "…" : "").ToString();
    }

    private static string FieldName(string field) => field switch
    {
        "content" => "工作内容",
        "progress" => "完成情况",
        "target" => "目标",
        "shortfall" => "说明",
        _ => field,
    };

    private static string Counts(SortedDictionary<Verdict, int> verdicts) => string.Join("、", verdicts.Select(verdict => $"{verdict.Key.Name()} {verdict.Value}"));

    private static bool Has(TaskCheck task, DoubtStrength strength) => task.Doubts.Any(doubt => doubt.Strength == strength);

    private static string Leader(ReportedTask task) => task.Leader is { } leader ? string.Join(" ", new[] { leader.Name, leader.Title }.OfType<string>()) : "未写明领导";

    private static string Percent(decimal share) => (share * 100).ToString("0.0", CultureInfo.InvariantCulture) + "%";

    private static string Cut(string text, int length) => Line(text.Length <= length ? text : string.Concat(text.AsSpan(0, length), "…"));

    private static string Line(string text) => text.Replace('\n', ' ');
}

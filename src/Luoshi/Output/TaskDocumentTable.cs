using System.Globalization;
using Luoshi.Core.Ledgers;
using Luoshi.Core.Reading;
using Luoshi.Core.Reporting;
using Spectre.Console;

namespace Luoshi.Output;

/// <summary>What was read, for people: one table for each leader, then what was not understood. Long texts are cut; the JSON has them whole.</summary>
internal static class TaskDocumentTable
{
    private const int WidthWithoutTerminal = 160;
    private const int MostProblems = 20;

    public static void Write(IReadOnlyList<TaskDocument> documents)
    {
        var console = AnsiConsole.Console;
        if (Console.IsOutputRedirected)
        {
            console.Profile.Width = WidthWithoutTerminal;
        }

        foreach (var document in documents)
        {
            WriteDocument(console, document);
        }
    }

    private static void WriteDocument(IAnsiConsole console, TaskDocument document)
    {
        console.MarkupLineInterpolated($"[bold]{document.Title ?? document.Source}[/]");
        string?[] facts = [document.Government, document.Date?.ToString("yyyy年M月d日", CultureInfo.InvariantCulture), document.Period is { } period ? $"报送期 {period}" : "没有报送期", $"{document.Tasks.Count} 项", document.Source];
        console.MarkupLineInterpolated($"[grey]{string.Join(" · ", facts.Where(fact => fact is not null))}[/]");
        foreach (var section in document.Tasks.GroupBy(task => Name(task.Leader)))
        {
            console.WriteLine();
            console.MarkupLineInterpolated($"[blue]{section.Key}[/]（{section.Count()} 项）");
            console.Write(TableOf([.. section]));
        }

        WriteProblems(console, document.Problems);
        console.WriteLine();
    }

    private static Table TableOf(IReadOnlyList<ReportedTask> tasks)
    {
        var table = new Table { Border = TableBorder.Rounded, BorderStyle = Style.Parse("grey"), ShowRowSeparators = true };
        table.AddColumn(new TableColumn("序号") { Alignment = Justify.Right, NoWrap = true });
        table.AddColumn(new TableColumn("频次") { NoWrap = true });
        table.AddColumn("工作内容");
        table.AddColumn("牵头单位");
        table.AddColumn("完成情况");
        table.AddColumn(new TableColumn("完成") { NoWrap = true });
        table.AddColumn("说明");
        foreach (var task in tasks)
        {
            table.AddRow(
                new Text(task.Number?.ToString(CultureInfo.InvariantCulture) ?? ""),
                new Text(task.Frequency?.Name() ?? ""),
                new Text(Cut(task.Content, 60)),
                new Text(string.Join("、", task.LeadUnits.Select(unit => unit.Qualifier is { } qualifier ? $"{unit.Name}（{qualifier}）" : unit.Name))),
                new Text(Cut(task.Progress, 80)),
                new Markup(task.PlanMet switch { true => "[green]✓ 是[/]", false => "[red]✗ 否[/]", null => "" }),
                new Text(Cut(task.Shortfall, 40)));
        }

        return table;
    }

    private static void WriteProblems(IAnsiConsole console, IReadOnlyList<ReadingProblem> problems)
    {
        if (problems.Count == 0)
        {
            return;
        }

        console.WriteLine();
        foreach (var problem in problems.OrderByDescending(problem => problem.Severity).Take(MostProblems))
        {
            var (mark, colour) = problem.Severity switch
            {
                ProblemSeverity.Info => ("·", "grey"),
                ProblemSeverity.Warning => ("△", "yellow"),
                ProblemSeverity.Error => ("✗", "red"),
            };
            console.MarkupLine($"[{colour}]{mark}[/] {Markup.Escape(Place(problem.Location) + problem.Message)} [grey]{problem.Code}[/]");
        }

        if (problems.Count > MostProblems)
        {
            console.MarkupLineInterpolated($"[grey]另有 {problems.Count - MostProblems} 条，见 --json。[/]");
        }
    }

    private static string Place(SourceLocation location)
    {
        string?[] parts =
        [
            location.Sheet is { } sheet ? $"工作表“{sheet}”" : null,
            location.Page is { } page ? $"第 {page} 页" : null,
            location.Table is { } table && location.Sheet is null ? $"第 {table} 张表" : null,
            location.Row is { } row ? $"第 {row} 行" : null,
            location.Line is { } line ? $"第 {line} 行" : null,
        ];
        var place = string.Concat(parts);
        return place.Length == 0 ? "" : place + "：";
    }

    private static string Name(LeaderMention? leader) => leader is null ? "未写明领导" : string.Join(" ", new[] { leader.Name, leader.Title }.OfType<string>());

    private static string Cut(string? text, int length)
    {
        var line = (text ?? "").Replace('\n', ' ');
        return line.Length <= length ? line : string.Concat(line.AsSpan(0, length), "…");
    }
}

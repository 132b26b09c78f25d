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
    private const int RoomyWidth = 120;
    private const int FewColumns = 5;
    private const int MostProblems = 20;

    /// <summary>The unit's own claim: nobody has checked it yet.</summary>
    private const string ClaimHeader = "自报";

    private static readonly IReadOnlyList<Column> Columns =
    [
        new("序号", task => task.Number?.ToString(CultureInfo.InvariantCulture) ?? "", IsShort: true),
        new("频次", task => task.Frequency?.Name() ?? "", IsShort: true),
        new("工作内容", task => Cut(task.Content, 60)),
        new("年度目标", task => Cut(task.Target, 40), NeedsRoom: true),
        new("牵头单位", task => Units(task.LeadUnits)),
        new("配合单位", task => Units(task.SupportingUnits), NeedsRoom: true),
        new("完成时限", task => Cut(task.Deadline, 20)),
        new("完成情况", task => Cut(task.Progress, 80)),
        new(ClaimHeader, task => task.PlanMet switch { true => "✓ 是", false => "✗ 否", null => "" }, IsShort: true),
        new("说明", task => Cut(task.Shortfall, 40)),
    ];

    private sealed record Column(string Header, Func<ReportedTask, string> Cell, bool IsShort = false, bool NeedsRoom = false);

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
        foreach (var section in document.Tasks.GroupBy(Leaders))
        {
            console.WriteLine();
            console.MarkupLineInterpolated($"[blue]{section.Key}[/]（{section.Count()} 项）");
            console.Write(TableOf([.. section], console.Profile.Width));
        }

        WriteProblems(console, document.Problems);
        console.WriteLine();
    }

    // A column that no task fills says nothing; on a narrow terminal the texts need the room more than the columns of a plan.
    private static Table TableOf(IReadOnlyList<ReportedTask> tasks, int width)
    {
        var filled = Columns.Where(column => tasks.Any(task => column.Cell(task).Length > 0)).ToList();
        var columns = width >= RoomyWidth || filled.Count <= FewColumns ? filled : filled.FindAll(column => !column.NeedsRoom);
        var table = new Table { Border = TableBorder.Rounded, BorderStyle = Style.Parse("grey"), ShowRowSeparators = true };
        foreach (var column in columns)
        {
            table.AddColumn(new TableColumn(column.Header) { Alignment = column.Header == "序号" ? Justify.Right : Justify.Left, NoWrap = column.IsShort });
        }

        foreach (var task in tasks)
        {
            table.AddRow(columns.Select(column => new Text(column.Cell(task), column.Header == ClaimHeader ? ClaimStyle(task) : Style.Plain)));
        }

        return table;
    }

    private static Style ClaimStyle(ReportedTask task) => task.PlanMet switch { true => new Style(Color.Green), false => new Style(Color.Red), null => Style.Plain };

    private static string Units(IReadOnlyList<UnitMention> units) =>
        string.Join("、", units.Select(unit => unit.Qualifier is { } qualifier ? $"{unit.Name}（{qualifier}）" : unit.Name));

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

    private static string Leaders(ReportedTask task) => task.Leader is null ? "未写明领导" : string.Join("、", task.OtherLeaders.Prepend(task.Leader).Select(Name));

    private static string Name(LeaderMention leader) => string.Join(" ", new[] { leader.Name, leader.Title }.OfType<string>());

    private static string Cut(string? text, int length)
    {
        var line = TerminalText.Unbroken(text);
        return line.Length <= length ? line : string.Concat(line.AsSpan(0, length), "…");
    }
}

using System.Text.Json;
using Luoshi.Core.Checks;
using Luoshi.Core.Ledgers;
using Luoshi.Core.Reading;
using Luoshi.Core.Reporting;

namespace Luoshi.Core.Tests.Checks;

/// <summary>The labelled rows of <c>samples/labelled</c>: the first line of a file says what it is and what was reached, each other line is a row.</summary>
internal static class LabelledRows
{
    public static (JsonElement Header, IReadOnlyList<JsonElement> Rows) Load(string name)
    {
        var lines = File.ReadLines(Path.Combine(Root(), "samples", "labelled", name)).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        return (lines[0], lines[1..]);
    }

    public static CheckReport Examine(JsonElement header, ReportingPeriod asOf, IReadOnlyList<JsonElement> rows)
    {
        var earlier = rows.Where(row => Text(row, "before") is not null).ToList();
        IReadOnlyList<TaskDocument> previous = earlier.Count == 0 ? [] : [Document(header, "上月.docx", asOf.Previous(), earlier, "before")];
        return TaskChecks.Examine([Document(header, "本月.docx", asOf, rows, "progress")], previous, asOf, new CheckSettings()).Value;
    }

    /// <summary>The month that a row says it is of.</summary>
    public static ReportingPeriod MonthOf(JsonElement row) =>
        ReportingPeriod.TryParse(Text(row, "asOf"), out var month) ? month : throw new InvalidDataException($"No month in {row}");

    /// <summary>The codes of the strong doubts.</summary>
    public static HashSet<string> Strong(TaskCheck task) => [.. task.Doubts.Where(doubt => doubt.Strength == DoubtStrength.Strong).Select(doubt => doubt.Code.Code())];

    public static string? Text(JsonElement row, string name) => row.TryGetProperty(name, out var value) ? value.GetString() : null;

    public static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Luoshi.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("Luoshi.slnx was not found above the tests.");
    }

    private static TaskDocument Document(JsonElement header, string source, ReportingPeriod period, IReadOnlyList<JsonElement> rows, string progress) => new()
    {
        Source = source,
        Government = Text(header, "government"),
        Period = period,
        Tasks = [.. rows.Select((row, index) => new ReportedTask
        {
            Leader = new LeaderMention(null, "常务副区长"),
            Number = index + 1,
            Frequency = ReportingFrequencyText.Parse(Text(row, "frequency") ?? "月度报"),
            Content = Text(row, "content")!,
            LeadUnits = [new UnitMention("区发改局")],
            Progress = Text(row, progress),
            PlanMet = !row.TryGetProperty("met", out var met) || met.GetBoolean(),
            Shortfall = Text(row, "shortfall"),
        })],
    };
}
